import type { Db } from "../../platform/database/database.ts";
import { type LogPoint, readEventsBack, readHorizon } from "../../platform/events/reader.ts";
import { type Arrival, arrivalOf, arrivalTypes } from "./arrivals.ts";
import type { RecentPosts } from "./recent-posts.ts";

/** How much of the log is looked at. Most of it are likes and views on a busy site. */
const mostLookedAt = 200_000;
const atOnce = 5_000;

/** Reads what came into homes before a place, from behind which everything was heard of, as far back as is worth while. */
export async function readRecentPosts(db: Db, from: LogPoint, recent: RecentPosts): Promise<void> {
  const older: { place: LogPoint; arrival: Arrival }[] = [];
  let since: LogPoint | undefined = from;
  let upTo = from;
  for (let looked = 0; looked < mostLookedAt && since; looked += atOnce) {
    const { events, oldest } = await readEventsBack(db, upTo, atOnce, arrivalTypes);
    for (const event of events) {
      const arrival = arrivalOf(event);
      if (arrival) older.push({ place: { xid: event.xid, id: event.id }, arrival });
    }
    since = oldest;
    if (oldest) upTo = { xid: oldest.xid, id: oldest.id - 1 };
  }
  recent.complete(older.reverse(), since ?? (await readHorizon(db)));
}
