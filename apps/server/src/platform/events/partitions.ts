import { sql } from "kysely";
import type { Db } from "../database/database.ts";

const ahead = 3;
const day = 86_400_000;

/** Makes the partitions of the coming days and drops those older than `keepDays`. Safe to run at any time, by any process. */
export async function maintainPartitions(db: Db, keepDays: number, now = new Date()): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('event-partitions'))`.execute(tx);
    const existing = new Set(
      (
        await sql<{ name: string }>`
          select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'event'::regclass
        `.execute(tx)
      ).rows.map((row) => row.name),
    );
    for (let offset = 0; offset <= ahead; offset++) {
      const from = startOfDay(now, offset);
      const name = partitionName(from);
      if (existing.has(name)) continue;
      await sql`create table ${sql.table(name)} partition of event
        for values from (${sql.lit(from.toISOString())}) to (${sql.lit(startOfDay(now, offset + 1).toISOString())})`.execute(
        tx,
      );
      await sql`select sample_less(${name}, '{aggregatetype, aggregateid, payload}')`.execute(tx);
    }
    const oldest = partitionName(startOfDay(now, -keepDays));
    for (const name of [...existing].filter((name) => /^event_\d{8}$/.test(name) && name < oldest).sort()) {
      await sql`update event_horizon set xid = greatest(xid, coalesce((select max(xid) from ${sql.table(name)}), xid))`.execute(
        tx,
      );
      await sql`drop table ${sql.table(name)}`.execute(tx);
    }
  });
}

function startOfDay(now: Date, offset: number): Date {
  return new Date(Math.floor(now.getTime() / day) * day + offset * day);
}

function partitionName(from: Date): string {
  return `event_${from.toISOString().slice(0, 10).replaceAll("-", "")}`;
}
