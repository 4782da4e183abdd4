import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import type { ConsumerLog } from "../events/consumer.ts";
import type { EventLog } from "../events/event-log.ts";
import { type LogPoint, placeOf, readEvents } from "../events/reader.ts";
import { backOff, createSleeper } from "../events/sleeper.ts";
import type { Broker } from "./broker.ts";
import { lead } from "./leader.ts";

const most = 1000;
/** From one look into the log to the next: while there was something lately, and otherwise. A commit in this process wakes it from the latter. */
const pollMs = { busy: 20, idle: 200 };
const busyForMs = 5000;
const retryMs = { first: 200, most: 5000 };

export interface Relay {
  isLeader(): boolean;
  stop(): Promise<void>;
}

/**
 * Publishes the log to the broker, in its order, from one process of the site at a time. Its place is stored when the broker has everything
 * before it, so that what is published may come twice and is never left out, also not by a leader that does not know yet that it is none.
 */
export function runRelay(
  db: Db,
  log: EventLog,
  databaseUrl: string,
  broker: Broker,
  logger: ConsumerLog,
): Relay {
  const sleeper = createSleeper();
  const unhint = log.onHint(() => sleeper.wake());

  async function work(lost: AbortSignal): Promise<void> {
    lost.addEventListener("abort", () => sleeper.wake(), { once: true });
    logger.info({ broker: broker.name }, "this process relays the event log to the broker");
    let failures = 0;
    let busyUntil = 0;
    let place = await readPlace(db, broker.name);
    while (!lost.aborted) {
      try {
        const events = await readEvents(db, place, most);
        const last = events.at(-1);
        if (last) {
          await broker.publish({ after: place, events });
          place = placeOf(last);
          await storePlace(db, broker.name, placeOf(last));
          busyUntil = performance.now() + busyForMs;
        }
        failures = 0;
        if (events.length === most || lost.aborted) continue;
        if (performance.now() < busyUntil) await pause(pollMs.busy);
        else await sleeper.sleep(pollMs.idle);
      } catch (error) {
        failures++;
        if (failures === 3)
          logger.error({ broker: broker.name, err: error }, "the event log could not be relayed");
        place = await readPlace(db, broker.name).catch(() => place);
        if (!lost.aborted) await sleeper.sleep(backOff(failures, retryMs.first, retryMs.most));
      }
    }
  }

  const leadership = lead(databaseUrl, "relay", work, (error) =>
    logger.error({ err: error }, "the relay has no connection to the database; it will be tried again"),
  );
  return {
    isLeader: leadership.isLeader,
    async stop() {
      unhint();
      sleeper.wake();
      await leadership.stop();
    },
  };
}

/** Where the relay goes on. With a broker that is new it begins with what some consumer has not handled. */
async function readPlace(db: Db, broker: string): Promise<LogPoint> {
  await sql`
    insert into event_relay (broker, xid, id, at)
    select ${broker}, xid, id, at from (
      select xid, id, at from consumer_position union all select '0', 0, '-infinity' where not exists (select from consumer_position)
    ) position order by xid, id limit 1
    on conflict (broker) do nothing
  `.execute(db);
  const { rows } = await sql<{ xid: string; id: number; at: Date | null }>`
    select xid::text as xid, id, nullif(at, '-infinity') as at from event_relay where broker = ${broker}
  `.execute(db);
  const { xid, id, at } = rows[0]!;
  return { xid: BigInt(xid), id, at: at ?? undefined };
}

/** Never back: a leader that was replaced may still come to this. Without waiting for the disk: what an older place publishes again is passed over. */
async function storePlace(db: Db, broker: string, { xid, id, at }: Required<LogPoint>): Promise<void> {
  await sql`
    with soon as materialized (select set_config('synchronous_commit', 'off', true))
    update event_relay set xid = ${xid.toString()}::xid8, id = ${id}, at = ${at}, updated_at = now() from soon
    where broker = ${broker} and (event_relay.xid, event_relay.id) < (${xid.toString()}::xid8, ${id}::bigint)
  `.execute(db);
}

/** Every relay begins anew, whatever it has published. */
export async function forgetRelay(tx: Tx): Promise<void> {
  await tx.deleteFrom("eventRelay").execute();
}
