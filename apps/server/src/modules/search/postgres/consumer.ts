import type { Tx } from "../../../platform/database/database.ts";
import type { Consumer } from "../../../platform/events/consumer.ts";
import { changesIn, changeTypes } from "../changes.ts";
import {
  addToSegment,
  beginSegment,
  deletePosts,
  lockSegments,
  readPosts,
  restrictPosts,
  type SourcePost,
  writePosts,
} from "./document-queries.ts";
import { postDocument, postHashes } from "./documents.ts";
import { rebuildPosts } from "./rebuild.ts";
import { segmentOf, segmentPosts } from "../../../platform/search/segments.ts";

/** Keeps the table of documents equal to the posts. */
export function createSearchConsumer(): Consumer {
  return {
    name: "search",
    // A hundred tokens of each post go into the index.
    isHeavy: true,
    types: changeTypes,
    /** What is there now is written, what is gone deleted: a batch that comes twice does no harm. */
    async handle(tx, events) {
      const { posts: ids, accounts } = changesIn(events);
      if (ids.length > 0) {
        const posts = await readPosts(tx, ids);
        const there = new Set(posts.map((post) => post.id));
        await deletePosts(
          tx,
          ids.filter((id) => !there.has(id)),
        );
        await placePosts(tx, posts);
      }
      if (accounts.length > 0) await restrictPosts(tx, accounts);
    },
    rebuild: rebuildPosts,
  };
}

/** Writes posts into the segments of their ids, and begins a new one when the newest is full. */
async function placePosts(tx: Tx, posts: readonly SourcePost[]): Promise<void> {
  if (posts.length === 0) return;
  // Before anything is locked: until this transaction ends, no consumer reads further than it.
  const hashes = posts.map(postHashes);
  const segments = await lockSegments(tx);
  const added = await writePosts(
    tx,
    posts.map((post, index) => postDocument(post, hashes[index]!, segmentOf(segments, post.id).number)),
  );
  // Counted as if all of them came into the newest one, as nearly all do.
  const newest = segments.at(-1)!;
  if (added > 0) await addToSegment(tx, newest.number, added);
  if (newest.posts + added >= segmentPosts) await beginSegment(tx, newest.number + 1);
}
