import { setImmediate as turn } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import type { HeldParts, PartHandle, ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import { peopleEvents, type RelationsHandle } from "../people/index.ts";
import { postEvents } from "../posts/index.ts";
import type { PulledSources, Source } from "./pulled-sources.ts";
import { homeIds, listAuthorIds, listFollowerIds, listTagFollowerIds, listTagIds } from "./queries.ts";
import { insertPost, type Timeline, timelineCap, timelineOf } from "./timeline.ts";

/** How many ids of followers are kept at the most, all sources together. */
const mostFollowerIds = 4_000_000;

/** Wants to know what comes into the homes of the people who have the site open. */
export interface ArrivalListener {
  online: { readonly size: number; has(accountId: Id): boolean; keys(): Iterable<Id> };
  /** A post has come into the homes of these people, as far as memory knows: whether it belongs there is for the listener to see. */
  arrived(postId: Id, accountIds: readonly Id[]): void;
}

interface Followers {
  accountIds: Id[];
  held: HeldParts<Timeline>;
}

export interface Timelines {
  part: PartHandle<Timeline>;
  onArrival(listener: ArrivalListener): void;
  /** Resolves when every push that was begun has ended. */
  idle(): Promise<void>;
}

/**
 * Home timelines in memory. A post is pushed into those that are warm; one that is cold is read from the database when it is asked
 * for. Authors and tags with more followers than `pullFollowers` are not pushed: their posts are merged in when a home is read.
 */
export function createTimelines(deps: {
  db: Db;
  log: EventLog;
  viewers: ViewerParts;
  relations: RelationsHandle;
  pulled: PulledSources;
  max: number;
  pullFollowers: number;
}): Timelines {
  const { db, log, viewers, relations, pulled, max, pullFollowers } = deps;
  const part = viewers.register<Timeline>({
    name: "timeline",
    max,
    columns: { timeline: (id) => homeIds(id, timelineCap) },
    decode: (row) => timelineOf(row["timeline"] as Id[]),
  });
  const listeners: ArrivalListener[] = [];
  const pushes = new Set<Promise<void>>();

  /**
   * Who follows an author or a tag. Forgotten when somebody follows them anew; one who no longer does may be told of a post in
   * vain, since reading decides.
   */
  const followersOf = new LRUCache<string, Promise<Followers>>({
    max: 10_000,
    maxSize: mostFollowerIds,
    sizeCalculation: () => 1,
  });
  const nameOf = (source: Source) => ("tag" in source ? `tag:${source.tag}` : `author:${source.authorId}`);

  function followers(source: Source): Promise<Followers> {
    const name = nameOf(source);
    const kept = followersOf.get(name);
    if (kept) return kept;
    const ids = "tag" in source ? listTagFollowerIds(db, source.tag) : listFollowerIds(db, source.authorId);
    const loading = ids.then((accountIds): Followers => ({ accountIds, held: [] }));
    followersOf.set(name, loading);
    loading.then(
      // Now that it is known how many they are; unless they were forgotten meanwhile.
      ({ accountIds }) =>
        followersOf.peek(name) === loading && followersOf.set(name, loading, { size: accountIds.length + 1 }),
      () => followersOf.peek(name) === loading && followersOf.delete(name),
    );
    return loading;
  }

  const inserting = (postId: Id) => (timeline: Timeline) => insertPost(timeline, postId);

  /** Answers which of the people who have the site open follow the source. */
  async function pushFrom(source: Source, postId: Id): Promise<Id[]> {
    const kept = pulled.find(source);
    if (kept) {
      await pulled.insert(kept, postId);
      // They are fewer than the followers, or at least in memory.
      return onlineIds().filter((accountId) => {
        const known = relations.peek(accountId);
        return !known || pulled.followedBy(known).includes(kept);
      });
    }
    const { accountIds, held } = await followers(source);
    if (accountIds.length > pullFollowers) {
      pulled.add(source, () =>
        "tag" in source
          ? listTagIds(db, source.tag, timelineCap)
          : listAuthorIds(db, source.authorId, timelineCap),
      );
    }
    await part.changeAll(accountIds, held, inserting(postId));
    const watching = listeners.filter((listener) => listener.online.size > 0);
    return watching.length === 0
      ? []
      : accountIds.filter((accountId) => watching.some(({ online }) => online.has(accountId)));
  }

  const onlineIds = () => listeners.flatMap((listener) => [...listener.online.keys()]);

  async function push(postId: Id, authorId: Id | null, tags: string[]): Promise<void> {
    // The author has the answer first.
    await turn();
    const sources: Source[] = tags.map((tag) => ({ tag }));
    if (authorId !== null) sources.push({ authorId });
    const reached = new Set((await Promise.all(sources.map((source) => pushFrom(source, postId)))).flat());
    if (authorId !== null) reached.delete(authorId);
    if (reached.size === 0) return;
    for (const { online, arrived } of listeners)
      arrived(
        postId,
        [...reached].filter((accountId) => online.has(accountId)),
      );
  }

  function begin(postId: Id, authorId: Id | null, tags: string[]): void {
    // A push that fails leaves timelines without a post: forgetting them all is always right, they are read anew.
    const one = push(postId, authorId, tags)
      .catch(() => {
        part.clear();
        pulled.clear();
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
      if (peopleEvents.followed.is(event)) followersOf.delete(nameOf({ authorId: event.payload.targetId }));
      else if (peopleEvents.tagFollowed.is(event)) followersOf.delete(nameOf({ tag: event.payload.tag }));
    }
  });

  return {
    part,
    onArrival: (listener) => void listeners.push(listener),
    idle: async () => void (await Promise.all(pushes)),
  };
}
