import { createClient } from "@redis/client";
import type { Logger } from "pino";
import { backOff } from "../events/sleeper.ts";
import { faultOf, type Fault, isRefusal } from "./fault.ts";

export type RedisClient = ReturnType<typeof makeClient>;

/** Redis (or Valkey) as something that may be away: what stands on it must do without for a while. */
export interface Redis {
  /** Every key and channel begins with it: several sites may share one Redis. */
  readonly site: string;
  /** Rejects at once when Redis is known to be away, and soon when it does not answer. The order of calls is kept. */
  ask<T>(work: (client: RedisClient) => Promise<T>): Promise<T>;
  /** Why it cannot be used now, in words for an operator; undefined when it can. */
  fault(): string | undefined;
  /** A connection of its own that waits for Redis as long as it takes: for subscriptions and blocking reads. */
  connection(): RedisClient;
  /** Called whenever Redis has become usable, and at once when it is. */
  onReady(listener: () => void): void;
  figures(): { failures: number; seconds: number; commands: number };
  close(): void;
}

/** How long somebody waits for an answer. A Redis that is slower than this is no help. */
const patienceMs = 500;
const watchMs = 1000;
/** Longer, as a program that is just starting is busy itself. */
const lookMs = 2000;
const connectMs = 5000;

/** Connects in the background and for ever; says once in the log what is wrong, and once that it is over. */
export function createRedis(address: string, site: string, logger: Logger): Redis {
  const place = new URL(address).host;
  const client = makeClient(address, true);
  const connections: RedisClient[] = [];
  const listeners: (() => void)[] = [];
  const figures = { failures: 0, seconds: 0, commands: 0 };
  let fault: Fault | undefined = { kind: "unreachable", words: `Redis at ${place} has not answered yet` };
  let told: Fault["kind"] | undefined;
  let looking: Promise<void> | undefined;
  let isClosed = false;

  function setFault(next: Fault): void {
    if (isClosed) return;
    fault = next;
    if (told === next.kind) return;
    told = next.kind;
    logger.error({ reason: next.words }, "Redis cannot be used; Maru goes on without it and keeps trying");
  }

  function setReady(): void {
    if (fault === undefined) return;
    fault = undefined;
    told = undefined;
    logger.info({ redis: place }, "Redis is in use");
    for (const listener of listeners) listener();
  }

  /** Asks whether it answers and lets us in: that a connection stands says neither. */
  function look(): Promise<void> {
    looking ??= within(lookMs, client.ping())
      .then(setReady, (error: unknown) => setFault(faultOf(error, place)))
      .finally(() => (looking = undefined));
    return looking;
  }

  client.on("error", (error: unknown) => setFault(faultOf(error, place)));
  client.on("ready", () => void look());
  client.connect().catch(() => {});
  const watch = setInterval(() => void (client.isReady && look()), watchMs).unref();

  return {
    site,
    async ask(work) {
      if (fault) throw new RedisAway(fault.words);
      const started = performance.now();
      try {
        return await within(patienceMs, work(client));
      } catch (error) {
        figures.failures++;
        // What Redis itself refuses (a wrong type, memory full) is no sign that it is away.
        if (!isRefusal(error)) setFault(faultOf(error, place));
        throw error;
      } finally {
        figures.commands++;
        figures.seconds += (performance.now() - started) / 1000;
      }
    },
    fault: () => fault?.words,
    connection() {
      const patient = makeClient(address, false);
      // Its troubles are those of the other connection, which tells of them.
      patient.on("error", () => {});
      patient.connect().catch(() => {});
      connections.push(patient);
      return patient;
    },
    onReady(listener) {
      listeners.push(listener);
      if (!fault) listener();
    },
    figures: () => figures,
    close() {
      isClosed = true;
      clearInterval(watch);
      for (const one of [client, ...connections]) if (one.isOpen) one.destroy();
    },
  };
}

/** Redis was not asked, or did not answer in time. */
export class RedisAway extends Error {}

function makeClient(address: string, impatient: boolean) {
  return createClient({
    url: address,
    RESP: 2,
    disableOfflineQueue: impatient,
    disableClientInfo: true,
    maintNotifications: "disabled",
    socket: {
      connectTimeout: connectMs,
      keepAliveInitialDelay: 5000,
      // Never gives up: an Error from here would end the client for good.
      reconnectStrategy: (retries: number) => backOff(retries + 1, 100, 5000),
    },
  });
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    // After a pause of our own the answer may be there and not be read yet: it is read before this.
    timer = setTimeout(() => setImmediate(() => reject(new RedisAway(`no answer within ${ms} ms`))), ms);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
