import type { RatingInput } from "../../catalogue/film-input.ts";
import { ratingFault } from "../../catalogue/measures.ts";
import type { Faults } from "../faults.ts";
import type { Rows } from "../files/rows.ts";

/** Of each movie the mean of what people gave it, how many they were, and the day of the last of them. */
export async function readMeans(file: string, rows: Rows, faults: Faults): Promise<Map<string, RatingInput>> {
  const sums = new Map<string, { sum: number; votes: number; latest: number }>();
  for await (const block of rows)
    for (const row of block) {
      if (faults.isBad(file, row)) continue;
      const [movie, rating, timestamp] = row.cells;
      const [value, at] = [Number(rating ?? Number.NaN), Number(timestamp ?? Number.NaN)];
      const fault =
        ratingFault("star5", value, 1) ??
        (movie === undefined || !isTime(at) ? "names no movie, or no time" : undefined);
      if (fault !== undefined) {
        faults.tell(file, row.line, fault);
        continue;
      }
      const known = sums.get(movie!);
      if (!known) sums.set(movie!, { sum: value, votes: 1, latest: at });
      else {
        known.sum += value;
        known.votes += 1;
        if (at > known.latest) known.latest = at;
      }
    }
  return new Map(
    [...sums].map(([movie, { sum, votes, latest }]) => [
      movie,
      {
        site: "movielens",
        value: sum / votes,
        votes,
        ratedOn: new Date(latest * 1000).toISOString().slice(0, 10),
      },
    ]),
  );
}

/** In seconds, and of a year with four digits. */
const isTime = (at: number) => Number.isInteger(at) && at >= 0 && at < 253_402_300_800;
