import type { Db } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { EventLog } from "../../../platform/events/event-log.ts";
import { lockFilms } from "./film-queries.ts";
import { findAged, readMeasures, readRatings, upsertRatings } from "./rating-queries.ts";
import { tellRatings, wholeYears } from "./told-ratings.ts";

const atOnce = 1_000;

/**
 * Tells the engine anew of films with ratings that have grown a year older: they count less now (see `toldVotes`). To be run once a day; twice
 * changes nothing. Answers how many films it told of.
 */
export async function tellAgedRatings(log: EventLog, db: Db, now = new Date()): Promise<number> {
  const measures = await readMeasures(db);
  const today = now.toISOString().slice(0, 10);
  let told = 0;
  for (let after: Id | undefined = 0; after !== undefined;) {
    const from: Id = after;
    const batch: { told: number; last: Id | undefined } = await log.commit(async (tx) => {
      const ids = await findAged(tx, today, from, atOnce);
      await lockFilms(tx, ids);
      const films = new Map(
        [...Map.groupBy(await readRatings(tx, ids), ({ filmId }) => filmId)].map(([filmId, before]) => [
          filmId,
          { before, after: before.map((row) => ({ ...row, toldAge: wholeYears(row.ratedOn, today) })) },
        ]),
      );
      await upsertRatings(
        tx,
        [...films.values()].flatMap((film) => film.after),
      );
      return { told: await tellRatings(log, tx, films, measures), last: ids.at(-1) };
    });
    told += batch.told;
    after = batch.last;
  }
  return told;
}
