import type { Db } from "../database/database.ts";
import type { LoggedEvent } from "./event-log.ts";
import { isAfter, type LogPoint, placeOf, readEvents } from "./reader.ts";
import { batch } from "./step.ts";

/** The events of some types (all, when left out) after a place and up to another one, batch by batch. */
export async function* readBetween(
  db: Db,
  after: LogPoint,
  until: LogPoint,
  types: ReadonlySet<string> | undefined,
): AsyncGenerator<LoggedEvent[]> {
  for (let from = after; ;) {
    const events = await readEvents(db, from, batch);
    const some = events.filter((event) => !isAfter(event, until) && (!types || types.has(event.type)));
    if (some.length > 0) yield some;
    const last = events.at(-1);
    if (!last || events.length < batch || !isAfter(until, last)) return;
    from = placeOf(last);
  }
}
