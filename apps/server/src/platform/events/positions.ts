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
  }>`
    select consumer, xid::text as xid, id, since::text as since, nullif(at, '-infinity') as at, is_too_old
    from lock_positions(${consumers}) order by lock_positions.xid, lock_positions.id
  `.execute(tx);
  return rows.map((row) => ({ ...row, xid: BigInt(row.xid), at: row.at ?? undefined }));
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

/** Forgets where a consumer is: when it begins it makes its data anew. */
export async function forgetPosition(tx: Tx, consumer: string): Promise<void> {
  await tx.deleteFrom("consumerPosition").where("consumer", "=", consumer).execute();
}
