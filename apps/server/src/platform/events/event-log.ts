import { type Db, type Tx } from "../database/database.ts";
import type { Id } from "../database/tables.ts";

/** What a feature announces: ids, never entities. */
export interface NewEvent<P extends object = object> {
  type: string;
  aggregatetype: string;
  aggregateid: string;
  payload: P;
}

export interface LoggedEvent<P extends object = object> extends NewEvent<P> {
  id: Id;
  /** The transaction that wrote it; events are read in the order of (xid, id). */
  xid: bigint;
  at: Date;
}

/** Names an event once: `liked({...})` makes one, `liked.is(event)` recognises it and types its payload. */
export function defineEvent<P extends object>(
  aggregatetype: string,
  type: string,
  aggregate: (payload: P) => Id | string,
) {
  const make = (payload: P): NewEvent<P> => ({
    type,
    aggregatetype,
    aggregateid: String(aggregate(payload)),
    payload,
  });
  const is = (event: NewEvent): event is LoggedEvent<P> => event.type === type;
  return Object.assign(make, { type, is });
}

export type EventListener = (event: LoggedEvent) => void;

export interface EventLog {
  /** Runs `work` in a transaction and writes what it published in the same one. After the commit every listener has heard of it before this resolves. */
  commit<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Announces an event with the transaction that `commit` gave. */
  publish(tx: Tx, ...events: NewEvent[]): void;
  /**
   * For what lives in this process's memory (caches, sockets): called once for every event of this process, and for those of
   * other processes as they appear in the log. From now on only, no stored position. Must not throw.
   */
  listen(listener: EventListener): void;
  /** Called when there may be something new to read. */
  onHint(wake: (newest: bigint) => void): () => void;
  /** Hands an event to the listeners; for the tail that reads other processes' events. */
  announce(event: LoggedEvent): void;
  /** True once for an event that this process has written and announced itself. */
  isOwn(id: Id): boolean;
}

/** How many of its own events a process remembers, so that the tail does not announce them twice. */
const remembered = 50_000;

export function createEventLog(db: Db): EventLog {
  const published = new WeakMap<Tx, NewEvent[]>();
  const listeners: EventListener[] = [];
  const wakers = new Set<(newest: bigint) => void>();
  const own = new Set<Id>();

  function announce(event: LoggedEvent): void {
    for (const listener of listeners) listener(event);
  }

  async function write(tx: Tx, events: NewEvent[]): Promise<LoggedEvent[]> {
    const rows = await tx
      .insertInto("event")
      .values(events.map((event) => ({ ...event, payload: JSON.stringify(event.payload) })))
      .returning(["id", "xid", "at"])
      .execute();
    return rows.map((row, index) => ({ ...events[index]!, id: row.id, xid: BigInt(row.xid), at: row.at }));
  }

  return {
    async commit(work) {
      let logged: LoggedEvent[] = [];
      const result = await db.transaction().execute(async (tx) => {
        const events: NewEvent[] = [];
        published.set(tx, events);
        const value = await work(tx);
        if (events.length > 0) logged = await write(tx, events);
        return value;
      });
      if (logged.length > 0) {
        for (const event of logged) {
          own.add(event.id);
          announce(event);
        }
        for (const id of own) {
          if (own.size <= remembered) break;
          own.delete(id);
        }
        for (const wake of wakers) wake(logged[0]!.xid);
      }
      return result;
    },
    publish(tx, ...events) {
      const list = published.get(tx);
      if (!list) throw new Error("publish() needs the transaction that EventLog.commit() gave");
      list.push(...events);
    },
    listen: (listener) => void listeners.push(listener),
    onHint(wake) {
      wakers.add(wake);
      return () => wakers.delete(wake);
    },
    announce,
    isOwn: (id) => own.delete(id),
  };
}
