import { setImmediate } from "node:timers/promises";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { countPosts, type PostDocument, fillPosts, readPostsAfter } from "./document-queries.ts";
import { accountDocument, postDocument, tagDocument } from "./documents.ts";
import { readAccountsAfter, readTagsAfter, writeAccounts, writeTags } from "./name-queries.ts";
import { createNext, indexNext, replaceSegments, swapNext } from "./rebuild-queries.ts";
import { type Segment, segmentPosts } from "../../../platform/search/segments.ts";

/** How far a rebuild is, from 0 to 1. */
export type Report = (share: number) => void;

const batch = 2_000;
/** What filling is of the whole; the rest is making the index. */
const filling = 0.6;

/** Makes all documents anew in tables of their own, which then take the place of those that are searched meanwhile. */
export async function rebuildDocuments(tx: Tx, report: Report = () => {}): Promise<void> {
  const next = await createNext(tx);
  const total = Math.max(1, await countPosts(tx));
  await replaceSegments(
    tx,
    await fillSegments(tx, next.search_post, (done) => report((done / total) * filling)),
  );
  await fill(
    readAccountsAfter,
    0,
    (row) => row.id,
    (rows) => writeAccounts(tx, rows.map(accountDocument), next.search_account),
  );
  await fill(
    readTagsAfter,
    "",
    (tag) => tag,
    (tags) => writeTags(tx, tags.map(tagDocument), next.search_tag),
  );
  report(filling);
  await indexNext(tx, "search_post");
  await indexNext(tx, "search_account");
  await indexNext(tx, "search_tag");
  await swapNext(tx);
  report(1);

  async function fill<Row, Key>(
    read: (tx: Tx, after: Key, limit: number) => Promise<Row[]>,
    first: Key,
    keyOf: (row: Row) => Key,
    write: (rows: Row[]) => Promise<void>,
  ): Promise<void> {
    let after = first;
    for (;;) {
      const rows = await read(tx, after, batch);
      await write(rows);
      if (rows.length < batch) return;
      after = keyOf(rows.at(-1)!);
    }
  }
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
    documents = posts.map((post) => postDocument(post, segment.number));
    await writing;
    report((done += posts.length));
    if (posts.length < batch) break;
    after = posts.at(-1)!.id;
  }
  await fillPosts(tx, documents, table);
  return segments;
}
