import { setTimeout as pause } from "node:timers/promises";
import { Connection } from "rabbitmq-client";
import type { Broker, BrokerFault, BrokerReport, Site } from "./broker.ts";
import { joinEvents, type ReadEvent, readEvent, writeEvents } from "./stretch-text.ts";

/** How many events travel in one message: RabbitMQ's work is per message and queue. */
const perMessage = 250;
/** Messages that wait at a consumer; those that are there together are handled together, up to so many events. */
const ahead = 16;
const most = 1000;
/** The least time from one delivery to the next: under load one transaction then handles many events. */
const paceMs = 20;
/** Past so many messages a queue forgets its oldest; the consumer then reads what it misses from the table. */
const longestQueue = 200_000;

/**
 * `amqp://user:password@host[:port][/vhost]?name=maru.events`; `amqps://` for TLS. A fanout exchange, and for each consumer a quorum queue
 * with a single active consumer, so that all events keep their order and a second process stands by.
 */
export function createRabbitmq(url: URL, site: Site, report: BrokerReport): Broker {
  const exchange = url.searchParams.get("name") ?? "maru.events";
  const address = new URL(url);
  address.search = "";
  const connection = new Connection({
    url: address.href,
    connectionTimeout: 5000,
    acquireTimeout: 5000,
    heartbeat: 10,
    frameMax: 131_072,
    retryLow: 250,
    retryHigh: 5000,
    connectionName: "maru",
  });
  connection.on("connection", () => report.connected());
  connection.on("error", (error: unknown) => report.failed(faultOf(error), error));
  const declared = { exchange, type: "fanout", durable: true };
  const nameOf = (consumer: string) => `${exchange}.${consumer}`;
  const publisher = connection.createPublisher({
    confirm: true,
    exchanges: [declared],
    // An exchange keeps nothing: what is published before a consumer's first start must find its queue.
    queues: site.consumers.map((consumer) => queueOptions(nameOf(consumer))),
    queueBindings: site.consumers.map((consumer) => ({ exchange, queue: nameOf(consumer) })),
  });

  return {
    name: `${url.protocol}//${url.host}/${exchange}`,
    async publish(stretch) {
      const texts = writeEvents(site.id, stretch);
      const sent: Promise<void>[] = [];
      for (let from = 0; from < texts.length; from += perMessage) {
        const body = Buffer.from(`[${texts.slice(from, from + perMessage).join(",")}]`);
        sent.push(publisher.send({ exchange, durable: true, contentType: "application/json" }, body));
      }
      await Promise.all(sent);
    },
    subscribe(consumer, handle) {
      const queue = nameOf(consumer);
      const together = gather(async (events: ReadEvent[]) => {
        for (const stretch of joinEvents(events)) await handle(stretch);
      });
      const receiver = connection.createConsumer(
        {
          queue,
          concurrency: ahead,
          qos: { prefetchCount: ahead },
          exchanges: [declared],
          queueBindings: [{ exchange, queue }],
          queueOptions: queueOptions(queue),
        },
        (message) => together(readBody(site.id, message.body)),
      );
      receiver.on("error", (error: unknown) => report.failed(faultOf(error), error));
      receiver.on("ready", () => report.connected());
      // Without a connection there is nobody to say goodbye to; closing would wait for one.
      return { stop: async () => (connection.ready ? receiver.close() : undefined) };
    },
    isConnected: report.isConnected,
    fault: report.fault,
    async close() {
      report.end();
      if (!connection.ready) return connection.unsafeDestroy();
      await publisher.close().catch(() => {});
      const ended = connection.close();
      const late = setTimeout(() => connection.unsafeDestroy(), 3000);
      await ended.catch(() => {});
      clearTimeout(late);
    },
  };
}

function queueOptions(queue: string) {
  return {
    queue,
    durable: true,
    arguments: {
      "x-queue-type": "quorum" as const,
      "x-single-active-consumer": true,
      "x-max-length": longestQueue,
    },
  };
}

function readBody(site: string, body: unknown): ReadEvent[] {
  // The client has parsed what is marked as JSON; what somebody else has sent may be anything.
  if (!Array.isArray(body)) return [];
  return body.map((one: unknown) => readEvent(site, one)).filter((event) => event !== undefined);
}

/** Hands on what has come while the last batch was handled, in its order; each message is done with when its batch is. */
function gather(handle: (events: ReadEvent[]) => Promise<void>): (events: ReadEvent[]) => Promise<void> {
  const waiting: { events: ReadEvent[]; done: PromiseWithResolvers<void> }[] = [];
  let isWorking = false;
  let begun = Number.NEGATIVE_INFINITY;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const early = begun + paceMs - performance.now();
      if (early > 0) await pause(early);
      begun = performance.now();
      const batch = [waiting.shift()!];
      let count = batch[0]!.events.length;
      while (waiting.length > 0 && (count += waiting[0]!.events.length) <= most) batch.push(waiting.shift()!);
      await handle(batch.flatMap(({ events }) => events)).then(
        () => batch.forEach(({ done }) => done.resolve()),
        (error: unknown) => batch.forEach(({ done }) => done.reject(error)),
      );
    }
    isWorking = false;
  }

  return (events) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ events, done });
    if (!isWorking) {
      isWorking = true;
      void work();
    }
    return done.promise;
  };
}

function faultOf(error: unknown): BrokerFault {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "ACCESS_REFUSED" || message.includes("ACCESS_REFUSED")) return "refused";
  if (/^E[A-Z]+$/.test(code) || code === "CONN_CLOSE" || code === "CONNECTION_TIMEOUT" || code === "TIMEOUT")
    return "unreachable";
  return "faulty";
}
