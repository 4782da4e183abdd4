import type pg from "pg";
import type { LoadRequest } from "../lib/load.ts";
import { random } from "../lib/zipf-texts.ts";

export type Value = "like" | "dislike";

export interface Voter {
  id: number;
  token: string;
}

export const voteOf = (filmId: number, { token }: Voter, value: Value): LoadRequest => ({
  method: "PUT",
  path: `/api/v1/films/${filmId}/vote`,
  token,
  body: JSON.stringify({ value }),
});

/** Votes of these people on films as well known as chance has it, without those that are watched. */
export async function voteRequests(
  pool: pg.Pool,
  voters: readonly Voter[],
  count: number,
  except: ReadonlySet<number>,
): Promise<LoadRequest[]> {
  const { rows } = await pool.query<{ id: number }>(
    "select film_id as id from film_rank order by people desc, film_id",
  );
  const films = rows.map(({ id }) => id).filter((id) => !except.has(id));
  // Other ones in every run.
  const next = random(Date.now());
  return Array.from({ length: count }, () => {
    const film = films[Math.floor(next() ** 2.5 * films.length)]!;
    const voter = voters[Math.floor(next() * voters.length)]!;
    return voteOf(film, voter, next() < 0.7 ? "like" : "dislike");
  });
}
