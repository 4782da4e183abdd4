import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { EventLog } from "../../../platform/events/event-log.ts";
import type { SiteRating } from "../engine/index.ts";
import { logFilmEvents } from "../film-events.ts";
import type { RatingRow } from "./rating-queries.ts";

/** Between two days, YYYY-MM-DD; never below zero. */
export function wholeYears(since: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4));
  return Math.max(0, years - (today.slice(5) < since.slice(5) ? 1 : 0));
}

/** Years until a stale rating counts half. */
const halfLife = 4;

/**
 * How many votes the engine is told of a rating that is so many whole years old. In its second year it still counts in full: most films are read
 * anew in that time, and what people think of one changes slowly. After that nobody has looked, the site may long say something else, and it
 * gives way to what members say, by half in four years. Its value stays, since nothing better is known.
 */
export const toldVotes = (votes: number, age: number): number =>
  Math.round(votes * 2 ** (-Math.max(0, age - 1) / halfLife));

/** What the engine is told of a film's ratings: all of them, whichever has changed. */
export function toldOf(ratings: readonly RatingRow[], measures: ReadonlyMap<string, string>): SiteRating[] {
  return ratings.map(({ site, value, votes, toldAge }) => ({
    site: measures.get(site)!,
    value,
    count: toldVotes(votes, toldAge),
  }));
}

/** Tells the engine of those films of which it would hear something new; answers how many they are. */
export async function tellRatings(
  log: EventLog,
  tx: Tx,
  films: ReadonlyMap<Id, { before: readonly RatingRow[]; after: readonly RatingRow[] }>,
  measures: ReadonlyMap<string, string>,
): Promise<number> {
  const events = [...films].flatMap(([filmId, { before, after }]) => {
    const sites = toldOf(after, measures);
    const isNew = JSON.stringify(sites) !== JSON.stringify(toldOf(before, measures));
    return isNew ? [{ type: "film_base" as const, filmId, sites }] : [];
  });
  await logFilmEvents(log, tx, events);
  return events.length;
}
