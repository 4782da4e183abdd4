import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";

/** Keeps anything new from being tied to the account. False when it is gone. */
export async function lockAccount(tx: Tx, accountId: Id): Promise<boolean> {
  // A life's worth of posts takes a while to delete.
  await sql`set local statement_timeout = '10min'`.execute(tx);
  const row = await tx
    .selectFrom("account")
    .select("id")
    .where("id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Announces the end of every follow and request in both directions, in the database: there may be a million. */
export async function logEndedRelations(
  log: EventLog,
  tx: Tx,
  accountId: Id,
  types: { unfollowed: string; requestEnded: string },
): Promise<void> {
  for (const [table, type] of [
    ["follow", types.unfollowed],
    ["follow_request", types.requestEnded],
  ] as const) {
    await log.publishFrom(
      tx,
      sql`select 'account' as aggregatetype, follower_id::text as aggregateid, ${type}::text as type,
          jsonb_build_object('accountId', follower_id, 'targetId', followee_id) as payload
        from ${sql.table(table)} where follower_id = ${accountId} or followee_id = ${accountId}`,
    );
  }
}

export async function listMediaHashes(tx: Tx, accountId: Id): Promise<string[]> {
  const rows = await tx
    .selectFrom("media")
    .select("hash")
    .distinct()
    .where("ownerId", "=", accountId)
    .execute();
  return rows.map((row) => row.hash);
}

/** The account and, by the foreign keys, everything of it. */
export async function deleteAccountRows(tx: Tx, accountId: Id): Promise<void> {
  await tx.deleteFrom("account").where("id", "=", accountId).execute();
}
