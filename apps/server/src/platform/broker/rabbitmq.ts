import { Connection } from "rabbitmq-client";
import type { Broker, BrokerFault, BrokerReport, Site, Stretch } from "./broker.ts";
import { joinEvents, readEvent, writeEvents } from "./stretch-text.ts";

/** How many events travel in one message: RabbitMQ's work is per message and queue. */
const perMessage = 250;
/** Messages that wait at a consumer. */
const ahead = 16;
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
      const receiver = connection.createConsumer(
        {
          queue,
          concurrency: 1,
          qos: { prefetchCount: ahead },
          exchanges: [declared],
          queueBindings: [{ exchange, queue }],
          queueOptions: queueOptions(queue),
        },
        async (message) => {
          for (const stretch of readStretches(site.id, message.body)) await handle(stretch);
        },
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

function readStretches(site: string, body: unknown): Stretch[] {
  // The client has parsed what is marked as JSON; what somebody else has sent may be anything.
  if (!Array.isArray(body)) return [];
  const events = body.map((one: unknown) => readEvent(site, one)).filter((event) => event !== undefined);
  return joinEvents(events);
}

function faultOf(error: unknown): BrokerFault {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "ACCESS_REFUSED" || message.includes("ACCESS_REFUSED")) return "refused";
  if (/^E[A-Z]+$/.test(code) || code === "CONN_CLOSE" || code === "CONNECTION_TIMEOUT" || code === "TIMEOUT")
    return "unreachable";
  return "faulty";
}
