import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import * as events from "./events.ts";
import type { PostCounts } from "./post-cache.ts";

/** How long it takes until a post heats its tags half as much. */
export const halfLifeMs = 2 * 86_400_000;

export interface TagDelta {
  posts: number;
  /** Change of the heat as it is at the moment `at` of the whole fold. */
  heat: number;
}

export interface Deltas {
  posts: Map<Id, PostCounts>;
  /** Posts of their own that are not hidden, by author. */
  authors: Map<Id, number>;
  tags: Map<string, TagDelta>;
  /** The moment, in milliseconds, that the heat of the tags refers to. */
  at: number;
}

/** When a post was written, as its id says; in milliseconds. */
function timeOf(postId: Id): number {
  return Math.floor(postId / 4096) + 1_704_067_200_000;
}

/**
 * What a batch of events changes in the counters. Only sums, so that the order within a batch does not matter, and a thing and its
 * opposite leave nothing.
 */
export function foldCounters(batch: readonly LoggedEvent[]): Deltas {
  const posts = new Map<Id, PostCounts>();
  const authors = new Map<Id, number>();
  const tags = new Map<string, TagDelta>();
  const tagged: { tag: string; by: 1 | -1; time: number }[] = [];

  function count(postId: Id, name: keyof PostCounts, by: number): void {
    const counts = posts.get(postId) ?? { likes: 0, comments: 0, bookmarks: 0, views: 0 };
    counts[name] += by;
    posts.set(postId, counts);
  }
  function countTags(postId: Id, names: readonly string[], by: 1 | -1): void {
    for (const tag of names) tagged.push({ tag, by, time: timeOf(postId) });
  }
  function appear(
    post: { postId: Id; authorId: Id; parentId: Id | null; visibility: string; tags: string[] },
    by: 1 | -1,
  ): void {
    if (post.parentId !== null) return count(post.parentId, "comments", by);
    authors.set(post.authorId, (authors.get(post.authorId) ?? 0) + by);
    if (post.visibility === "public") countTags(post.postId, post.tags, by);
  }

  for (const event of batch) {
    if (events.postCreated.is(event) || events.postUnhidden.is(event)) appear(event.payload, 1);
    else if (events.postHidden.is(event)) appear(event.payload, -1);
    else if (events.postDeleted.is(event)) {
      if (!event.payload.hidden) appear(event.payload, -1);
    } else if (events.postEdited.is(event)) {
      const { postId, parentId, hidden, tags: now, visibility, before } = event.payload;
      if (parentId !== null || hidden) continue;
      if (before.visibility === "public") countTags(postId, before.tags, -1);
      if (visibility === "public") countTags(postId, now, 1);
    } else if (events.postLiked.is(event)) count(event.payload.postId, "likes", 1);
    else if (events.postUnliked.is(event)) count(event.payload.postId, "likes", -1);
    else if (events.postBookmarked.is(event)) count(event.payload.postId, "bookmarks", 1);
    else if (events.postUnbookmarked.is(event)) count(event.payload.postId, "bookmarks", -1);
    else if (events.postViewed.is(event)) count(event.payload.postId, "views", event.payload.views);
  }

  const at = Math.max(0, ...tagged.map((one) => one.time));
  for (const { tag, by, time } of tagged) {
    const delta = tags.get(tag) ?? { posts: 0, heat: 0 };
    tags.set(tag, { posts: delta.posts + by, heat: delta.heat + by * 2 ** ((time - at) / halfLifeMs) });
  }
  drop(posts, (counts) => Object.values(counts).every((change) => change === 0));
  drop(authors, (change) => change === 0);
  drop(tags, (change) => change.posts === 0 && Math.abs(change.heat) < 1e-9);
  return { posts, authors, tags, at };
}

function drop<K, V>(map: Map<K, V>, isNothing: (value: V) => boolean): void {
  for (const [key, value] of map) if (isNothing(value)) map.delete(key);
}
