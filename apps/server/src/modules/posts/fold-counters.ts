import { idTime } from "../../platform/database/id-time.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { peopleEvents } from "../people/index.ts";
import * as events from "./events.ts";
import type { PostCounts } from "./post-cache.ts";

/** How long it takes until a post heats its tags half as much. */
export const halfLifeMs = 2 * 86_400_000;

export interface TagDelta {
  authorId: Id;
  tag: string;
  posts: number;
  /** Change of the heat as it is at the moment `at` of the whole fold. */
  heat: number;
}

export interface Deltas {
  posts: Map<Id, PostCounts>;
  /** Posts of their own that are not hidden, by author. */
  authors: Map<Id, number>;
  tags: TagDelta[];
  /** How much more often accounts were closed than opened. */
  closed: Map<Id, number>;
  /** The moment, in milliseconds, that the heat of the tags refers to. */
  at: number;
}

interface PostOf {
  postId: Id;
  authorId: Id;
}

/**
 * What a batch of events changes in the counters. Only sums, so that the order within a batch does not matter, and a thing and its
 * opposite leave nothing.
 */
export function foldCounters(batch: readonly LoggedEvent[]): Deltas {
  const posts = new Map<Id, PostCounts>();
  const authors = new Map<Id, number>();
  const closed = new Map<Id, number>();
  const tags = new Map<string, TagDelta>();
  const tagged: { authorId: Id; tag: string; by: 1 | -1; time: number }[] = [];

  function count(postId: Id, name: keyof PostCounts, by: number): void {
    const counts = posts.get(postId) ?? { likes: 0, comments: 0, bookmarks: 0, views: 0 };
    counts[name] += by;
    posts.set(postId, counts);
  }
  function countTags({ postId, authorId }: PostOf, names: readonly string[], by: 1 | -1): void {
    for (const tag of names) tagged.push({ authorId, tag, by, time: idTime(postId) });
  }
  function appear(
    post: PostOf & { parentId: Id | null; visibility: string; tags: string[] },
    by: 1 | -1,
  ): void {
    if (post.parentId !== null) return count(post.parentId, "comments", by);
    authors.set(post.authorId, (authors.get(post.authorId) ?? 0) + by);
    if (post.visibility === "public") countTags(post, post.tags, by);
  }

  for (const event of batch) {
    if (events.postCreated.is(event) || events.postUnhidden.is(event)) appear(event.payload, 1);
    else if (events.postHidden.is(event)) appear(event.payload, -1);
    else if (events.postDeleted.is(event)) {
      if (!event.payload.hidden) appear(event.payload, -1);
    } else if (events.postEdited.is(event)) {
      const { parentId, hidden, tags: now, visibility, before } = event.payload;
      if (parentId !== null || hidden) continue;
      if (before.visibility === "public") countTags(event.payload, before.tags, -1);
      if (visibility === "public") countTags(event.payload, now, 1);
    } else if (events.postLiked.is(event)) count(event.payload.postId, "likes", 1);
    else if (events.postUnliked.is(event)) count(event.payload.postId, "likes", -1);
    else if (events.postBookmarked.is(event)) count(event.payload.postId, "bookmarks", 1);
    else if (events.postUnbookmarked.is(event)) count(event.payload.postId, "bookmarks", -1);
    else if (events.postViewed.is(event)) count(event.payload.postId, "views", event.payload.views);
    else if (peopleEvents.accountChanged.is(event)) {
      const { accountId, wasPrivate, isPrivate } = event.payload;
      if (wasPrivate !== isPrivate)
        closed.set(accountId, (closed.get(accountId) ?? 0) + (isPrivate ? 1 : -1));
    }
  }

  const at = Math.max(0, ...tagged.map((one) => one.time));
  for (const { authorId, tag, by, time } of tagged) {
    const key = `${authorId} ${tag}`;
    const delta = tags.get(key) ?? { authorId, tag, posts: 0, heat: 0 };
    delta.posts += by;
    delta.heat += by * 2 ** ((time - at) / halfLifeMs);
    tags.set(key, delta);
  }
  drop(posts, (counts) => Object.values(counts).every((change) => change === 0));
  drop(authors, (change) => change === 0);
  drop(tags, (change) => change.posts === 0 && Math.abs(change.heat) < 1e-9);
  drop(closed, (change) => change === 0);
  return { posts, authors, tags: [...tags.values()], closed, at };
}

function drop<K, V>(map: Map<K, V>, isNothing: (value: V) => boolean): void {
  for (const [key, value] of map) if (isNothing(value)) map.delete(key);
}
