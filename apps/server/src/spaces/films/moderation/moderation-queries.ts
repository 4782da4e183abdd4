import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";

export async function setModerator(db: Db, accountId: Id, isOne: boolean): Promise<void> {
  if (isOne)
    await db
      .insertInto("filmModerator")
      .values({ accountId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else await db.deleteFrom("filmModerator").where("accountId", "=", accountId).execute();
}

/** Films of which votes are held back, the one with the most first. */
export async function listFlagged(db: Db, limit: number): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select film_id as id from film_state
    where (state ->> 'alarm')::boolean or (state -> 'held' ->> 'w')::bigint > 0
    order by (state -> 'held' ->> 'w')::bigint + (state -> 'epoch' ->> 'w')::bigint desc, film_id limit ${limit}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Shows a film no more, or again. False when there is none. */
export async function setShown(tx: Tx, filmId: Id, isShown: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("film")
    .set({ removedAt: isShown ? null : new Date() })
    .where("id", "=", filmId)
    .executeTakeFirst();
  await tx.updateTable("filmRank").set({ isShown }).where("filmId", "=", filmId).execute();
  return numUpdatedRows > 0n;
}
