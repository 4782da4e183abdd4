import { setImmediate } from "node:timers/promises";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { countPosts, type PostDocument, fillPosts, readPostsAfter } from "./document-queries.ts";
import { postDocument, postHashes } from "./documents.ts";
import { createNext, indexNext, replaceSegments, swapNext } from "./rebuild-queries.ts";
import { type Segment, segmentPosts } from "../../../platform/search/segments.ts";

/** How far a rebuild is, from 0 to 1. */
export type Report = (share: number) => void;

const batch = 2_000;
/** What filling is of the whole; the rest is making the index. */
const filling = 0.6;

/** Makes all documents anew in a table of their own, which then takes the place of the one that is searched meanwhile. */
export async function rebuildPosts(tx: Tx, report: Report = () => {}): Promise<void> {
  const next = await createNext(tx, "search_post");
  const total = Math.max(1, await countPosts(tx));
  await replaceSegments(tx, await fillSegments(tx, next, (done) => report((done / total) * filling)));
  await indexNext(tx, "search_post");
  await swapNext(tx, "search_post");
  report(1);
}

/** Answers the segments. While the database writes a batch, the next one is taken apart. */
async function fillSegments(tx: Tx, table: string, report: (done: number) => void): Promise<Segment[]> {
  const segments: Segment[] = [{ number: 0, firstId: 0, posts: 0 }];
  let documents: PostDocument[] = [];
  let done = 0;
  for (let after: Id = 0; ;) {
    const posts = await readPostsAfter(tx, after, batch);
    if (segments.at(-1)!.posts >= segmentPosts)
      segments.push({ number: segments.length, firstId: after + 1, posts: 0 });
    const segment = segments.at(-1)!;
    segment.posts += posts.length;
    const writing = fillPosts(tx, documents, table);
    // So that the statement is under way before the processor is busy here.
    await setImmediate();
    documents = posts.map((post) => postDocument(post, postHashes(post), segment.number));
    await writing;
    report((done += posts.length));
    if (posts.length < batch) break;
    after = posts.at(-1)!.id;
  }
  await fillPosts(tx, documents, table);
  return segments;
}
