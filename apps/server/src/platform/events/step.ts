import type { Db, Tx } from "../database/database.ts";
import { type Consumer, typesOf } from "./consumer.ts";
import type { LoggedEvent } from "./event-log.ts";
import { type LockedPosition, lockPositions, movePositions } from "./positions.ts";
import { isAfter, placeOf, readEvents, snapshotReader } from "./reader.ts";

/** How many events are read at once. */
export const batch = 1000;

/** A handler has thrown; nothing of its transaction has come to be. */
export class ConsumerFailure extends Error {
  readonly consumer: Consumer;
  /** What the handler was given. */
  readonly events: readonly LoggedEvent[];
  constructor(consumer: Consumer, events: readonly LoggedEvent[], cause: unknown) {
    super((cause as Error)?.message ?? String(cause), { cause });
    this.name = "ConsumerFailure";
    this.consumer = consumer;
    this.events = events;
  }
}

export interface Step {
  /** Where the consumers were that no other process works for. */
  locked: LockedPosition[];
  /** Everything that was read, wanted or not. */
  read: LoggedEvent[];
  /** There may be more to read. */
  isFull: boolean;
  /** Whose position has moved to the last event read, and what its handler was given. */
  served: { consumer: Consumer; events: LoggedEvent[] }[];
}

/**
 * Handles one batch for consumers that stand near each other: one transaction locks the positions, reads the events once, runs the handlers
 * and moves the positions. Effects and positions commit together, so a crash at any point repeats or keeps both. Throws ConsumerFailure.
 */
export function step(db: Db, consumers: readonly Consumer[], limit = batch): Promise<Step> {
  return db.transaction().execute(async (tx) => {
    const locked = await lockPositions(
      tx,
      consumers.map((consumer) => consumer.name),
    );
    const [lowest] = locked;
    if (!lowest) return { locked, read: [], isFull: false, served: [] };
    refuseTooOld(consumers, locked);
    const read = await readEvents(tx, lowest, limit);
    const served = await handleEvents(tx, consumers, locked, read);
    return { locked, read, isFull: read.length === limit, served };
  });
}

/** Gives each consumer the events that are new to it and wanted, and moves its position behind the last one. */
export async function handleEvents(
  tx: Tx,
  consumers: readonly Consumer[],
  locked: readonly LockedPosition[],
  events: readonly LoggedEvent[],
): Promise<Step["served"]> {
  const last = events.at(-1);
  if (!last) return [];
  const served: Step["served"] = [];
  for (const position of locked) {
    if (!isAfter(last, position)) continue;
    const consumer = consumers.find((one) => one.name === position.consumer)!;
    const mine = eventsFor(consumer, position, events);
    if (mine.length > 0) {
      try {
        await consumer.handle(tx, mine);
      } catch (error) {
        throw new ConsumerFailure(consumer, mine, error);
      }
    }
    served.push({ consumer, events: mine });
  }
  if (served.length > 0) {
    const names = served.map(({ consumer }) => consumer.name);
    await movePositions(tx, names, placeOf(last));
  }
  return served;
}

export function refuseTooOld(consumers: readonly Consumer[], locked: readonly LockedPosition[]): void {
  const tooOld = locked.find((position) => position.isTooOld);
  if (!tooOld) return;
  const { consumer: name } = tooOld;
  const reason = new Error(`${name} is further behind than the event log reaches; run: maru rebuild ${name}`);
  throw new ConsumerFailure(
    consumers.find((one) => one.name === name)!,
    [],
    reason,
  );
}

/** The events after the position that the consumer wants and that no rebuild has counted in. */
function eventsFor(
  consumer: Consumer,
  position: LockedPosition,
  events: readonly LoggedEvent[],
): LoggedEvent[] {
  const types = typesOf(consumer);
  const isCountedIn = snapshotReader(position.since);
  return events.filter(
    (event) => isAfter(event, position) && (!types || types.has(event.type)) && !isCountedIn(event.xid),
  );
}
