import { sql } from "kysely";
import { connectBroker } from "../src/platform/broker/connect-broker.ts";
import { runRelay } from "../src/platform/broker/relay.ts";
import { runSubscriptions } from "../src/platform/broker/run-subscriptions.ts";
import { createDb, createPool } from "../src/platform/database/database.ts";
import type { Consumer } from "../src/platform/events/consumer.ts";
import { createEventLog } from "../src/platform/events/event-log.ts";
import { runConsumers } from "../src/platform/events/run-consumers.ts";

/** What a process of its own is to do with the event log, for tests that kill it. */
export interface EventProcess {
  databaseUrl: string;
  /** The table, when left out. */
  brokerUrl?: string;
  isRelay: boolean;
  consumers: string[];
}

export const site = { id: "test", consumers: ["one", "two", "fragile", "sturdy"] };

/**
 * Keeps every event that it is given, in a row each; twice the same is an error, which would show as a dead letter. It may linger in its
 * transaction, so that a process that is killed is often killed there.
 */
export function keeper(
  name: string,
  isPoison: (key: number) => boolean = () => false,
  lingerSeconds = 0,
): Consumer {
  return {
    name,
    async handle(tx, events) {
      for (const event of events)
        if (isPoison((event.payload as { key?: number }).key ?? -1)) throw new Error("poison");
      if (lingerSeconds > 0) await sql`select pg_sleep(${Math.random() * lingerSeconds})`.execute(tx);
      const ids = events.map((event) => event.id);
      const aggregates = events.map((event) => event.aggregateid);
      await sql`insert into kept (consumer, event, aggregate)
        select ${name}, event, aggregate from unnest(${ids}::bigint[], ${aggregates}::text[]) with ordinality as e(event, aggregate, n) order by n`.execute(
        tx,
      );
    },
    async rebuild() {},
  };
}

async function main({ databaseUrl, brokerUrl, isRelay, consumers }: EventProcess): Promise<void> {
  const db = createDb(createPool(databaseUrl, 8, () => {}));
  const log = createEventLog(db);
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const all = consumers.map((name) => keeper(name, undefined, 0.1));
  if (brokerUrl === undefined) {
    runConsumers(db, log, all, silent);
  } else {
    const broker = await connectBroker(brokerUrl, site, silent);
    if (isRelay) {
      const relay = runRelay(db, log, databaseUrl, broker, silent);
      setInterval(() => relay.isLeader() && process.send?.("leader"), 50).unref();
    }
    if (all.length > 0) runSubscriptions(db, broker, all, silent);
  }
  process.send?.("ready");
}

const [, , task] = process.argv;
if (task?.startsWith("{")) await main(JSON.parse(task) as EventProcess);
