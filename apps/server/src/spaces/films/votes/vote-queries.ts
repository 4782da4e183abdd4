import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";

/** False when it was there already. */
export async function putVote(tx: Tx, accountId: Id, filmId: Id, value: 1 | -1): Promise<boolean> {
  const { rows } = await sql`
    insert into film_vote as v (film_id, account_id, value) values (${filmId}, ${accountId}, ${value})
    on conflict (film_id, account_id) do update set value = excluded.value, voted_at = clock_timestamp() where v.value <> excluded.value
    returning 1
  `.execute(tx);
  return rows.length > 0;
}

/** False when there was none. */
export async function removeVote(tx: Tx, accountId: Id, filmId: Id): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("filmVote")
    .where("filmId", "=", filmId)
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What somebody's vote weighs now, in thousandths; null before the engine has heard of them. */
export async function findWeight(db: Db | Tx, accountId: Id): Promise<number | null> {
  const row = await db
    .selectFrom("filmMember")
    .select("weight")
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return row?.weight ?? null;
}

/** False when it was there already. */
export async function putOnWatchlist(db: Db | Tx, accountId: Id, filmId: Id): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("filmWatchlist")
    .values({ accountId, filmId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when it was not there. */
export async function takeOffWatchlist(db: Db | Tx, accountId: Id, filmId: Id): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("filmWatchlist")
    .where("accountId", "=", accountId)
    .where("filmId", "=", filmId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
