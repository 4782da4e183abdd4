import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { type Consumer, type ConsumerLog, typesOf } from "./consumer.ts";
import type { EventLog } from "./event-log.ts";
import { readBetween } from "./read-between.ts";
import { isAfter, type LogPoint } from "./reader.ts";
import { createSleeper } from "./sleeper.ts";

const pollMs = { busy: 100, idle: 1000 };
/** How long it looks often after something has happened. */
const busyForMs = 3000;

/**
 * For consumers that run in other processes: when they have committed, this process's memory is told which events they have handled. `known` is
 * up to where this process has handled them itself.
 */
export function watchConsumers(
  db: Db,
  log: EventLog,
  consumers: readonly Consumer[],
  logger: ConsumerLog,
  known: (consumer: string) => LogPoint | undefined = () => undefined,
): { stop(): Promise<void> } {
  const watched = consumers.filter((consumer) => consumer.handledElsewhere);
  if (watched.length === 0) return { stop: async () => {} };
  const names = watched.map((consumer) => consumer.name);
  const seen = new Map<string, LogPoint>();
  const sleeper = createSleeper();
  let busyUntil = 0;
  let isStopped = false;
  const unhint = log.onHint(() => {
    if (performance.now() > busyUntil) sleeper.wake();
    busyUntil = performance.now() + busyForMs;
  });

  async function look(): Promise<void> {
    const { rows } = await sql<{ consumer: string; xid: string; id: number; at: Date | null }>`
      select consumer, xid::text as xid, id, nullif(at, '-infinity') as at from consumer_position where consumer = any(${names})
    `.execute(db);
    for (const row of rows) {
      const now: LogPoint = { xid: BigInt(row.xid), id: row.id, at: row.at ?? undefined };
      const own = known(row.consumer);
      const before = seen.get(row.consumer);
      const isNew = before && isAfter(now, before) && !(own && !isAfter(now, own));
      if (!isNew) {
        seen.set(row.consumer, now);
        continue;
      }
      busyUntil = performance.now() + busyForMs;
      const consumer = watched.find((one) => one.name === row.consumer)!;
      const from = own && isAfter(own, before) ? own : before;
      for await (const events of readBetween(db, from, now, typesOf(consumer)))
        consumer.handledElsewhere!(events);
      seen.set(row.consumer, now);
    }
  }

  const running = (async () => {
    while (!isStopped) {
      await look().catch((error: unknown) =>
        logger.warn({ err: error }, "how far other processes' consumers are could not be read"),
      );
      await sleeper.sleep(performance.now() < busyUntil ? pollMs.busy : pollMs.idle);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      unhint();
      sleeper.wake();
      await running;
    },
  };
}
