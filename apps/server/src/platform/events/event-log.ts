import { type RawBuilder, sql } from "kysely";
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
  return Object.assign(make, { type, aggregatetype, is });
}

/**
 * The part of a statement that writes an event beside what it stands for: `aggregateid` and `payload` are made of the columns of `from`.
 * It answers the columns id, xid and at.
 */
export function eventInsert(
  { type, aggregatetype }: { type: string; aggregatetype: string },
  from: { table: RawBuilder<unknown>; aggregateid: RawBuilder<unknown>; payload: RawBuilder<unknown> },
): RawBuilder<unknown> {
  return sql`insert into event (aggregatetype, aggregateid, type, payload)
    select ${aggregatetype}, ${from.aggregateid}::text, ${type}, ${from.payload} from ${from.table} returning id, xid::text as xid, at`;
}

/** Right after the event with this transaction and id. */
interface Place {
  xid: bigint;
  id: Id;
}

export type Hint = (newest: bigint, types: ReadonlySet<string>) => void;
export type EventListener = (event: LoggedEvent) => void;

export interface EventLog {
  /**
   * Runs `work` in a transaction and writes what it published in the same one. After the commit every listener has heard of it before this
   * resolves. `work` runs again when the database ends a deadlock, so it must touch nothing but its transaction.
   */
  commit<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * As `commit` for work that writes with one statement, its event included (see `eventInsert`): that needs no transaction around it, which
   * would be two more trips to the database.
   */
  commitOne<T>(work: (db: Db) => Promise<{ value: T; event: LoggedEvent }>): Promise<T>;
  /** Announces an event with the transaction that `commit` gave. */
  publish(tx: Tx, ...events: NewEvent[]): void;
  /** As `publish` for an event that a statement of the transaction has written. */
  wrote(tx: Tx, event: LoggedEvent): void;
  /**
   * Announces events that a query makes (columns aggregatetype, aggregateid, type, payload), any number of them, without bringing them
   * into memory. Listeners hear of them a little later, by the tail; publish one event besides for what must be known at once.
   */
  publishFrom(tx: Tx, events: RawBuilder<unknown>): Promise<void>;
  /**
   * For what lives in this process's memory (caches, sockets): called once for every event of this process, and for those of
   * other processes as they appear in the log. From now on only, no stored position. Must not throw.
   */
  listen(listener: EventListener): void;
  /** Called when there is something new to read: up to which transaction, and of which types. Answers a function that ends it. */
  onHint(wake: Hint): () => void;
  /** Says that another process has committed something; what is committed here says so itself. */
  hint: Hint;
  /** Hands an event to the listeners; for the tail that reads other processes' events. */
  announce(event: LoggedEvent): void;
  /**
   * Listeners have been told of everything that was committed after `from` and up to `to`, and of what this process has committed
   * since. Undefined until the tail runs.
   */
  heard(): { from: Place; to: Place } | undefined;
  /** For the tail: from here on, at the first call, or up to here everything has been announced. */
  setHeard(place: Place): void;
  /** True once for an event that this process has written and announced itself. */
  isOwn(id: Id): boolean;
}

/** How many of its own events a process remembers, so that the tail does not announce them twice. */
const remembered = 50_000;
/** Events per statement: a statement takes 65,535 values. */
const atOnce = 5_000;

export function createEventLog(db: Db): EventLog {
  const published = new WeakMap<Tx, { waiting: NewEvent[]; logged: LoggedEvent[] }>();
  const listeners: EventListener[] = [];
  const wakers = new Set<Hint>();
  const own = new Set<Id>();
  let heard: { from: Place; to: Place } | undefined;

  function announce(event: LoggedEvent): void {
    for (const listener of listeners) listener(event);
  }

  async function write(tx: Tx, events: NewEvent[]): Promise<LoggedEvent[]> {
    const logged: LoggedEvent[] = [];
    for (let from = 0; from < events.length; from += atOnce) {
      const some = events.slice(from, from + atOnce);
      const rows = await tx
        .insertInto("event")
        .values(some.map((event) => ({ ...event, payload: JSON.stringify(event.payload) })))
        .returning(["id", "xid", "at"])
        .execute();
      for (const [index, row] of rows.entries()) {
        logged.push({ ...some[index]!, id: row.id, xid: BigInt(row.xid), at: row.at });
      }
    }
    return logged;
  }

  function committed(logged: readonly LoggedEvent[]): void {
    if (logged.length === 0) return;
    for (const event of logged) {
      own.add(event.id);
      announce(event);
    }
    for (const id of own) {
      if (own.size <= remembered) break;
      own.delete(id);
    }
    const types = new Set(logged.map((event) => event.type));
    for (const wake of wakers) wake(logged[0]!.xid, types);
  }

  function eventsOf(tx: Tx) {
    const events = published.get(tx);
    if (!events) throw new Error("an event needs the transaction that EventLog.commit() gave");
    return events;
  }

  return {
    async commit(work) {
      const { value, logged } = await again(() =>
        db.transaction().execute(async (tx) => {
          const events = { waiting: [], logged: [] };
          published.set(tx, events);
          const done = await work(tx);
          return { value: done, logged: [...events.logged, ...(await write(tx, events.waiting))] };
        }),
      );
      committed(logged);
      return value;
    },
    async commitOne(work) {
      const { value, event } = await again(() => work(db));
      committed([event]);
      return value;
    },
    publish: (tx, ...events) => void eventsOf(tx).waiting.push(...events),
    wrote: (tx, event) => void eventsOf(tx).logged.push(event),
    async publishFrom(tx, events) {
      await sql`insert into event (aggregatetype, aggregateid, type, payload)
        select aggregatetype, aggregateid, type, payload from (${events}) made`.execute(tx);
    },
    listen: (listener) => void listeners.push(listener),
    onHint(wake) {
      wakers.add(wake);
      return () => wakers.delete(wake);
    },
    hint(newest, types) {
      for (const wake of wakers) wake(newest, types);
    },
    announce,
    heard: () => heard,
    setHeard: (place) => void (heard = { from: heard?.from ?? place, to: place }),
    isOwn: (id) => own.delete(id),
  };
}

const deadlocked = new Set(["40P01", "40001"]);

/** Thrown in a transaction that would be right if it began anew, which it does. */
export class TransactionConflict extends Error {
  readonly code = "40001";
}

/** Runs a transaction once more (twice at the most) when the database has ended it because it and another waited for each other. */
async function again<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === 3 || !deadlocked.has((error as { code?: string }).code ?? "")) throw error;
    }
  }
}
