import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import type { Id } from "../database/tables.ts";
import type { Consumer } from "./consumer.ts";
import { defineEvent, type EventLog, type LoggedEvent } from "./event-log.ts";
import { lockOf, lockPositions, movePositions } from "./positions.ts";
import { type EventRow, isAfter, placeOf, toEvent } from "./reader.ts";

/** An event that a consumer could not handle. */
export interface DeadLetter {
  consumer: string;
  event: LoggedEvent;
  error: string;
  attempts: number;
  setAsideAt: Date;
}

/** A dead letter was handled after all; for the memory of other processes. The time is left out: nothing derived depends on it twice. */
export const replayed = defineEvent<{ consumer: string; event: object }>(
  "consumer",
  "event.replayed",
  ({ consumer }) => consumer,
);

/** PostgreSQL's text knows no NUL, and a stack of megabytes helps nobody. */
const errorText = (error: unknown) =>
  String((error as Error)?.message ?? error)
    .replaceAll("\0", "")
    .slice(0, 2000);

/**
 * Puts an event that stands next for the consumer where an operator sees it, and moves the consumer past it. Answers false when another
 * process has moved it meanwhile.
 */
export function setAside(
  db: Db,
  consumer: Consumer,
  event: LoggedEvent,
  error: unknown,
  attempts: number,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const [position] = await lockPositions(tx, [consumer.name]);
    if (!position || !isAfter(event, position)) return false;
    await keep(tx, consumer.name, event, errorText(error), attempts);
    await movePositions(tx, [consumer.name], placeOf(event));
    return true;
  });
}

async function keep(
  tx: Tx,
  consumer: string,
  event: LoggedEvent,
  error: string,
  attempts: number,
): Promise<void> {
  const { id, xid, payload, ...rest } = event;
  await tx
    .insertInto("eventDead")
    .values({
      consumer,
      eventId: id,
      xid: xid.toString(),
      at: rest.at,
      aggregatetype: rest.aggregatetype,
      aggregateid: rest.aggregateid,
      type: rest.type,
      payload: JSON.stringify(payload),
      error,
      attempts,
    })
    .onConflict((conflict) =>
      conflict.columns(["consumer", "eventId"]).doUpdateSet({ error, attempts, setAsideAt: new Date() }),
    )
    .execute();
}

type DeadRow = EventRow & { consumer: string; error: string; attempts: number; setAsideAt: Date };

const columns = sql`consumer, event_id as id, xid::text as xid, at, aggregatetype, aggregateid, type, payload, error, attempts, set_aside_at`;

/** The dead letters of one consumer or of all, in the order of the log, after (consumer, event). */
export async function listDead(db: Db, consumer?: string, most = 100): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadRow>`
    select ${columns} from event_dead ${consumer === undefined ? sql`` : sql`where consumer = ${consumer}`}
    order by consumer, event_dead.xid, event_id limit ${most}
  `.execute(db);
  return rows.map(toLetter);
}

export async function countDead(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ consumer: string; n: number }>`
    select consumer, count(*) as n from event_dead group by consumer
  `.execute(db);
  return new Map(rows.map((row) => [row.consumer, row.n]));
}

function toLetter({ consumer, error, attempts, setAsideAt, ...row }: DeadRow): DeadLetter {
  return { consumer, event: toEvent(row), error, attempts, setAsideAt };
}

/**
 * Gives dead letters (or one of them) to the consumer's handler again, in the order of the log, each in a transaction of its own. What
 * throws again stays. Answers what became of each.
 */
export async function replayDead(
  db: Db,
  log: EventLog,
  consumer: Consumer,
  eventId?: Id,
): Promise<{ event: LoggedEvent; error?: string }[]> {
  const done: { event: LoggedEvent; error?: string }[] = [];
  const { rows } = await sql<{ id: Id }>`
    select event_id as id from event_dead
    where consumer = ${consumer.name} ${eventId === undefined ? sql`` : sql`and event_id = ${eventId}`}
    order by xid, event_id
  `.execute(db);
  for (const { id } of rows) {
    let letter: DeadLetter | undefined;
    try {
      await log.commit(async (tx) => {
        letter = undefined;
        // Like a batch: never beside another one of the same consumer.
        await sql`select pg_advisory_xact_lock(${lockOf(consumer.name)})`.execute(tx);
        const taken = await sql<DeadRow>`
          delete from event_dead where consumer = ${consumer.name} and event_id = ${id} returning ${columns}
        `.execute(tx);
        const [row] = taken.rows;
        if (!row) return;
        letter = toLetter(row);
        await consumer.handle(tx, [letter.event]);
        const { xid, at, ...event } = letter.event;
        log.publish(tx, replayed({ consumer: consumer.name, event: { ...event, xid: xid.toString(), at } }));
      });
      if (!letter) continue;
      consumer.handled?.([letter.event]);
      done.push({ event: letter.event });
    } catch (error) {
      if (!letter) throw error;
      const text = errorText(error);
      await sql`update event_dead set error = ${text}, attempts = attempts + 1 where consumer = ${consumer.name} and event_id = ${id}`.execute(
        db,
      );
      done.push({ event: letter.event, error: text });
    }
  }
  return done;
}

/** Tells consumers' memory in this process of dead letters that were handled after all. */
export function followReplays(log: EventLog, consumers: readonly Consumer[]): void {
  log.listen((event) => {
    if (!replayed.is(event)) return;
    const consumer = consumers.find((one) => one.name === event.payload.consumer);
    const row = event.payload.event as Omit<EventRow, "at"> & { at: string };
    consumer?.handledElsewhere?.([toEvent({ ...row, at: new Date(row.at) })]);
  });
}
