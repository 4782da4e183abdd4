import { createHash } from "node:crypto";
import { createDb, createPool, prepareOften } from "./platform/database/database.ts";
import { type Broker } from "./platform/broker/broker.ts";
import { connectBroker } from "./platform/broker/connect-broker.ts";
import { type Relay, runRelay } from "./platform/broker/relay.ts";
import { runSubscriptions } from "./platform/broker/run-subscriptions.ts";
import { type Consumer, prepareConsumer, type RunningConsumers } from "./platform/events/consumer.ts";
import { followReplays } from "./platform/events/dead-letters.ts";
import type { Roles } from "./platform/events/roles.ts";
import { runConsumers } from "./platform/events/run-consumers.ts";
import { followLog } from "./platform/events/tail.ts";
import { watchConsumers } from "./platform/events/watch-consumers.ts";
import type { Platform } from "./platform/platform.ts";

/** What this process does with the event log: consumers, on the table or on a broker; the relay; and its own memory, kept right. */
export interface EventWork {
  running(): RunningConsumers["all"];
  /** How the broker is, where there is one. */
  broker(): { name: string; isConnected: boolean; fault: string | undefined; isRelay: boolean } | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Connections besides those of the requests: whatever brings events on shall not queue up behind them. */
const mostConnections = 4;

export function createEventWork(
  { config, log, logger, secret, hints }: Platform,
  databaseUrl: string,
  consumers: readonly Consumer[],
  roles: Roles,
): EventWork {
  let running: RunningConsumers = { all: [], stop: async () => {} };
  let broker: Broker | undefined;
  let relay: Relay | undefined;
  const ending: (() => Promise<void>)[] = [];
  const mine = consumers.filter((consumer) => roles.consumers.includes(consumer.name));
  const others = consumers.filter((consumer) => !mine.includes(consumer));

  async function startBroker(address: string): Promise<Broker> {
    const key = createHash("sha256")
      .update(await secret("events"))
      .digest("hex");
    const site = { id: key.slice(0, 16), consumers: consumers.map((consumer) => consumer.name) };
    const connected = await connectBroker(address, site, logger);
    ending.push(() => connected.close());
    return connected;
  }

  return {
    running: () => running.all,
    broker: () =>
      broker && {
        name: broker.name,
        isConnected: broker.isConnected(),
        fault: broker.fault(),
        isRelay: relay?.isLeader() ?? false,
      },
    async start() {
      const pool = createPool(databaseUrl, mostConnections, (error) =>
        logger.warn({ reason: error.message }, "a database connection was lost"),
      );
      if (config.preparedStatements) prepareOften(pool);
      ending.push(() => pool.end());
      const db = createDb(pool);
      for (const consumer of mine) await prepareConsumer(db, consumer, logger);
      followReplays(log, consumers);
      ending.push(
        await followLog(
          db,
          log,
          (error) => logger.warn({ err: error }, "the event log could not be read"),
          hints?.onHintFromOthers,
        ),
      );
      const needsBroker = roles.relay || mine.length > 0;
      if (config.brokerUrl !== undefined && needsBroker) broker = await startBroker(config.brokerUrl);
      if (broker && mine.length > 0) {
        const subscriptions = runSubscriptions(db, broker, mine, logger);
        running = subscriptions;
        // Those that stand by, too: another process may be the one that is delivered to.
        const watch = watchConsumers(db, log, consumers, logger, subscriptions.known);
        ending.push(watch.stop, subscriptions.stop);
      } else {
        running = runConsumers(db, log, mine, logger);
        const watch = watchConsumers(db, log, others, logger);
        ending.push(watch.stop, running.stop);
      }
      if (broker && roles.relay) {
        relay = runRelay(db, log, databaseUrl, broker, logger);
        ending.push(relay.stop);
      }
    },
    async stop() {
      while (ending.length > 0) await ending.pop()!();
    },
  };
}
