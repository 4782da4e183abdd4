import type { Id } from "../../platform/database/tables.ts";
import { isAfter, type LogPoint } from "../../platform/events/reader.ts";
import type { Relations } from "../people/index.ts";
import type { Arrival } from "./arrivals.ts";

interface Kept {
  place: LogPoint;
  arrival: Arrival;
}

/** The end of the event log as far as it concerns homes: what came when, found by author, tag and topic. */
export interface RecentPosts {
  /** Notes what was heard of, in about the order of the log. Safe to repeat. */
  add(place: LogPoint, arrival: Arrival): void;
  /** Puts what came before that first `add`, oldest first, of which everything after `since` is there. */
  complete(older: readonly Kept[], since: LogPoint): void;
  /** Whether everything after the place that has been heard of is known here. */
  reachesBack(place: LogPoint): boolean;
  /** Whether so much came after the place that it will soon be too far back. */
  isOld(place: LogPoint): boolean;
  /** Posts after the place that come into the home of the person with these relations; in no order, maybe more than once. */
  after(place: LogPoint, relations: Relations): Id[];
}

const later = (one: LogPoint, other: LogPoint) => (isAfter(one, other) ? one : other);

/** Keeps the newest `max` (some 300 bytes each). */
export function createRecentPosts(max: number): RecentPosts {
  const slack = Math.ceil(max / 10);
  const authors = new Map<Id, Kept[]>();
  const tags = new Map<string, Kept[]>();
  const topics = new Map<Id, Kept[]>();
  let all: Kept[] = [];
  /** Everything after it is known; undefined until the log was read. */
  let since: LogPoint | undefined;
  let dropped: LogPoint = { xid: 0n, id: 0 };

  function forget(kept: Kept): void {
    dropped = later(dropped, kept.place);
    const { authorId, tags: names, topics: ids } = kept.arrival;
    if (authorId !== null) takeOut(authors, authorId, kept);
    for (const tag of names) takeOut(tags, tag, kept);
    for (const id of ids) takeOut(topics, id, kept);
  }

  function cut(): void {
    if (all.length <= max + slack) return;
    for (const kept of all.splice(0, all.length - max)) forget(kept);
    if (since) since = later(since, dropped);
  }

  function file(kept: Kept): void {
    const { authorId, tags: names, topics: ids } = kept.arrival;
    if (authorId !== null) putIn(authors, authorId, kept);
    for (const tag of names) putIn(tags, tag, kept);
    for (const id of ids) putIn(topics, id, kept);
  }

  return {
    add(place, arrival) {
      const kept = { place, arrival };
      all.push(kept);
      file(kept);
      cut();
    },
    complete(older, from) {
      all = [...older, ...all];
      for (const kept of older) file(kept);
      since = later(from, dropped);
      cut();
    },
    reachesBack: (place) => since !== undefined && !isAfter(since, place),
    isOld: (place) => all.length > max / 2 && !isAfter(place, all[all.length - Math.floor(max / 2)]!.place),
    after(place, relations) {
      const ids: Id[] = [];
      const gather = (list: Kept[] | undefined) => {
        if (list === undefined) return;
        for (let at = list.length - 1; at >= 0 && isAfter(list[at]!.place, place); at--)
          ids.push(list[at]!.arrival.postId);
      };
      gather(authors.get(relations.accountId));
      for (const id of relations.following) gather(authors.get(id));
      for (const tag of relations.tags) gather(tags.get(tag));
      for (const id of relations.topics) gather(topics.get(id));
      return ids;
    },
  };
}

/** In the order of the log; nearly always an append. */
function putIn<K>(lists: Map<K, Kept[]>, key: K, kept: Kept): void {
  const list = lists.get(key);
  if (!list) return void lists.set(key, [kept]);
  let index = list.length;
  while (index > 0 && isAfter(list[index - 1]!.place, kept.place)) index--;
  list.splice(index, 0, kept);
}

function takeOut<K>(lists: Map<K, Kept[]>, key: K, kept: Kept): void {
  const list = lists.get(key)!;
  list.splice(list.indexOf(kept), 1);
  if (list.length === 0) lists.delete(key);
}
