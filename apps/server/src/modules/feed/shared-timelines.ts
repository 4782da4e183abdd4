import { hash } from "node:crypto";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog, LoggedEvent } from "../../platform/events/event-log.ts";
import { isAfter, type LogPoint } from "../../platform/events/reader.ts";
import type { PartHandle, ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import type { Relations, RelationsHandle } from "../people/index.ts";
import type { Marks } from "../posts/index.ts";
import type { Arrival } from "./arrivals.ts";
import { readRecentPosts } from "./read-recent-posts.ts";
import type { RecentPosts } from "./recent-posts.ts";
import { copyColumns, readHistory } from "./shared-queries.ts";
import { insertPost, type Timeline, timelineOf } from "./timeline.ts";
import type { SavedTimeline, TimelineStore } from "./timeline-store.ts";

/** A timeline in memory; with Redis it knows what a copy of it there would be good for. */
export interface HomeTimeline extends Timeline {
  origin?: Origin;
}

interface Origin extends Pick<SavedTimeline, "through" | "followed"> {
  isSaved: boolean;
}

export type Viewed = [Relations, Marks, HomeTimeline];

/** Timelines that all processes share, in Redis: asked before the database. */
export interface SharedTimelines {
  /** What has to be read with a timeline, in the same statement, so that a copy can be kept. */
  columns: typeof copyColumns;
  decode(row: Record<string, unknown>): HomeTimeline;
  read(part: PartHandle<HomeTimeline>, accountId: Id): Promise<Viewed>;
  /** Keeps a new copy of a timeline that is read from memory, when the last one will soon be too old. */
  renew(accountId: Id, timeline: HomeTimeline, relations: Relations): void;
  /** To be told of everything that comes into homes, in the turn in which it is heard of. */
  heard(event: LoggedEvent, arrival: Arrival): void;
  forget(accountId: Id): void;
  /** Reads the end of the log; until then all timelines come from the database. */
  start(): Promise<void>;
}

/**
 * A copy in Redis is a timeline as it was at one place in the event log, with the mark of those whom its owner followed there. It
 * is never changed: who reads it adds what came after that place, which every process has in memory. See ARCHITECTURE.md.
 */
export function createSharedTimelines(deps: {
  db: Db;
  log: EventLog;
  store: TimelineStore;
  recent: RecentPosts;
  viewers: ViewerParts;
  relations: RelationsHandle;
  marks: PartHandle<Marks>;
  onError(error: unknown): void;
}): SharedTimelines {
  const { db, log, store, recent, viewers, relations, marks, onError } = deps;
  /** Which database it is, and which course of its history. */
  let history = "";
  const markOf = (following: readonly Id[], tags: Iterable<string>, topics: readonly Id[]) =>
    hash("sha256", JSON.stringify([history, following, [...tags].sort(), topics]), "buffer").subarray(0, 16);

  function save(accountId: Id, timeline: Timeline, origin: Origin): void {
    origin.isSaved = true;
    store.save(accountId, { ...timeline, ...origin });
  }

  /** A timeline that was right at a place, as it is now. Undefined when what came since is not known, or when others are followed now. */
  function bringUpToDate(old: SavedTimeline, reader: Relations): Required<HomeTimeline> | undefined {
    const { through, followed } = old;
    if (
      !recent.reachesBack(through) ||
      !followed.equals(markOf(reader.following, reader.tags, reader.topics))
    )
      return undefined;
    const timeline = { ids: [...old.ids], floor: old.floor };
    for (const id of recent.after(through, reader).sort((a, b) => a - b)) insertPost(timeline, id);
    const heard = log.heard()!.to;
    const now: LogPoint = isAfter(heard, through) ? heard : through;
    return { ...timeline, origin: { through: now, followed, isSaved: true } };
  }

  async function recall(accountId: Id): Promise<Viewed | undefined> {
    const saved = await store.find(accountId);
    if (!saved || !recent.reachesBack(saved.through)) return undefined;
    const [reader, marked] = await viewers.get(accountId, [relations, marks]);
    const timeline = bringUpToDate(saved, reader);
    if (!timeline) return undefined;
    if (recent.isOld(saved.through)) save(accountId, timeline, timeline.origin);
    return [reader, marked, timeline];
  }

  return {
    columns: copyColumns,
    decode(row) {
      const through = { xid: BigInt(row["timelineThrough"] as string), id: Number.MAX_SAFE_INTEGER };
      const followed = markOf(
        row["timelineFollowing"] as Id[],
        row["timelineTags"] as string[],
        row["timelineTopics"] as Id[],
      );
      return { ...timelineOf(row["timeline"] as Id[]), origin: { through, followed, isSaved: false } };
    },
    async read(part, accountId) {
      let found: Viewed | undefined;
      if (!part.peek(accountId))
        await part.fill(accountId, async () => (found = await recall(accountId))?.[2]);
      if (found) return found;
      const viewed: Viewed = await viewers.get(accountId, [relations, marks, part]);
      const [, , timeline] = viewed;
      if (timeline.origin?.isSaved === false) save(accountId, timeline, timeline.origin);
      return viewed;
    },
    renew(accountId, timeline, reader) {
      const { origin } = timeline;
      if (!origin || !recent.isOld(origin.through)) return;
      const now = bringUpToDate({ ...timeline, ...origin }, reader);
      if (!now) return;
      timeline.origin = now.origin;
      save(accountId, now, now.origin);
    },
    heard: ({ xid, id }, arrival) => recent.add({ xid, id }, arrival),
    forget: (accountId) => store.remove(accountId),
    async start() {
      try {
        history = await readHistory(db);
        await readRecentPosts(db, log.heard()!.from, recent);
      } catch (error) {
        onError(error);
      }
    },
  };
}
