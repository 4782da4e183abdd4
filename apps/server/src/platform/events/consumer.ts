import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import type { EventLog, LoggedEvent } from "./event-log.ts";
import { type Position, readEvents, readTip } from "./reader.ts";

export interface Consumer {
  name: string;
  /** The effect of a batch, written with the given transaction: it commits together with the consumer's position. */
  handle(tx: Tx, events: LoggedEvent[]): Promise<void>;
  /** Makes all of its derived data anew from the source tables. */
  rebuild(tx: Tx): Promise<void>;
  /** After the commit: what this process keeps in memory may be refreshed. */
  handled?(events: LoggedEvent[]): void;
}

export interface ConsumerLog {
  info(detail: object, message: string): void;
  error(detail: object, message: string): void;
}

export interface RunningConsumer {
  name: string;
  /** Seconds between the newest event and the one that was handled last; 0 when there is nothing to do. */
  lagSeconds(): number;
  healthy(): boolean;
  /** Resolves when everything up to the transaction has been handled. */
  reached(xid: bigint): Promise<void>;
  stop(): Promise<void>;
}

const batch = 1000;
const pollMs = 1000;
/** A short wait before a hinted read: under load one transaction then handles many events. */
const gatherMs = 2;
const retryMs = { first: 100, most: 10_000 };

/** Runs a consumer until it is stopped: woken by a hint after a commit in this process, and by a poll once a second. */
export function runConsumer(db: Db, log: EventLog, consumer: Consumer, logger: ConsumerLog): RunningConsumer {
  let stopped = false;
  let failures = 0;
  let lag = 0;
  let wanted = 0n;
  let reached = 0n;
  let wakeUp: (() => void) | undefined;
  const waiters = new Set<{ xid: bigint; done: () => void }>();
  const settle = (waiter: { xid: bigint; done: () => void }) => {
    waiters.delete(waiter);
    waiter.done();
  };
  const unhint = log.onHint((newest) => {
    if (newest > wanted) wanted = newest;
    wakeUp?.();
  });

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    }).finally(() => (wakeUp = undefined));

  async function loop(): Promise<void> {
    while (!stopped) {
      try {
        const { events: handled, xid } = await step(db, consumer);
        failures = 0;
        const last = handled.at(-1);
        // A full batch may end in the middle of a transaction: what is known to be handled is the one before.
        const through = handled.length < batch ? xid : xid - 1n;
        if (through > reached) reached = through;
        if (handled.length < batch) for (const waiter of waiters) if (waiter.xid <= reached) settle(waiter);
        if (last) {
          lag = Math.max(0, (Date.now() - last.at.getTime()) / 1000);
          consumer.handled?.(handled);
        } else {
          lag = 0;
        }
        if (handled.length === batch || stopped) continue;
        // Something newer is known but still held back by the guard of the log: look again soon.
        if (wanted > reached && last === undefined) await pause(5);
        else if (wanted > reached) await pause(gatherMs);
        else await pause(pollMs);
        if (wanted > reached) await new Promise((resolve) => setTimeout(resolve, gatherMs));
      } catch (error) {
        failures++;
        logger.error(
          { consumer: consumer.name, err: error, failures },
          "a consumer could not handle its events; it will try again",
        );
        if (!stopped)
          await pause(
            Math.min(retryMs.most, retryMs.first * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2),
          );
      }
    }
  }
  const running = loop();

  return {
    name: consumer.name,
    async reached(xid) {
      if (xid <= reached) return;
      await new Promise<void>((done) => {
        waiters.add({ xid, done });
        if (xid > wanted) wanted = xid;
        wakeUp?.();
      });
    },
    lagSeconds: () => lag,
    healthy: () => failures < 5,
    async stop() {
      stopped = true;
      unhint();
      wakeUp?.();
      await running;
    },
  };
}

/** Handles one batch. Position and effect commit together, so a crash at any point repeats or keeps both. */
export async function step(db: Db, consumer: Consumer): Promise<{ events: LoggedEvent[]; xid: bigint }> {
  return db.transaction().execute(async (tx) => {
    const position = await lockPosition(tx, consumer);
    if (!position) return { events: [], xid: 0n };
    const events = await readEvents(tx, position, batch);
    const last = events.at(-1);
    if (!last) return { events, xid: position.xid };
    await consumer.handle(tx, events);
    await tx
      .updateTable("consumerPosition")
      .set({ xid: last.xid.toString(), id: last.id, updatedAt: new Date() })
      .where("consumer", "=", consumer.name)
      .execute();
    return { events, xid: last.xid };
  });
}

/** Throws the consumer's derived data away and makes it anew, while the site runs. */
export async function rebuildConsumer(db: Db, consumer: Consumer): Promise<void> {
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
        await consumer.rebuild(tx);
        await storePosition(tx, consumer.name, tip);
      });
  });
}

const lockOf = (consumer: string) => sql`hashtextextended(${"consumer:" + consumer}, 0)`;

/** The position, locked so that no other process handles the same events; undefined while another one has it or rebuilds. */
async function lockPosition(tx: Tx, consumer: Consumer): Promise<Position | undefined> {
  const { rows } = await sql<{ xid: string; id: number; since: string; missed: boolean; free: boolean }>`
    select position.xid::text as xid, position.id, position.since::text as since, position.xid < horizon.xid as missed,
      pg_try_advisory_xact_lock(${lockOf(consumer.name)}) as free
    from consumer_position position, event_horizon horizon
    where consumer = ${consumer.name}
    for update of position skip locked
  `.execute(tx);
  const row = rows[0];
  if (!row?.free) return undefined;
  if (row.missed)
    throw new Error(
      `${consumer.name} is further behind than the event log reaches; run: maru rebuild ${consumer.name}`,
    );
  return { xid: BigInt(row.xid), id: row.id, since: row.since };
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

async function storePosition(tx: Tx, consumer: string, { xid, id, since }: Position): Promise<void> {
  await sql`
    insert into consumer_position (consumer, xid, id, since) values (${consumer}, ${xid.toString()}::xid8, ${id}, ${since}::pg_snapshot)
    on conflict (consumer) do update set xid = excluded.xid, id = excluded.id, since = excluded.since, updated_at = now()
  `.execute(tx);
}
