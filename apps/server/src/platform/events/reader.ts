import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import type { Id } from "../database/tables.ts";
import type { LoggedEvent } from "./event-log.ts";

/** A place in the log: right after the event with this transaction and id. */
export interface LogPoint {
  xid: bigint;
  id: Id;
  /** When that event's transaction began; undefined when it is not known. */
  at?: Date | undefined;
}

export interface Position extends LogPoint {
  /** Events visible in this snapshot (`pg_snapshot` text) are already in the effect of a rebuild. */
  since: string;
}

/**
 * How much earlier than its predecessor in the log an event may have begun: far longer than any transaction that people's writes may last
 * (a minute). It lets the database leave out the partitions of days that are over.
 */
const longestTransactionMs = 86_400_000;

export interface EventRow {
  id: Id;
  xid: string;
  at: Date;
  aggregatetype: string;
  aggregateid: string;
  type: string;
  payload: object;
}

/**
 * The next events after a place, in the order of (xid, id). The guard keeps back everything behind a transaction that is
 * still open: it may commit later with a smaller xid, and a reader that had passed it would lose its events.
 */
export async function readEvents(db: Db | Tx, after: LogPoint, limit: number): Promise<LoggedEvent[]> {
  const earliest = after.at ? new Date(after.at.getTime() - longestTransactionMs) : "-infinity";
  const { rows } = await sql<EventRow>`
    select id, xid::text as xid, at, aggregatetype, aggregateid, type, payload
    from events_after(${after.xid.toString()}::xid8, ${after.id}::bigint, ${earliest}::timestamptz, ${limit}::int)
  `.execute(db);
  return rows.map(toEvent);
}

/**
 * The newest events up to a place, newest first, in the order of (xid, id): `limit` of all types, of which those of `types` are
 * answered, and the place of the oldest that was looked at; undefined when the log has no more.
 */
export async function readEventsBack(
  db: Db,
  upTo: LogPoint,
  limit: number,
  types: readonly string[],
): Promise<{ events: LoggedEvent[]; oldest: LogPoint | undefined }> {
  return db.transaction().execute(async (tx) => {
    // As in `events_after`: the planner must not sort the log.
    await sql`set local enable_seqscan = off`.execute(tx);
    await sql`set local enable_sort = off`.execute(tx);
    const { rows } = await sql<EventRow & { isWanted: boolean }>`
      select id, xid::text as xid, at, aggregatetype, aggregateid, type, type = any(${types}) as is_wanted,
        case when type = any(${types}) then payload end as payload
      from event where (xid, id) <= (${upTo.xid.toString()}::xid8, ${upTo.id}::bigint)
      order by event.xid desc, id desc limit ${limit}
    `.execute(tx);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      events: rows.filter((row) => row.isWanted).map(toEvent),
      oldest: last && { xid: BigInt(last.xid), id: last.id },
    };
  });
}

/** Behind the events that retention has dropped: everything that was committed after it is in the log. */
export async function readHorizon(db: Db): Promise<LogPoint> {
  const { rows } = await sql<{ xid: string }>`select xid::text as xid from event_horizon`.execute(db);
  return endOf(BigInt(rows[0]!.xid));
}

export const toEvent = (row: EventRow): LoggedEvent => ({ ...row, xid: BigInt(row.xid) });

export function isAfter(one: LogPoint, other: LogPoint): boolean {
  return one.xid > other.xid || (one.xid === other.xid && one.id > other.id);
}

/** Behind the last event of a transaction, whatever its number is. */
export const endOf = (xid: bigint): LogPoint => ({ xid, id: Number.MAX_SAFE_INTEGER });

export const placeOf = ({ xid, id, at }: LoggedEvent): Required<LogPoint> => ({ xid, id, at });

/** The position behind everything that is committed now. */
export async function readTip(db: Db | Tx): Promise<Position & Required<LogPoint>> {
  const { rows } = await sql<{ xid: string; since: string; at: Date }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xid, pg_current_snapshot()::text as since, now() as at
  `.execute(db);
  const { xid, since, at } = rows[0]!;
  return { xid: BigInt(xid) - 1n, id: Number.MAX_SAFE_INTEGER, since, at };
}

/** Whether what a transaction wrote is visible in a `pg_snapshot`, whose text is `xmin:xmax:open,open,…`. */
export function snapshotReader(snapshot: string): (xid: bigint) => boolean {
  const [oldestOpen = "0", next = "0", open = ""] = snapshot.split(":");
  const [xmin, xmax] = [BigInt(oldestOpen), BigInt(next)];
  const stillOpen = new Set(open === "" ? [] : open.split(",").map(BigInt));
  return (xid) => xid < xmin || (xid < xmax && !stillOpen.has(xid));
}
