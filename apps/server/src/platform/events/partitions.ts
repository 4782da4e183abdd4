import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";

const ahead = 3;
const day = 86_400_000;

/** Whoever holds this lock, in SQL, is not met with other partitions than there were. */
export const partitionsStill = "hashtext('event-partitions-still')";

/**
 * Makes the partitions of the coming days and drops those older than `keepDays`. Safe to run at any time, by any process. Left to the next
 * time while a backup reads the log: all writes would wait in line behind the wish for its locks.
 */
export async function maintainPartitions(db: Db, keepDays: number, now = new Date()): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('event-partitions'))`.execute(tx);
    const existing = await listPartitions(tx);
    const oldest = partitionName(startOfDay(now, -keepDays));
    const outdated = existing.filter((name) => /^event_\d{8}$/.test(name) && name < oldest).sort();
    const fresh = Array.from({ length: ahead + 1 }, (_, offset) => startOfDay(now, offset)).filter(
      (from) => !existing.includes(partitionName(from)),
    );
    if (outdated.length + fresh.length === 0) return;
    const isUrgent = fresh.some((from) => from <= now);
    if (!(await holdPartitions(tx, isUrgent))) return;
    for (const from of fresh) {
      const { create, sampleLess } = createPartition(from);
      await sql.raw(create).execute(tx);
      await sql.raw(sampleLess).execute(tx);
    }
    for (const name of outdated) {
      await sql`update event_horizon set xid = greatest(xid, coalesce((select max(xid) from ${sql.table(name)}), xid))`.execute(
        tx,
      );
      await sql`drop table ${sql.table(name)}`.execute(tx);
    }
  });
}

async function listPartitions(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'event'::regclass
  `.execute(tx);
  return rows.map((row) => row.name);
}

async function holdPartitions(tx: Tx, isUrgent: boolean): Promise<boolean> {
  if (isUrgent) {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(${sql.raw(partitionsStill)})`.execute(tx);
    return true;
  }
  const { rows } = await sql<{
    held: boolean;
  }>`select pg_try_advisory_xact_lock(${sql.raw(partitionsStill)}) as held`.execute(tx);
  return rows[0]!.held;
}

/** The statements that make the partition of the day that begins then. */
export function createPartition(from: Date): { create: string; sampleLess: string } {
  const name = partitionName(from);
  return {
    create: `create table ${name} partition of event
      for values from ('${from.toISOString()}') to ('${startOfDay(from, 1).toISOString()}')`,
    sampleLess: `select sample_less('${name}', '{aggregatetype, aggregateid, payload}')`,
  };
}

/** When the day begins whose partition is named so, as 20261130. */
export const partitionDay = (day: string): Date =>
  new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`);

function startOfDay(now: Date, offset: number): Date {
  return new Date(Math.floor(now.getTime() / day) * day + offset * day);
}

function partitionName(from: Date): string {
  return `event_${from.toISOString().slice(0, 10).replaceAll("-", "")}`;
}
