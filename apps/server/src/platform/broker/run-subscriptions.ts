import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "../database/database.ts";
import type { Consumer, ConsumerLog, RunningConsumers } from "../events/consumer.ts";
import { createMember, type Member } from "../events/member.ts";
import { createPoisonFinder, isPoisoned } from "../events/poison.ts";
import { lockPositions } from "../events/positions.ts";
import { endOf, isAfter, type LogPoint, placeOf } from "../events/reader.ts";
import { backOff } from "../events/sleeper.ts";
import { batch, handleEvents, refuseTooOld, type Step, step } from "../events/step.ts";
import type { Broker, Stretch } from "./broker.ts";

/** Another process works for the consumer, or rebuilds it. */
const busyMs = { first: 20, most: 1000 };
const retryMs = { first: 100, most: 10_000 };

export interface SubscriptionOptions {
  /**
   * After so long without anything from the broker, the table is read: what a broker has lost is found there. After a shorter time while
   * the broker is known to be away.
   */
  netMs?: { connected: number; away: number };
}

/**
 * Runs consumers on what a broker delivers. Position and effect commit together in the database: what comes twice is passed over by its place
 * in the log; where something is missing, or an event cannot be handled, the consumer goes on from the table until it is past that.
 */
export function runSubscriptions(
  db: Db,
  broker: Broker,
  consumers: readonly Consumer[],
  logger: ConsumerLog,
  { netMs = { connected: 5000, away: 1000 } }: SubscriptionOptions = {},
): RunningConsumers & { known(consumer: string): LogPoint | undefined } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const poison = createPoisonFinder(db, logger);
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => {});

  /** Those before whose next stretch there is no event in the table either. */
  const gapless = new Set<Member>();

  /** Takes note of what was committed. */
  function settle(member: Member, done: Step): void {
    const [position] = done.locked;
    const [served] = done.served;
    const last = done.read.at(-1);
    member.known = served ? placeOf(last!) : (position ?? member.known);
    if (!served) return;
    // Its transaction may have more events than were delivered.
    member.came(placeOf(last!));
    poison.passed(member, served.events.length);
    if (served.events.length === 0) return;
    try {
      member.consumer.handled?.(served.events);
    } catch (error) {
      logger.error({ consumer: member.name, err: error }, "what follows on a consumer's commit failed");
    }
  }

  async function fromTable(member: Member): Promise<Step> {
    const done = await step(db, [member.consumer], member.limit);
    settle(member, done);
    if (done.locked.length > 0 && !done.isFull) member.came(endOf(member.known!.xid));
    return done;
  }

  /** Answers whether the consumer is past the stretch now. */
  async function fromBroker(member: Member, { after, events }: Stretch): Promise<boolean> {
    if (member.limit < batch) return isPast(await fromTable(member), member, events);
    const done = await db.transaction().execute(async (tx): Promise<Step | "gap"> => {
      const locked = await lockPositions(tx, [member.name]);
      const [position] = locked;
      if (!position) return { locked, read: [], isFull: false, served: [] };
      refuseTooOld([member.consumer], locked);
      if (isAfter(after, position) && !gapless.has(member)) return "gap";
      const served = await handleEvents(tx, [member.consumer], locked, events);
      return { locked, read: events, isFull: false, served };
    });
    gapless.delete(member);
    if (done !== "gap") {
      settle(member, done);
      return isPast(done, member, events);
    }
    const repaired = await fromTable(member);
    // Nothing is left in the table before the stretch: then there is no gap, only a place without an event.
    if (repaired.locked.length > 0 && repaired.read.length === 0) gapless.add(member);
    return isPast(repaired, member, events);
  }

  const isPast = (done: Step, member: Member, events: Stretch["events"]) =>
    done.locked.length > 0 && member.known !== undefined && !isAfter(events.at(-1)!, member.known);

  /** Works until `attempt` answers true, through whatever fails. Throws when it is stopped before. */
  async function persist(member: Member, attempt: () => Promise<boolean>): Promise<void> {
    let busy = 0;
    for (;;) {
      if (signal.aborted) throw new Error("The consumer was stopped.");
      try {
        const before = member.known;
        if (await attempt()) return;
        const hasMoved = member.known && (!before || isAfter(member.known, before));
        if (!hasMoved && !gapless.has(member)) await wait(backOff(++busy, busyMs.first, busyMs.most));
      } catch (error) {
        await wait(await failed(member, error));
      }
    }
  }

  async function failed(member: Member, error: unknown): Promise<number> {
    let reason = error;
    if (isPoisoned(error)) {
      member.failed(error.events[0]!.at);
      try {
        return await poison.found(member, error);
      } catch (again) {
        reason = again;
      }
    }
    member.failed();
    const { name, failures } = member;
    logger.error(
      { consumer: name, err: reason, failures },
      "events could not be handled; it will be tried again",
    );
    return backOff(failures, retryMs.first, retryMs.most);
  }

  const all = consumers.map((consumer) => {
    const member = createMember(consumer, () => {});
    let turn = Promise.resolve();
    let lastAt = performance.now();
    /** One after the other: what the broker brings and what the net finds. */
    const inTurn = (work: () => Promise<void>) => {
      const mine = turn.then(work).finally(() => (lastAt = performance.now()));
      turn = mine.catch(() => {});
      return mine;
    };
    const subscription = broker.subscribe(consumer.name, (stretch) =>
      inTurn(() => persist(member, () => fromBroker(member, stretch))),
    );
    const net = (async () => {
      while (!signal.aborted) {
        const patience = () => (broker.isConnected() ? netMs.connected : netMs.away);
        await wait(Math.min(1000, Math.max(50, lastAt + patience() - performance.now())));
        if (signal.aborted || performance.now() - lastAt < patience()) continue;
        await inTurn(() =>
          persist(member, async () => {
            const done = await fromTable(member);
            return !done.isFull || done.locked.length === 0;
          }),
        ).catch(() => {});
      }
    })();
    return { member, subscription, net };
  });

  return {
    all: all.map(({ member }) => member),
    known: (name) => all.find(({ member }) => member.name === name)?.member.known,
    async stop() {
      stopping.abort();
      await Promise.all(all.flatMap(({ subscription, net }) => [subscription.stop().catch(() => {}), net]));
    },
  };
}
