import {
  Admin,
  type BaseOptions,
  Consumer,
  type Message,
  type MessagesStream,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";
import { setTimeout as pause } from "node:timers/promises";
import { backOff } from "../events/sleeper.ts";
import { type Broker, type BrokerFault, type BrokerReport, nextCause, type Subscription } from "./broker.ts";
import { joinEvents, readEventText, writeEvents } from "./stretch-text.ts";

type KafkaMessage = Message<string, string, string, string>;

const retryMs = { first: 200, most: 5000 };
/** How many events wait in memory at the most, and how many a consumer is given at once. */
const waiting = 4000;
const most = 1000;
/** The least time from one delivery to the next: under load one transaction then handles many events. */
const paceMs = 20;
/** Where a group stands is only where reading begins anew: nobody waits for it. What was handled is known to the database. */
const commitMs = 1000;

/**
 * `kafka://[user:password@]host:port[,…]?name=maru.events`; `kafkas://` for TLS, `mechanism=` for SASL other than PLAIN. One topic of one
 * partition, so that all events keep their order; keyed by aggregate, for those who copy it elsewhere.
 */
export function createKafka(url: URL, site: string, report: BrokerReport): Broker {
  const topic = url.searchParams.get("name") ?? "maru.events";
  const options: BaseOptions = { ...connectionOf(url), clientId: "maru" };
  const stopping = new AbortController();
  const { signal } = stopping;
  let producer: Producer<string, string, string, string> | undefined;
  let prepared: Promise<void> | undefined;

  /** Makes the topic if need be. Repeat-safe. */
  function prepare(): Promise<void> {
    prepared ??= makeTopic(options, topic).then(
      () => report.connected(),
      (error: unknown) => {
        prepared = undefined;
        throw error;
      },
    );
    return prepared;
  }

  async function drop(): Promise<void> {
    const old = producer;
    producer = undefined;
    prepared = undefined;
    await old?.close().catch(() => {});
  }

  return {
    name: `${url.protocol}//${url.host}/${topic}`,
    async publish(stretch) {
      try {
        await prepare();
        producer ??= new Producer({ ...options, serializers: stringSerializers, acks: -1, strict: true });
        const values = writeEvents(site, stretch);
        const messages = stretch.events.map((event, index) => ({
          topic,
          partition: 0,
          key: `${event.aggregatetype}:${event.aggregateid}`,
          value: values[index]!,
        }));
        await producer.send({ messages });
        report.connected();
      } catch (error) {
        report.failed(faultOf(error), error);
        await drop();
        throw error;
      }
    },
    subscribe(consumer, handle) {
      const ending = new AbortController();
      const over = AbortSignal.any([ending.signal, signal]);
      const running = (async () => {
        for (let attempt = 1; !over.aborted; attempt++) {
          try {
            await prepare();
            await consume(options, topic, `${topic}.${consumer}`, over, async (texts) => {
              attempt = 0;
              report.connected();
              const events = texts
                .map((text) => readEventText(site, text))
                .filter((event) => event !== undefined);
              for (const stretch of joinEvents(events)) await handle(stretch);
            });
          } catch (error) {
            if (over.aborted) return;
            prepared = undefined;
            report.failed(faultOf(error), error);
            await pause(backOff(attempt, retryMs.first, retryMs.most), undefined, { signal: over }).catch(
              () => {},
            );
          }
        }
      })();
      const subscription: Subscription = {
        async stop() {
          ending.abort();
          await running;
        },
      };
      return subscription;
    },
    isConnected: report.isConnected,
    fault: report.fault,
    async close() {
      report.end();
      stopping.abort();
      await drop();
    },
  };
}

function connectionOf(url: URL): Omit<BaseOptions, "clientId"> {
  const more = url.searchParams.get("brokers")?.split(",") ?? [];
  const mechanism = url.searchParams.get("mechanism") ?? "PLAIN";
  return {
    bootstrapBrokers: [`${url.hostname}:${url.port || "9092"}`, ...more],
    connectTimeout: 5000,
    requestTimeout: 15_000,
    timeout: 10_000,
    retries: 1,
    retryDelay: 250,
    ...(url.protocol === "kafkas:" && { tls: {}, tlsServerName: true }),
    ...(url.username && {
      sasl: {
        mechanism: mechanism as "PLAIN",
        username: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
      },
    }),
  };
}

async function makeTopic(options: BaseOptions, topic: string): Promise<void> {
  const admin = new Admin(options);
  try {
    const known = await admin.listTopics();
    if (!known.includes(topic))
      await admin.createTopics({ topics: [topic], partitions: 1, replicas: -1 }).catch((error: unknown) => {
        if (!isCaused(error, (one) => (one as { apiId?: string }).apiId === "TOPIC_ALREADY_EXISTS"))
          throw error;
      });
    const { topics } = await admin.metadata({ topics: [topic], forceUpdate: true });
    const partitions = topics.get(topic)?.partitionsCount;
    if (partitions !== undefined && partitions > 1)
      throw new Error(
        `The topic ${topic} has ${partitions} partitions and must have one: the order of all events is kept.`,
      );
  } finally {
    await admin.close().catch(() => {});
  }
}

/** Reads as a member of the group until `over`, and gives what has arrived together to `handle`. Throws when the connection is lost. */
async function consume(
  options: BaseOptions,
  topic: string,
  groupId: string,
  over: AbortSignal,
  handle: (values: string[]) => Promise<void>,
): Promise<void> {
  const consumer = new Consumer({
    ...options,
    groupId,
    deserializers: stringDeserializers,
    sessionTimeout: 6000,
    heartbeatInterval: 1500,
    rebalanceTimeout: 10_000,
    minBytes: 1,
    maxWaitTime: 500,
    autocommit: false,
  });
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  consumer.on("error", failed.reject);
  let stream: MessagesStream<string, string, string, string> | undefined;
  try {
    stream = await consumer.consume({
      topics: [topic],
      mode: "committed",
      fallbackMode: "earliest",
      autocommit: false,
    });
    stream.on("error", failed.reject);
    await pump(stream, over, failed, handle);
  } finally {
    // A broker that is gone does not answer to a farewell.
    await Promise.race([consumer.close(true).catch(() => {}), pause(3000, undefined, { ref: false })]);
  }
}

async function pump(
  stream: MessagesStream<string, string, string, string>,
  over: AbortSignal,
  failed: PromiseWithResolvers<never>,
  handle: (values: string[]) => Promise<void>,
): Promise<void> {
  const queue: KafkaMessage[] = [];
  let arrived = Promise.withResolvers<void>();
  stream.on("data", (message: KafkaMessage) => {
    queue.push(message);
    if (queue.length >= waiting) stream.pause();
    arrived.resolve();
  });
  stream.on("close", () => arrived.resolve());
  over.addEventListener("abort", () => arrived.resolve(), { once: true });
  let begun = 0;
  let last: KafkaMessage | undefined;
  const commit = () => {
    const handled = last;
    last = undefined;
    if (handled) void Promise.resolve(handled.commit()).catch(failed.reject);
  };
  const committing = setInterval(commit, commitMs);
  try {
    while (!over.aborted) {
      if (queue.length === 0) {
        if (stream.closed) throw new Error("The stream of messages has ended.");
        arrived = Promise.withResolvers<void>();
        if (over.aborted) return;
        await Promise.race([arrived.promise, failed.promise]);
        continue;
      }
      const early = begun + paceMs - performance.now();
      if (early > 0 && queue.length < most) await Promise.race([pause(early), failed.promise]);
      begun = performance.now();
      const some = queue.splice(0, most);
      if (queue.length < most && stream.isPaused()) stream.resume();
      await Promise.race([handle(some.map((message) => message.value)), failed.promise]);
      last = some.at(-1)!;
    }
  } finally {
    clearInterval(committing);
  }
}

function isCaused(error: unknown, test: (error: Error) => boolean, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 10) return false;
  if (test(error)) return true;
  if (error instanceof AggregateError && error.errors.some((one) => isCaused(one, test, depth + 1)))
    return true;
  return isCaused(nextCause(error), test, depth + 1);
}

function faultOf(error: unknown): BrokerFault {
  const code = (one: Error) => (one as { code?: string }).code;
  if (isCaused(error, (one) => code(one) === "PLT_KFK_AUTHENTICATION")) return "refused";
  const isNetwork = (one: Error) =>
    code(one) === "PLT_KFK_NETWORK" || code(one) === "PLT_KFK_TIMEOUT" || /^E[A-Z]+$/.test(code(one) ?? "");
  return isCaused(error, isNetwork) ? "unreachable" : "faulty";
}
