import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";

/**
 * A dump that is read into another database brings the transaction numbers of the old one along. Where those are ahead of the new one's,
 * every new event would stand before the consumers' positions and never be handled. Then the old events go, and the positions with them, so
 * that each consumer makes its data anew from the source tables when it begins; `forget` does the rest in the same transaction. Answers whether
 * it was so. Must run before anything reads the log; safe in several processes at once.
 */
export async function forgetRestoredLog(db: Db, forget: (tx: Tx) => Promise<void>): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(hashtextextended('restored-log', 0))`.execute(tx);
    const { rows } = await sql<{ next: string; isAhead: boolean }>`
      select next::text, greatest(
        (select max(xid) from event), (select max(xid) from consumer_position),
        (select max(xid) from event_relay), (select xid from event_horizon)
      ) >= next as is_ahead
      from pg_snapshot_xmax(pg_current_snapshot()) as next`.execute(tx);
    const { isAhead, next } = rows[0]!;
    if (isAhead) {
      await sql`delete from event where xid >= ${next}::xid8`.execute(tx);
      await tx.deleteFrom("consumerPosition").execute();
      await tx.deleteFrom("eventDead").execute();
      await sql`update event_horizon set xid = '0'`.execute(tx);
      await forget(tx);
    }
    return isAhead;
  });
}
