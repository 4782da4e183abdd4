import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { JsonBytes } from "../../platform/http/json-text.ts";
import { hasId, removeId } from "../../platform/viewers/viewer-parts.ts";
import type { People, Relations } from "../people/index.ts";
import type { CachedPost, Posts } from "../posts/index.ts";
import type { PulledSource, PulledSources } from "./pulled-sources.ts";
import { listOlderHomeIds } from "./queries.ts";
import type { HomePages } from "./home-pages.ts";
import type { Timeline } from "./timeline.ts";
import type { Timelines } from "./timelines.ts";

/** Ids looked at in one go, also when only one more post is wanted: some may not be shown. */
const leastRead = 20;
/** Someone who has muted nearly everyone gets a short page and goes on from there. */
const mostRounds = 60;
/** Above every id. */
const newest = Number.MAX_SAFE_INTEGER;

export interface FeedPage {
  posts: CachedPost[];
  /** The id after which the next page starts; null at the end. */
  next: Id | null;
}

export interface HomePage {
  items: JsonBytes[];
  /** As in `FeedPage`. */
  next: Id | null;
  /** Keeps what was made of the page, for `stored`: to be called in the turn in which the page was given. */
  keep?(bytes: Buffer): void;
}

/** What is older than `before`, or newer than `since`. */
interface Range {
  before?: Id | undefined;
  since?: Id | undefined;
}

export interface Home {
  /** The first page as `keep` was given it, if it would be the same now. */
  stored(accountId: Id, limit: number): Buffer | undefined;
  /** A page of somebody's home, newest first; at once when everything is in memory. */
  page(accountId: Id, limit: number, range: Range): HomePage | Promise<HomePage>;
  /** Whether a post belongs into the home of the person with these relations. */
  belongs(post: CachedPost, relations: Relations): boolean;
  /** How many pages came from where: sent again as they were, made from what memory had, or read. */
  readonly origins: { unchanged: number; memory: number; read: number };
}

export function createHome(deps: {
  db: Db;
  people: People;
  posts: Posts;
  timelines: Timelines;
  pulled: PulledSources;
  pages: HomePages;
}): Home {
  const { db, people, posts, timelines, pulled, pages } = deps;
  const origins = { unchanged: 0, memory: 0, read: 0 };

  /**
   * People, tags and topics one follows, and oneself. Checked when a page is read, so that an unfollow, a mute or an edit shows at once
   * whatever the timeline still holds.
   */
  function belongs(post: CachedPost, relations: Relations): boolean {
    if (post.parentId !== null) return false;
    if (post.authorId === relations.accountId) return true;
    if (hasId(relations.muting, post.authorId)) return false;
    if (hasId(relations.following, post.authorId)) return true;
    if (post.visibility !== "public") return false;
    return (
      post.tags.some((tag) => relations.tags.has(tag)) ||
      post.topics.some((topicId) => hasId(relations.topics, topicId))
    );
  }

  /** The page when nothing of it has to be read; undefined otherwise. */
  function fromMemory(accountId: Id, limit: number, before: Id, since: Id): HomePage | undefined {
    const relations = people.relations.peek(accountId);
    const marks = posts.marks.peek(accountId);
    const timeline = timelines.part.peek(accountId);
    if (!relations || !marks || !timeline) return undefined;
    const sources = pulled.followedBy(relations);
    if (sources.some((source) => source.timeline === undefined)) return undefined;
    const reader = { relations, marks };
    const keep = (post: CachedPost) => belongs(post, relations);
    const lists = listsOf(timeline, sources);
    const floor = floorOf(lists);
    const descent = descend(lists, floor, before);
    const items: JsonBytes[] = [];
    const seen: Id[] = sources.map(({ key }) => key);
    const give = (next: Id | null): HomePage => {
      timelines.used(accountId, timeline, relations);
      if (before !== newest || since !== 0) return { items, next };
      return { items, next, keep: (bytes) => pages.keep(accountId, limit, timeline, seen, bytes) };
    };
    let last: Id | null = null;
    for (let id = descent(); id !== undefined; id = descent()) {
      if (id <= since) return give(null);
      const item = posts.presenter.peek(id, reader, keep, seen);
      if (item === undefined) return undefined;
      if (item === null) continue;
      if (items.length === limit) return give(last);
      items.push(item);
      last = id;
    }
    return floor === 0 ? give(null) : undefined;
  }

  /** What comes next below `before`: from memory as far as it reaches, then from the database. */
  async function nextIds(
    accountId: Id,
    timeline: Timeline,
    sources: PulledSource[],
    before: Id,
    limit: number,
  ): Promise<Id[]> {
    const lists = listsOf(timeline, sources);
    const floor = floorOf(lists);
    const descent = descend(lists, floor, before);
    const found: Id[] = [];
    for (let id = descent(); id !== undefined && found.length < limit; id = descent()) found.push(id);
    if (found.length > 0 || floor === 0) return found;
    return listOlderHomeIds(db, accountId, before, limit);
  }

  async function read(accountId: Id, limit: number, before: Id, since: Id): Promise<HomePage> {
    const [relations, marks, timeline] = await timelines.read(accountId);
    const reader = { relations, marks };
    const sources = pulled.followedBy(relations);
    await Promise.all(sources.map(({ loading }) => loading));
    const shown: CachedPost[] = [];
    let position = before;
    let ended = false;
    for (let round = 0; round < mostRounds && shown.length < limit && !ended; round++) {
      const room = limit - shown.length;
      const ids = await nextIds(accountId, timeline, sources, position, Math.max(room, leastRead) + 1);
      const wanted = ids.filter((id) => id > since);
      const gone: Id[] = [];
      const visible = await posts.presenter.visible(wanted, reader, (post) => belongs(post, relations), gone);
      const isFull = visible.length > room;
      shown.push(...visible.slice(0, room));
      position = isFull ? shown.at(-1)!.id : (wanted.at(-1) ?? position);
      ended = !isFull && (ids.length === 0 || wanted.length < ids.length);
      if (gone.length > 0) forget(accountId, sources, gone);
    }
    const items = await posts.presenter.bytes(shown, reader);
    return { items, next: ended ? null : position };
  }

  /** Posts that are gone leave the timeline when they are met, so that nobody asks the database for them again. */
  function forget(accountId: Id, sources: PulledSource[], gone: Id[]): void {
    for (const source of sources)
      if (source.timeline) for (const id of gone) removeId(source.timeline.ids, id);
    const timeline = timelines.part.peek(accountId);
    if (timeline) timeline.ids = timeline.ids.filter((id) => !gone.includes(id));
  }

  return {
    belongs,
    origins,
    stored(accountId, limit) {
      const timeline = timelines.part.peek(accountId);
      const page = timeline && pages.find(accountId, limit, timeline);
      if (page) origins.unchanged += 1;
      return page;
    },
    page(accountId, limit, { before = newest, since = 0 }) {
      const page = fromMemory(accountId, limit, before, since);
      origins[page ? "memory" : "read"] += 1;
      return page ?? read(accountId, limit, before, since);
    },
  };
}

const listsOf = (timeline: Timeline, sources: PulledSource[]) => [
  timeline,
  ...sources.map((source) => source.timeline!),
];

/** Below the end of any list that was cut the posts of all of them wait for the database's page. */
function floorOf(lists: Timeline[]): Id {
  let highest = 0;
  for (const { floor } of lists) if (floor > highest) highest = floor;
  return highest;
}

/** Goes down from `before` through the lists as far as the floor, newest first, each id once. */
function descend(lists: Timeline[], floor: Id, before: Id): () => Id | undefined {
  const at = lists.map(({ ids }) => firstBelow(ids, before));
  return () => {
    let next = -1;
    for (const [index, { ids }] of lists.entries()) next = Math.max(next, ids[at[index]!] ?? -1);
    if (next < floor) return undefined;
    for (const [index, { ids }] of lists.entries()) if (ids[at[index]!] === next) at[index]!--;
    return next;
  };
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
