import type { Id } from "../database/tables.ts";
import type { Redis } from "../redis/redis.ts";
import { createCounts, type People, type Presence } from "./presence.ts";

/** `all` replaces what is known of the sender; `came` and `went` change it; `ask` wants everybody's `all`. */
interface Message {
  from: string;
  all?: Id[];
  came?: Id[];
  went?: Id[];
  ask?: true;
}

interface Other {
  accounts: Set<Id>;
  heardAt: number;
}

const gatherMs = 20;
const heartbeatMs = 5_000;
const forgetMs = 3 * heartbeatMs;

/**
 * Every process tells the others who is there, over Redis. One that has dropped stays for `lingerMs`: what they are told in
 * the meantime is kept for when they resume. While Redis is away each process goes by its own sockets.
 */
export function createSharedPresence(redis: Redis, lingerMs: number): Presence {
  const self = crypto.randomUUID();
  const channel = `${redis.site}:presence`;
  const sockets = createCounts();
  const lingering = new Map<Id, NodeJS.Timeout>();
  const others = new Map<string, Other>();
  const news = new Map<Id, "came" | "went">();
  let gathering: NodeJS.Timeout | undefined;

  const isHere = (accountId: Id) => sockets.has(accountId) || lingering.has(accountId);

  function publish(message: Omit<Message, "from">): void {
    const text = JSON.stringify({ from: self, ...message } satisfies Message);
    redis.ask((client) => client.publish(channel, text)).catch(() => {});
  }

  const publishAll = (ask?: true) =>
    publish({ all: [...new Set([...sockets.keys(), ...lingering.keys()])], ...(ask && { ask }) });

  function tell(accountId: Id, what: "came" | "went"): void {
    news.set(accountId, what);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const of = (kind: string) => [...news].filter(([, one]) => one === kind).map(([id]) => id);
      publish({ came: of("came"), went: of("went") });
      news.clear();
    }, gatherMs).unref();
  }

  function hear(text: string): void {
    const { from, all, came = [], went = [], ask } = JSON.parse(text) as Message;
    if (from === self) return;
    let other = others.get(from);
    if (!other && !all) publish({ ask: true });
    if (all || !other) other = { accounts: new Set(all), heardAt: 0 };
    others.set(from, other);
    other.heardAt = Date.now();
    for (const accountId of came) other.accounts.add(accountId);
    for (const accountId of went) other.accounts.delete(accountId);
    if (ask) publishAll();
  }

  const connection = redis.connection();
  connection.subscribe(channel, hear).catch(() => {});
  // What was said while one of the two connections was away was not heard.
  connection.on("ready", () => publishAll(true));
  redis.onReady(() => publishAll(true));
  const heartbeat = setInterval(() => {
    publish({});
    for (const [id, { heardAt }] of others) if (Date.now() - heardAt > forgetMs) others.delete(id);
  }, heartbeatMs).unref();

  /** The processes where somebody is, besides this one. */
  function* elsewhere(accountId: Id) {
    if (redis.fault() !== undefined) return;
    for (const [id, { accounts }] of others) if (accounts.has(accountId)) yield id;
  }

  const ours: People = {
    get size() {
      return sockets.size + lingering.size;
    },
    has(accountId) {
      if (!isHere(accountId)) return false;
      for (const id of elsewhere(accountId)) if (id < self) return false;
      return true;
    },
    keys: () => [...sockets.keys(), ...lingering.keys()].filter(ours.has),
  };

  function endLingering(accountId: Id): void {
    clearTimeout(lingering.get(accountId));
    lingering.delete(accountId);
  }

  return {
    ours,
    came(accountId) {
      endLingering(accountId);
      if (sockets.add(accountId)) tell(accountId, "came");
    },
    went(accountId) {
      if (!sockets.remove(accountId)) return;
      const timer = setTimeout(() => {
        lingering.delete(accountId);
        tell(accountId, "went");
      }, lingerMs).unref();
      lingering.set(accountId, timer);
    },
    isAnywhere: (accountId) => isHere(accountId) || !elsewhere(accountId).next().done,
    close() {
      clearInterval(heartbeat);
      clearTimeout(gathering);
      for (const timer of lingering.values()) clearTimeout(timer);
      lingering.clear();
      publish({ all: [] });
    },
  };
}
