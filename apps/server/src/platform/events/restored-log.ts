import type pg from "pg";

/**
 * A dump that is read into another database brings the transaction numbers of the old one along. Where those are ahead of the new one's,
 * every new event would stand before the consumers' positions and never be handled. Then the old events go, and the positions with them, so
 * that each consumer makes its data anew from the source tables when it begins; brokers and Redis are left for names of their own, where
 * nothing of the old site is met. Answers whether it was so. Must run before anything reads the log; safe in several processes at once.
 */
export async function forgetRestoredLog(pool: pg.Pool): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("set local statement_timeout = 0");
    await client.query("select pg_advisory_xact_lock(hashtextextended('restored-log', 0))");
    const { rows } = await client.query<{ next: string; isAhead: boolean }>(`
      select next::text, greatest(
        (select max(xid) from event), (select max(xid) from consumer_position),
        (select max(xid) from event_relay), (select xid from event_horizon)
      ) >= next as "isAhead"
      from pg_snapshot_xmax(pg_current_snapshot()) as next`);
    const { isAhead, next } = rows[0]!;
    if (isAhead) {
      await client.query("delete from event where xid >= $1::xid8", [next]);
      await client.query("delete from consumer_position");
      await client.query("delete from event_dead");
      await client.query("delete from event_relay");
      await client.query("update event_horizon set xid = '0'");
      await client.query("delete from secret where name in ('events', 'redis')");
    }
    await client.query("commit");
    return isAhead;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
