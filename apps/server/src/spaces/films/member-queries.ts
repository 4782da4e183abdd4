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
