import type { EventLog } from "../events/event-log.ts";
import type { Redis } from "./redis.ts";

/** "Something new is in the event log", told to the site's other processes, so that they need not wait for their poll. */
export interface Hints {
  /** Tells the others up to which transaction. Calls in quick succession become one message; one that is lost costs a second. */
  hintOthers(newest: bigint, types: Iterable<string>): void;
  /** Called for what others tell; and after a time without Redis, when something may have been missed, with 0. */
  onHintFromOthers(listener: (newest: bigint, types: ReadonlySet<string>) => void): void;
}

/** Hints within this time are one: the log is read in batches anyway. */
const gatherMs = 5;

interface Message {
  from: string;
  newest: string;
  types: string[];
}

export function createHints(redis: Redis): Hints {
  const channel = `${redis.site}:events`;
  const self = crypto.randomUUID();
  const listeners: ((newest: bigint, types: ReadonlySet<string>) => void)[] = [];
  let gathered: { newest: bigint; types: Set<string> } | undefined;

  const tell = (newest: bigint, types: Iterable<string>) =>
    listeners.forEach((listener) => listener(newest, new Set(types)));

  function send(): void {
    const { newest, types } = gathered!;
    gathered = undefined;
    const message: Message = { from: self, newest: String(newest), types: [...types] };
    redis.ask((client) => client.publish(channel, JSON.stringify(message))).catch(() => {});
  }

  const connection = redis.connection();
  connection
    .subscribe(channel, (text) => {
      const { from, newest, types } = JSON.parse(text) as Message;
      if (from !== self) tell(BigInt(newest), types);
    })
    // Only when the program ends before Redis has ever answered.
    .catch(() => {});
  connection.on("ready", () => tell(0n, []));

  return {
    hintOthers(newest, types) {
      if (!gathered) {
        gathered = { newest, types: new Set() };
        setTimeout(send, gatherMs).unref();
      }
      if (newest > gathered.newest) gathered.newest = newest;
      for (const type of types) gathered.types.add(type);
    },
    onHintFromOthers: (listener) => void listeners.push(listener),
  };
}

/** Tells the others of this process's commits, and this process's readers of theirs. */
export function connectHints(log: EventLog, hints: Hints): void {
  let isTheirs = false;
  log.onHint((newest, types) => {
    if (!isTheirs) hints.hintOthers(newest, types);
  });
  hints.onHintFromOthers((newest, types) => {
    isTheirs = true;
    try {
      log.hint(newest, types);
    } finally {
      isTheirs = false;
    }
  });
}
