import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** Whether somebody has said anything of films, or the engine knows them from before. */
export async function hasSpoken(tx: Tx, accountId: Id): Promise<boolean> {
  const { rows } = await sql<{ spoken: boolean }>`
    select exists (select 1 from film_member where account_id = ${accountId})
      or exists (select 1 from film_vote where account_id = ${accountId})
      or exists (select 1 from film_review where author_id = ${accountId})
      or exists (select 1 from film_review_vote where account_id = ${accountId}) as spoken
  `.execute(tx);
  return rows[0]!.spoken;
}

/** What somebody thinks of reviews, the oldest review first. */
export async function listReviewVotes(tx: Tx, accountId: Id): Promise<{ reviewId: Id; value: 1 | -1 }[]> {
  const { rows } = await sql<{ reviewId: Id; value: 1 | -1 }>`
    select review_id, value from film_review_vote where account_id = ${accountId} order by review_id
  `.execute(tx);
  return rows;
}
