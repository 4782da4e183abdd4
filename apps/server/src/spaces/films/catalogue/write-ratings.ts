import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { EventLog } from "../../../platform/events/event-log.ts";
import type { RatingInput } from "./film-input.ts";
import { type RatingRow, readMeasures, readRatings, upsertRatings } from "./rating-queries.ts";
import { tellRatings, wholeYears } from "./told-ratings.ts";

/** A rating is stored in four bytes: more digits than these would not come back as they were. */
const stored = (value: number) => Math.round(value * 1000) / 1000;

const isSame = (one: RatingRow, other: RatingRow) =>
  one.value === other.value && one.votes === other.votes && one.ratedOn === other.ratedOn;

/**
 * Writes what is newer than what is there or differs on the same day, and tells the engine. Answers how many ratings were written. The films are
 * locked, or new in this transaction.
 */
export async function writeRatings(
  log: EventLog,
  tx: Tx,
  given: ReadonlyMap<Id, readonly RatingInput[]>,
  today: string,
): Promise<number> {
  if (given.size === 0) return 0;
  const measures = await readMeasures(tx);
  const known = Map.groupBy(await readRatings(tx, [...given.keys()]), ({ filmId }) => filmId);
  const changed: RatingRow[] = [];
  const films = new Map<Id, { before: RatingRow[]; after: RatingRow[] }>();
  for (const [filmId, ratings] of given) {
    const before = known.get(filmId) ?? [];
    const after = new Map(before.map((row) => [row.site, row]));
    for (const { site, value, votes, ratedOn } of ratings) {
      const row = {
        filmId,
        site,
        value: stored(value),
        votes,
        ratedOn,
        toldAge: wholeYears(ratedOn, today),
      };
      const there = after.get(site);
      if (there && (there.ratedOn > ratedOn || isSame(there, row))) continue;
      after.set(site, row);
    }
    const fresh = [...after.values()].filter((row) => !before.includes(row));
    if (fresh.length === 0) continue;
    changed.push(...fresh);
    films.set(filmId, { before, after: bySite([...after.values()]) });
  }
  await upsertRatings(tx, changed);
  await tellRatings(log, tx, films, measures);
  return changed.length;
}

const bySite = (rows: RatingRow[]) => rows.sort((one, other) => (one.site < other.site ? -1 : 1));
