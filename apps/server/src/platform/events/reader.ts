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
