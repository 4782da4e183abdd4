import { setImmediate as turn } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import type { HeldParts, PartHandle, ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import { peopleEvents, type Relations, type RelationsHandle } from "../people/index.ts";
import { type Marks, postEvents } from "../posts/index.ts";
import { type Arrival, arrivalOf } from "./arrivals.ts";
import type { PulledSources, Source } from "./pulled-sources.ts";
import {
  homeIds,
  listAuthorIds,
  listFollowerIds,
  listTagFollowerIds,
  listTagIds,
  listTopicFollowerIds,
  listTopicIds,
} from "./queries.ts";
import type { HomeTimeline, SharedTimelines, Viewed } from "./shared-timelines.ts";
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
  held: HeldParts<HomeTimeline>;
}

export interface Timelines {
  part: PartHandle<HomeTimeline>;
  /** Everything that is needed to read somebody's home: from memory, from Redis where there is one, or from the database. */
  read(accountId: Id): Promise<Viewed>;
  /** To be told when a home is read from memory. */
  used(accountId: Id, timeline: HomeTimeline, relations: Relations): void;
  onArrival(listener: ArrivalListener): void;
  /** Resolves when every push that was begun has ended. */
  idle(): Promise<void>;
}

/**
 * Home timelines in memory. A post is pushed into those that are warm; one that is cold is read from the database when it is asked
 * for. Authors, tags and topics with more followers than `pullFollowers` are not pushed: their posts are merged in when a home is read.
 */
export function createTimelines(deps: {
  db: Db;
  log: EventLog;
  viewers: ViewerParts;
  relations: RelationsHandle;
  marks: PartHandle<Marks>;
  pulled: PulledSources;
  shared: SharedTimelines | undefined;
  max: number;
  pullFollowers: number;
}): Timelines {
  const { db, log, viewers, relations, marks, pulled, shared, max, pullFollowers } = deps;
  const part = viewers.register<HomeTimeline>({
    name: "timeline",
    max,
    columns: { timeline: (id) => homeIds(id, timelineCap), ...shared?.columns },
    decode: (row) => shared?.decode(row) ?? timelineOf(row["timeline"] as Id[]),
  });
  const listeners: ArrivalListener[] = [];
  const pushes = new Set<Promise<void>>();

  /**
   * Who follows an author, a tag or a topic. Forgotten when somebody follows them anew; one who no longer does may be told of a post in
   * vain, since reading decides.
   */
  const followersOf = new LRUCache<string, Promise<Followers>>({
    max: 10_000,
    maxSize: mostFollowerIds,
    sizeCalculation: () => 1,
  });
  function nameOf(source: Source): string {
    if ("tag" in source) return `tag:${source.tag}`;
    return "topicId" in source ? `topic:${source.topicId}` : `author:${source.authorId}`;
  }
  function listFollowersOf(source: Source): Promise<Id[]> {
    if ("tag" in source) return listTagFollowerIds(db, source.tag);
    return "topicId" in source
      ? listTopicFollowerIds(db, source.topicId)
      : listFollowerIds(db, source.authorId);
  }
  function listPostsOf(source: Source): Promise<Id[]> {
    if ("tag" in source) return listTagIds(db, source.tag, timelineCap);
    return "topicId" in source
      ? listTopicIds(db, source.topicId, timelineCap)
      : listAuthorIds(db, source.authorId, timelineCap);
  }

  function followers(source: Source): Promise<Followers> {
    const name = nameOf(source);
    const kept = followersOf.get(name);
    if (kept) return kept;
    const loading = listFollowersOf(source).then((accountIds): Followers => ({ accountIds, held: [] }));
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
      pulled.add(source, () => listPostsOf(source));
    }
    await part.changeAll(accountIds, held, inserting(postId));
    const watching = listeners.filter((listener) => listener.online.size > 0);
    return watching.length === 0
      ? []
      : accountIds.filter((accountId) => watching.some(({ online }) => online.has(accountId)));
  }

  const onlineIds = () => listeners.flatMap((listener) => [...listener.online.keys()]);

  async function push({ postId, authorId, tags, topics }: Arrival): Promise<void> {
    // The author has the answer first.
    await turn();
    const sources: Source[] = [...tags.map((tag) => ({ tag })), ...topics.map((topicId) => ({ topicId }))];
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

  function begin(arrival: Arrival): void {
    // A push that fails leaves timelines without a post: forgetting them all is always right, they are read anew.
    const one = push(arrival)
      .catch(() => {
        part.clear();
        pulled.clear();
      })
      .finally(() => pushes.delete(one));
    pushes.add(one);
  }

  log.listen((event) => {
    const arrival = arrivalOf(event);
    if (arrival) {
      shared?.heard(event, arrival);
      if (postEvents.postCreated.is(event)) part.change(event.payload.authorId, inserting(arrival.postId));
      begin(arrival);
    } else if (peopleEvents.accountDeleted.is(event)) {
      shared?.forget(event.payload.accountId);
    } else if (
      peopleEvents.followed.is(event) ||
      peopleEvents.unfollowed.is(event) ||
      peopleEvents.tagFollowed.is(event) ||
      peopleEvents.tagUnfollowed.is(event) ||
      peopleEvents.topicFollowed.is(event) ||
      peopleEvents.topicUnfollowed.is(event)
    ) {
      part.drop(event.payload.accountId);
      if (peopleEvents.followed.is(event)) followersOf.delete(nameOf({ authorId: event.payload.targetId }));
      else if (peopleEvents.tagFollowed.is(event)) followersOf.delete(nameOf({ tag: event.payload.tag }));
      else if (peopleEvents.topicFollowed.is(event))
        followersOf.delete(nameOf({ topicId: event.payload.topicId }));
    }
  });

  return {
    part,
    read: (accountId) => shared?.read(part, accountId) ?? viewers.get(accountId, [relations, marks, part]),
    used: (accountId, timeline, reader) => shared?.renew(accountId, timeline, reader),
    onArrival: (listener) => void listeners.push(listener),
    idle: async () => void (await Promise.all(pushes)),
  };
}
