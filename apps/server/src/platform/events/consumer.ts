import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import type { LoggedEvent } from "./event-log.ts";
import { lockOf, putPosition } from "./positions.ts";
import { readTip } from "./reader.ts";

export interface Consumer {
  name: string;
  /** The types of events that it wants; left out, all. The handler is given these only, and is not called when there are none. */
  types?: readonly string[];
  /** It waits for something besides the database (a search engine): nobody else shall share its transactions or wait for it. */
  isSlow?: boolean;
  /** Each event costs it much more than it costs others: it has transactions of its own, so that they do not wait for it. */
  isHeavy?: boolean;
  /**
   * The effect of a batch, written with the given transaction: it commits together with the consumer's position. What it throws for one
   * event again and again is set aside as a dead letter, unless the error says that it will pass (see `willPass`).
   */
  handle(tx: Tx, events: LoggedEvent[]): Promise<void>;
  /** Makes all of its derived data anew from the source tables. What takes long reports how far it is, from 0 to 1. */
  rebuild(tx: Tx, report?: (share: number) => void): Promise<void>;
  /** After the commit: what this process keeps in memory may be refreshed. */
  handled?(events: LoggedEvent[]): void;
  /** Another process has committed the effect of these events: what this process keeps in memory of it is old. Must be safe to repeat. */
  handledElsewhere?(events: LoggedEvent[]): void;
}

const types = new WeakMap<Consumer, ReadonlySet<string>>();

/** The types that a consumer wants; undefined stands for all. They are asked for once, when it begins to run. */
export function typesOf(consumer: Consumer): ReadonlySet<string> | undefined {
  if (!consumer.types) return undefined;
  const known = types.get(consumer) ?? new Set(consumer.types);
  types.set(consumer, known);
  return known;
}

/** Whether a consumer never shares a transaction. */
export const isLoner = ({ isSlow, isHeavy }: Consumer): boolean => isSlow === true || isHeavy === true;

export interface ConsumerLog {
  info(detail: object, message: string): void;
  warn(detail: object, message: string): void;
  error(detail: object, message: string): void;
}

export interface RunningConsumer {
  name: string;
  /** Seconds between the newest event and the one that was handled last; 0 when there is nothing to do. */
  lagSeconds(): number;
  healthy(): boolean;
  /** Resolves when everything up to the transaction, or up to an event of it, has been handled. */
  reached(xid: bigint, id?: number): Promise<void>;
}

export interface RunningConsumers {
  all: RunningConsumer[];
  stop(): Promise<void>;
}

/** Throws the consumer's derived data away and makes it anew, while the site runs. */
export async function rebuildConsumer(
  db: Db,
  consumer: Consumer,
  report?: (share: number) => void,
): Promise<void> {
  await db.transaction().execute(async (guard) => {
    await sql`set local statement_timeout = 0`.execute(guard);
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(guard);
    // Waits for the batch under way and keeps the next one off. In a transaction of its own, since the snapshot below must begin after it.
    await sql`select pg_advisory_xact_lock(${lockOf(consumer.name)})`.execute(guard);
    // One snapshot for the source rows and the position: what it shows is counted here, everything else when it is read.
    await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (tx) => {
        await sql`set local statement_timeout = 0`.execute(tx);
        const tip = await readTip(tx);
        await consumer.rebuild(tx, report);
        // A rebuild has in it what the dead letters stood for.
        await tx.deleteFrom("eventDead").where("consumer", "=", consumer.name).execute();
        await putPosition(tx, consumer.name, tip);
      });
  });
}

/** Gives a new consumer its first position by building its data; and rebuilds one that retention has left behind. */
export async function prepareConsumer(db: Db, consumer: Consumer, logger: ConsumerLog): Promise<void> {
  const { rows } = await sql<{ missed: boolean }>`
    select position.xid < horizon.xid as missed
    from consumer_position position, event_horizon horizon where consumer = ${consumer.name}
  `.execute(db);
  if (rows[0] && !rows[0].missed) return;
  logger.info({ consumer: consumer.name }, "building the consumer's data from the source tables");
  await rebuildConsumer(db, consumer);
}
