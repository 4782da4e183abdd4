import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
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
import { accountDocument, postDocument, tagDocument } from "./documents.ts";
import { deleteAccounts, readAccounts, writeAccounts, writeTags } from "./name-queries.ts";
import { rebuildDocuments } from "./rebuild.ts";
import { segmentOf, segmentPosts } from "../../../platform/search/segments.ts";

/** Tags that are known to be in the index; most posts bring none that is new. */
const mostKnownTags = 50_000;

/** Keeps the tables of documents equal to those they are made from. */
export function createSearchConsumer(): Consumer {
  const knownTags = new Set<string>();

  /** What is there now is written, what is gone deleted: a batch that comes twice does no harm. */
  async function refreshPosts(tx: Tx, ids: readonly Id[]): Promise<void> {
    if (ids.length === 0) return;
    const posts = await readPosts(tx, ids);
    const there = new Set(posts.map((post) => post.id));
    await deletePosts(
      tx,
      ids.filter((id) => !there.has(id)),
    );
    await placePosts(tx, posts);
    const tags = [...new Set(posts.flatMap((post) => post.tags))].filter((tag) => !knownTags.has(tag));
    await writeTags(tx, tags.map(tagDocument));
    if (knownTags.size + tags.length > mostKnownTags) knownTags.clear();
    fresh.push(...tags);
  }
  let fresh: string[] = [];

  return {
    name: "search",
    types: changeTypes,
    async handle(tx, events) {
      fresh = [];
      const { posts, accounts } = changesIn(events);
      await refreshPosts(tx, posts);
      if (accounts.length === 0) return;
      const there = await readAccounts(tx, accounts);
      const ids = new Set(there.map((account) => account.id));
      await deleteAccounts(
        tx,
        accounts.filter((id) => !ids.has(id)),
      );
      await writeAccounts(tx, there.map(accountDocument));
      await restrictPosts(tx, accounts);
    },
    handled() {
      for (const tag of fresh) knownTags.add(tag);
      fresh = [];
    },
    async rebuild(tx, report) {
      knownTags.clear();
      await rebuildDocuments(tx, report);
    },
  };
}

/** Writes posts into the segments of their ids, and begins a new one when the newest is full. */
async function placePosts(tx: Tx, posts: readonly SourcePost[]): Promise<void> {
  if (posts.length === 0) return;
  const segments = await lockSegments(tx);
  const added = await writePosts(
    tx,
    posts.map((post) => postDocument(post, segmentOf(segments, post.id).number)),
  );
  // Counted as if all of them came into the newest one, as nearly all do.
  const newest = segments.at(-1)!;
  if (added > 0) await addToSegment(tx, newest.number, added);
  if (newest.posts + added >= segmentPosts) await beginSegment(tx, newest.number + 1);
}
