import type { Tx } from "../../../platform/database/database.ts";
import { ServiceFault } from "../../../platform/egress/json-service.ts";
import type { Consumer } from "../../../platform/events/consumer.ts";
import { changesIn, changeTypes } from "../changes.ts";
import {
  countPosts,
  listPostsBy,
  readPosts,
  readPostsAfter,
  readVersion,
  type SourcePost,
} from "../postgres/document-queries.ts";
import type { PostIndex } from "./post-index.ts";

const batch = 1_000;

/**
 * Keeps the engine's index equal to the posts. While the engine is away the position stays where it is, and nobody else waits. The version of
 * a document is the transaction whose event it was written for, so that a process that was held up cannot overwrite a later one.
 */
export function createOpenSearchConsumer(index: PostIndex, onAbsent: (reason: string) => void): Consumer {
  return {
    name: "search-opensearch",
    types: changeTypes,
    isSlow: true,
    async handle(tx, events) {
      const { posts: changed, accounts } = changesIn(events);
      const version = events.reduce((newest, { xid }) => (xid > newest ? xid : newest), 0n);
      const ids = [...new Set([...changed, ...(await listPostsBy(tx, accounts))])];
      for (let from = 0; from < ids.length; from += batch) {
        const some = ids.slice(from, from + batch);
        const posts = await readPosts(tx, some);
        const there = new Set(posts.map((post) => post.id));
        await index.write(
          posts,
          some.filter((id) => !there.has(id)),
          version,
        );
      }
    },
    async rebuild(tx, report) {
      try {
        await index.replace(await readVersion(tx), allPosts(tx, report));
      } catch (error) {
        // Nobody waits for the first build of a site that starts: it is made up for when the engine is there.
        if (report || !(error instanceof ServiceFault)) throw error;
        onAbsent(error.message);
      }
    },
  };
}

async function* allPosts(tx: Tx, report?: (share: number) => void): AsyncGenerator<SourcePost[]> {
  const total = Math.max(1, await countPosts(tx));
  let done = 0;
  for (let after = 0; ;) {
    const posts = await readPostsAfter(tx, after, batch);
    yield posts;
    report?.((done += posts.length) / total);
    if (posts.length < batch) return;
    after = posts.at(-1)!.id;
  }
}
