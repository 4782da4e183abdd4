import { setImmediate as turn } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Stamps } from "../../platform/cache/stamps.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { hasId, insertId, type PartHandle, type ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import { peopleEvents, type Relations } from "../people/index.ts";
import { postEvents } from "../posts/index.ts";
import { pulledKey } from "./home-pages.ts";
import { homeIds, listAuthorIds, listFollowerIds, listTagFollowerIds, listTagIds } from "./queries.ts";

/** The newest ids of somebody's home, ascending, so that a new post is an append. */
export interface Timeline {
  ids: Id[];
  /** True when there is nothing older in the database. */
  whole: boolean;
}

/** How many posts a timeline keeps; older pages are read from the database. */
export const timelineCap = 800;
/** A timeline grows this far past the cap before it is cut, so that cutting is rare. */
const slack = 200;

/** Followers told in one go: a post to very many people lets other work through. */
const atOnce = 2500;
/** How many ids of followers are kept at the most, all sources together. */
const mostFollowerIds = 4_000_000;

/** A source whose posts are merged in at reading: its recent ones, ascending. */
interface PulledSource {
  loading: Promise<Id[]>;
  /** Undefined while they are being read. */
  ids: Id[] | undefined;
}

export interface ArrivalListener {
  /** Whether it wants to know when something comes into the home of this person. */
  wants(accountId: Id): boolean;
  /** A post has come into the homes of these people, who are wanted and had their timelines in memory. */
  arrived(postId: Id, accountIds: readonly Id[]): void;
}

export interface Timelines {
  part: PartHandle<Timeline>;
  /** The recent posts of followed sources whose posts are not pushed, each ascending; at once when they are in memory. */
  pulled(relations: Relations): Id[][] | Promise<Id[][]>;
  onArrival(listener: ArrivalListener): void;
  /** Resolves when every push that was begun has ended. */
  idle(): Promise<void>;
}

/**
 * Home timelines in memory. A post is pushed into those that are warm; one that is cold is read from the database when it is asked
 * for. Authors and tags with more followers than `pullFollowers` are not pushed: their posts are merged in when a home is read.
 */
export function createTimelines(
  db: Db,
  log: EventLog,
  stamps: Stamps,
  viewers: ViewerParts,
  options: { max: number; pullFollowers: number },
): Timelines {
  const part = viewers.register<Timeline>({
    name: "timeline",
    max: options.max,
    columns: { timeline: (id) => homeIds(id, timelineCap) },
    decode(row) {
      const ids = (row["timeline"] as Id[]).reverse();
      return { ids, whole: ids.length < timelineCap };
    },
  });
  const listeners: ArrivalListener[] = [];
  const pushes = new Set<Promise<void>>();
  /** By "author:…" or "tag:…". */
  const recent = new Map<string, PulledSource>();

  /**
   * Who follows an author or a tag. Forgotten when somebody follows them anew; one who no longer does may be told of a post in
   * vain, since reading decides.
   */
  const followersOf = new LRUCache<string, Promise<Id[]>>({
    max: 10_000,
    maxSize: mostFollowerIds,
    sizeCalculation: () => 1,
  });

  function followers(source: string, load: () => Promise<Id[]>): Promise<Id[]> {
    const kept = followersOf.get(source);
    if (kept) return kept;
    const loading = load();
    followersOf.set(source, loading);
    loading.then(
      // Now that it is known how many they are; unless they were forgotten meanwhile.
      (ids) =>
        followersOf.peek(source) === loading && followersOf.set(source, loading, { size: ids.length + 1 }),
      () => followersOf.peek(source) === loading && followersOf.delete(source),
    );
    return loading;
  }

  const inserting = (postId: Id) => (timeline: Timeline) => {
    insertId(timeline.ids, postId);
    if (timeline.ids.length > timelineCap + slack) {
      timeline.ids = timeline.ids.slice(-timelineCap);
      timeline.whole = false;
    }
  };

  /** Answers those whom a listener wants to tell. */
  async function pushTo(accountIds: readonly Id[], postId: Id): Promise<Id[]> {
    const wanted: Id[] = [];
    const insert = inserting(postId);
    for (const [index, accountId] of accountIds.entries()) {
      if (index > 0 && index % atOnce === 0) await turn();
      if (part.change(accountId, insert) && listeners.some((listener) => listener.wants(accountId)))
        wanted.push(accountId);
    }
    return wanted;
  }

  async function pushFrom(
    source: string,
    postId: Id,
    loadFollowers: () => Promise<Id[]>,
    load: () => Promise<Id[]>,
  ): Promise<Id[]> {
    const kept = recent.get(source);
    if (kept) {
      const ids = await kept.loading;
      insertId(ids, postId);
      stamps.changed(pulledKey);
      if (ids.length > timelineCap + slack) ids.splice(0, slack);
      return [];
    }
    const accountIds = await followers(source, loadFollowers);
    if (accountIds.length > options.pullFollowers) {
      const loading = load().then((ids) => (pulled.ids = ids.reverse()));
      const pulled: PulledSource = { loading, ids: undefined };
      recent.set(source, pulled);
      loading.catch(() => recent.delete(source));
    }
    return pushTo(accountIds, postId);
  }

  async function push(postId: Id, authorId: Id | null, tags: string[]): Promise<void> {
    // The author has the answer first.
    await turn();
    const sources: Promise<Id[]>[] = tags.map((tag) =>
      pushFrom(
        `tag:${tag}`,
        postId,
        () => listTagFollowerIds(db, tag),
        () => listTagIds(db, tag, timelineCap),
      ),
    );
    if (authorId !== null) {
      sources.push(
        pushFrom(
          `author:${authorId}`,
          postId,
          () => listFollowerIds(db, authorId),
          () => listAuthorIds(db, authorId, timelineCap),
        ),
      );
    }
    const wanted = new Set((await Promise.all(sources)).flat());
    if (authorId !== null) wanted.delete(authorId);
    for (const listener of listeners) {
      const accountIds = [...wanted].filter((accountId) => listener.wants(accountId));
      if (accountIds.length > 0) listener.arrived(postId, accountIds);
    }
  }

  function begin(postId: Id, authorId: Id | null, tags: string[]): void {
    // A push that fails leaves timelines without a post: forgetting them all is always right, they are read anew.
    const one = push(postId, authorId, tags)
      .catch(() => {
        part.clear();
        recent.clear();
      })
      .finally(() => pushes.delete(one));
    pushes.add(one);
  }

  log.listen((event) => {
    if (postEvents.postCreated.is(event)) {
      const { postId, authorId, parentId, tags } = event.payload;
      if (parentId !== null) return;
      part.change(authorId, inserting(postId));
      begin(postId, authorId, tags);
    } else if (postEvents.postUnhidden.is(event)) {
      const { postId, authorId, parentId, tags } = event.payload;
      if (parentId === null) begin(postId, authorId, tags);
    } else if (postEvents.postEdited.is(event)) {
      const { postId, parentId, tags, visibility, before } = event.payload;
      const added =
        before.visibility === visibility ? tags.filter((tag) => !before.tags.includes(tag)) : tags;
      if (parentId === null && added.length > 0) begin(postId, null, added);
    } else if (
      peopleEvents.followed.is(event) ||
      peopleEvents.unfollowed.is(event) ||
      peopleEvents.tagFollowed.is(event) ||
      peopleEvents.tagUnfollowed.is(event)
    ) {
      part.drop(event.payload.accountId);
      if (peopleEvents.followed.is(event)) followersOf.delete(`author:${event.payload.targetId}`);
      else if (peopleEvents.tagFollowed.is(event)) followersOf.delete(`tag:${event.payload.tag}`);
    }
  });

  return {
    part,
    pulled(relations) {
      const followed: PulledSource[] = [];
      for (const [source, one] of recent) {
        const name = source.slice(source.indexOf(":") + 1);
        const isFollowed = source.startsWith("tag:")
          ? relations.tags.has(name)
          : hasId(relations.following, Number(name));
        if (isFollowed) followed.push(one);
      }
      const lists = followed.map((one) => one.ids).filter((ids) => ids !== undefined);
      return lists.length === followed.length ? lists : Promise.all(followed.map((one) => one.loading));
    },
    onArrival: (listener) => void listeners.push(listener),
    idle: async () => void (await Promise.all(pushes)),
  };
}
