import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { JsonBytes } from "../../platform/http/json-text.ts";
import { hasId, type ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import type { People, Relations } from "../people/index.ts";
import type { CachedPost, Posts } from "../posts/index.ts";
import { listOlderHomeIds } from "./queries.ts";
import { type Timeline, timelineCap, type Timelines } from "./timelines.ts";

/** Ids looked at in one go, also when only one more post is wanted: some may not be shown. */
const leastRead = 20;
/** Someone who has muted nearly everyone gets a short page and goes on from there. */
const mostRounds = 60;

export interface FeedPage {
  posts: CachedPost[];
  /** The id after which the next page starts; null at the end. */
  next: Id | null;
}

export interface Home {
  /** A page of somebody's home, newest first: what is older than `before`, or newer than `since`. */
  page(
    accountId: Id,
    limit: number,
    range: { before?: Id | undefined; since?: Id | undefined },
  ): Promise<{ page: FeedPage; items: JsonBytes[] }>;
  /** Whether a post belongs into the home of the person with these relations. */
  belongs(post: CachedPost, relations: Relations): boolean;
}

export function createHome(deps: {
  db: Db;
  viewers: ViewerParts;
  people: People;
  posts: Posts;
  timelines: Timelines;
}): Home {
  const { db, viewers, people, posts, timelines } = deps;

  /**
   * People and tags one follows, and oneself. Checked when a page is read, so that an unfollow, a mute or an edit shows at once
   * whatever the timeline still holds.
   */
  function belongs(post: CachedPost, relations: Relations): boolean {
    if (post.parentId !== null) return false;
    if (post.authorId === relations.accountId) return true;
    if (hasId(relations.muting, post.authorId)) return false;
    if (hasId(relations.following, post.authorId)) return true;
    return post.visibility === "public" && post.tags.some((tag) => relations.tags.has(tag));
  }

  /** What comes next below `before`: from memory as far as it reaches, then from the database. */
  async function nextIds(
    accountId: Id,
    timeline: Timeline,
    merged: Id[],
    before: Id,
    limit: number,
  ): Promise<Id[]> {
    const found: Id[] = [];
    for (let index = firstBelow(merged, before); index >= 0 && found.length < limit; index--)
      found.push(merged[index]!);
    if (found.length > 0 || timeline.whole) return found;
    return listOlderHomeIds(db, accountId, before, limit);
  }

  return {
    belongs,
    async page(accountId, limit, { before = Number.MAX_SAFE_INTEGER, since = 0 }) {
      const [relations, marks, timeline] = await viewers.get(accountId, [
        people.relations,
        posts.marks,
        timelines.part,
      ]);
      const reader = { relations, marks };
      const merged = merge(timeline, await timelines.pulled(relations));
      const shown: CachedPost[] = [];
      let position = before;
      let ended = false;
      for (let round = 0; round < mostRounds && shown.length < limit && !ended; round++) {
        const ids = await nextIds(
          accountId,
          timeline,
          merged,
          position,
          Math.max(limit - shown.length, leastRead) + 1,
        );
        const wanted = ids.filter((id) => id > since);
        const room = limit - shown.length;
        const gone: Id[] = [];
        const visible = await posts.presenter.visible(
          wanted,
          reader,
          (post) => belongs(post, relations),
          gone,
        );
        const isFull = visible.length > room;
        shown.push(...visible.slice(0, room));
        position = isFull ? shown.at(-1)!.id : (wanted.at(-1) ?? position);
        ended = !isFull && (ids.length === 0 || wanted.length < ids.length);
        if (gone.length > 0) forget(accountId, gone);
      }
      const items = await posts.presenter.bytes(shown, reader);
      return { page: { posts: shown, next: ended ? null : position }, items };
    },
  };

  /** Posts that are gone leave the timeline when they are met, so that nobody asks the database for them again. */
  function forget(accountId: Id, gone: Id[]): void {
    const timeline = timelines.part.peek(accountId);
    if (timeline) timeline.ids = timeline.ids.filter((id) => !gone.includes(id));
  }
}

/** The index of the newest id below `before` in an ascending list; -1 when there is none. */
function firstBelow(ascending: Id[], before: Id): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < before) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The timeline with the pulled lists in it, ascending. Below the end of a timeline that was cut, pulled posts wait for the database's page. */
function merge(timeline: Timeline, pulled: Id[][]): Id[] {
  if (pulled.length === 0) return timeline.ids;
  const oldest = timeline.whole ? 0 : (timeline.ids[0] ?? 0);
  const all = new Set(timeline.ids);
  for (const list of pulled) for (const id of list) if (id >= oldest) all.add(id);
  return [...all].sort((a, b) => a - b).slice(-timelineCap);
}
