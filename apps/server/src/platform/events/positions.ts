import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import type { LogPoint, Position } from "./reader.ts";

/** Held for the length of a batch or of a rebuild: one process at a time works for a consumer. */
export const lockOf = (consumer: string) => sql`hashtextextended(${"consumer:" + consumer}, 0)`;

export interface LockedPosition extends Position {
  consumer: string;
  at: Date | undefined;
  /** Retention has dropped events that the consumer has not handled. */
  isTooOld: boolean;
}

/**
 * Locks the positions of those consumers that no other process works for right now, and answers them, lowest first. Without waiting. The
 * transaction's commit need not wait for the disk: effect and position are lost together, if at all, and then made again.
 */
export async function lockPositions(tx: Tx, consumers: readonly string[]): Promise<LockedPosition[]> {
  const { rows } = await sql<{
    consumer: string;
    xid: string;
    id: number;
    since: string;
    at: Date | null;
    isTooOld: boolean;
    isFree: boolean;
  }>`
    select consumer, position.xid::text as xid, position.id, position.since::text as since,
      nullif(position.at, '-infinity') as at, position.xid < horizon.xid as is_too_old,
      pg_try_advisory_xact_lock(hashtextextended('consumer:' || consumer, 0)) as is_free,
      set_config('synchronous_commit', 'off', true)
    from consumer_position position, event_horizon horizon
    where consumer = any(${consumers})
    for update of position skip locked
  `.execute(tx);
  return rows
    .filter((row) => row.isFree)
    .map(({ consumer, xid, id, since, at, isTooOld }) => ({
      consumer,
      xid: BigInt(xid),
      id,
      since,
      at: at ?? undefined,
      isTooOld,
    }))
    .sort((a, b) => (a.xid === b.xid ? a.id - b.id : a.xid < b.xid ? -1 : 1));
}

/** Moves consumers, whose positions are locked, to a place in the log. */
export async function movePositions(
  tx: Tx,
  consumers: readonly string[],
  to: Required<LogPoint>,
): Promise<void> {
  await sql`
    update consumer_position set xid = ${to.xid.toString()}::xid8, id = ${to.id}, at = ${to.at}, updated_at = now()
    where consumer = any(${consumers})
  `.execute(tx);
}

/** Sets a consumer's position, wherever it was. */
export async function putPosition(
  tx: Tx,
  consumer: string,
  position: Position & Required<LogPoint>,
): Promise<void> {
  const { xid, id, at, since } = position;
  await sql`
    insert into consumer_position (consumer, xid, id, at, since)
    values (${consumer}, ${xid.toString()}::xid8, ${id}, ${at}, ${since}::pg_snapshot)
    on conflict (consumer) do update
      set xid = excluded.xid, id = excluded.id, at = excluded.at, since = excluded.since, updated_at = now()
  `.execute(tx);
}
