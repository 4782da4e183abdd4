import { setTimeout as sleep } from "node:timers/promises";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { Adapter } from "socket.io-adapter";
import type { Namespace } from "socket.io";
import type { Redis } from "../redis/redis.ts";

/** What a dropped page may miss before it has to ask over HTTP: this many messages to anybody, or `resumeMs`. */
const keptMessages = 50_000;
const waitMs = 2000;
const retryMs = 200;

type Session = Awaited<ReturnType<Adapter["restoreSession"]>>;

/**
 * Socket.IO's adapter for Redis Streams, over connections that can be away: a message that cannot be published still reaches
 * this process's own sockets at once, and reading goes on behind the last message read, also from before the first.
 * `mayResume` says whether what was kept for a dropped socket may still be handed out.
 */
export function createRedisAdapter(redis: Redis, mayResume: (data: unknown) => Promise<boolean>) {
  const streamName = `${redis.site}:sockets`;
  const make = createAdapter(writing(redis, streamName), {
    streamName,
    channelPrefix: `${redis.site}:sockets`,
    sessionKeyPrefix: `${redis.site}:socket:`,
    maxLen: keptMessages,
    readCount: 500,
    blockTimeInMs: waitMs,
  });
  // Socket.IO calls it with `new`.
  return function adapterOf(namespace: Namespace): Adapter {
    const adapter = make(namespace) as Adapter;
    const restore = adapter.restoreSession.bind(adapter);
    adapter.restoreSession = async (pid, offset) => {
      const session: Session = await restore(pid, offset);
      if (!session || !(await mayResume(session.data))) throw new Error("nothing to resume");
      return session;
    };
    return adapter;
  };
}

/** The methods of a client that the adapter uses. Nobody waits for `set` and `publish`, so they must not reject. */
function writing(redis: Redis, streamName: string) {
  const quietly = <T>(answer: Promise<T>) => answer.catch(() => undefined);
  return {
    // By this the adapter knows which kind of client it has.
    sSubscribe() {},
    xAdd: (key: string, id: "*", message: Record<string, string>, options: Trim) =>
      redis.ask((client) => client.xAdd(key, id, message, options)),
    xRange: (key: string, start: string, end: string) =>
      redis.ask((client) => client.xRange(key, start, end)),
    set: (key: string, value: string, { PX }: { PX: number }) =>
      quietly(redis.ask((client) => client.set(key, value, { expiration: { type: "PX", value: PX } }))),
    publish: (channel: string, payload: Buffer) =>
      quietly(redis.ask((client) => client.publish(channel, payload))),
    // Only ever GET and DEL of one key: GETDEL is the same in one.
    multi: () => ({
      get: (key: string) => ({
        del: () => ({ exec: async () => [await redis.ask((client) => client.getDel(key))] }),
      }),
    }),
    sendCommand: (args: string[]) => redis.ask((client) => client.sendCommand(args)),
    duplicate: () => reading(redis, streamName),
  };
}

type Trim = { TRIM: { strategy: "MAXLEN"; strategyModifier: "~"; threshold: number } };

/** A connection that waits for Redis: refusing would make the adapter ask again at once, without end. */
function reading(redis: Redis, streamName: string) {
  const client = redis.connection();
  let last: string | undefined;

  async function newest(): Promise<string> {
    const entries = await client.xRevRange(streamName, "+", "-", { COUNT: 1 });
    return entries?.[0]?.id ?? "0-0";
  }

  return {
    sSubscribe() {},
    on() {},
    async connect() {},
    disconnect: () => void (client.isOpen && client.destroy()),
    subscribe: (channels: string[], listener: (message: Buffer) => void) =>
      client.subscribe(channels, listener, true).catch(() => {}),
    async xRead([{ id }]: [{ id: string }], options: { COUNT: number; BLOCK: number }) {
      if (!client.isOpen) return new Promise<never>(() => {});
      try {
        // The adapter begins at "$", the end at each asking: what comes between two of them would be lost.
        if (id === "$") id = last ??= await newest();
        return await client.xRead([{ key: streamName, id }], options);
      } catch {
        // Refused, or the connection is gone: the adapter asks again as soon as it has an answer.
        await sleep(retryMs);
        return null;
      }
    },
  };
}
