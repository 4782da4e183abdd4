import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { rowsOf } from "../catalogue/recordset-queries.ts";

export async function setPosters(tx: Tx, posters: readonly { filmId: Id; posterId: Id }[]): Promise<void> {
  await sql`
    update film f set poster_id = r."posterId" from ${rowsOf(posters, '"filmId" bigint, "posterId" bigint')} where f.id = r."filmId"
  `.execute(tx);
}

export async function insertVotes(
  tx: Tx,
  votes: readonly { filmId: Id; accountId: Id; value: 1 | -1; at: Date }[],
): Promise<void> {
  await sql`
    insert into film_vote (film_id, account_id, value, voted_at)
    select "filmId", "accountId", value, at
    from ${rowsOf(votes, '"filmId" bigint, "accountId" bigint, value smallint, at timestamptz')}
  `.execute(tx);
}

export async function insertReviewVotes(
  tx: Tx,
  votes: readonly { reviewId: Id; accountId: Id; value: 1 | -1 }[],
): Promise<void> {
  await sql`
    insert into film_review_vote (review_id, account_id, value)
    select "reviewId", "accountId", value from ${rowsOf(votes, '"reviewId" bigint, "accountId" bigint, value smallint')}
  `.execute(tx);
}

/** In the order of time. */
export async function insertWanted(
  tx: Tx,
  wanted: readonly { accountId: Id; filmId: Id; at: Date }[],
): Promise<void> {
  await sql`
    insert into film_watchlist (id, account_id, film_id)
    select new_id(at), "accountId", "filmId" from ${rowsOf(wanted, '"accountId" bigint, "filmId" bigint, at timestamptz')}
  `.execute(tx);
}
