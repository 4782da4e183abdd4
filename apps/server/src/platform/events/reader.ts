import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import type { Id } from "../database/tables.ts";
import type { LoggedEvent } from "./event-log.ts";

export interface Position {
  xid: bigint;
  id: Id;
  /** Events visible in this snapshot (`pg_snapshot` text) are already in the effect of a rebuild. */
  since: string;
}

/**
 * The next events after a position, in the order of (xid, id). The guard keeps back everything behind a transaction that is
 * still open: it may commit later with a smaller xid, and a reader that had passed it would lose its events.
 */
export async function readEvents(db: Db | Tx, after: Position, limit: number): Promise<LoggedEvent[]> {
  const { rows } = await sql<{
    id: Id;
    xid: string;
    at: Date;
    aggregatetype: string;
    aggregateid: string;
    type: string;
    payload: object;
  }>`
    select id, xid::text as xid, at, aggregatetype, aggregateid, type, payload
    from event
    where (xid, id) > (${after.xid.toString()}::xid8, ${after.id}::bigint)
      and xid < pg_snapshot_xmin(pg_current_snapshot())
      and not pg_visible_in_snapshot(xid, ${after.since}::pg_snapshot)
    order by event.xid, event.id
    limit ${limit}
  `.execute(db);
  return rows.map((row) => ({ ...row, xid: BigInt(row.xid) }));
}

/** The position behind everything that is committed now. */
export async function readTip(db: Db | Tx): Promise<Position> {
  const { rows } = await sql<{ xid: string; since: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xid, pg_current_snapshot()::text as since
  `.execute(db);
  return { xid: BigInt(rows[0]!.xid) - 1n, id: Number.MAX_SAFE_INTEGER, since: rows[0]!.since };
}
