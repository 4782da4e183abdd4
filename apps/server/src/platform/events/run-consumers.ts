import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "../database/database.ts";
import { type Consumer, type ConsumerLog, isLoner, type RunningConsumers, typesOf } from "./consumer.ts";
import { createMember, type Member } from "./member.ts";
import type { EventLog } from "./event-log.ts";
import { readBetween } from "./read-between.ts";
import { endOf, isAfter, type LogPoint, placeOf } from "./reader.ts";
import { createPoisonFinder, isPoisoned } from "./poison.ts";
import { backOff, createSleeper, type Sleeper } from "./sleeper.ts";
import { batch, ConsumerFailure, type Step, step } from "./step.ts";
import { willPass } from "./will-pass.ts";

const pollMs = 1000;
/** The wait before a hinted read, and the least time from one read to the next: under load one transaction then handles many events. */
const gatherMs = 2;
const paceMs = 20;
/** While what is known to be there cannot be read yet: behind a transaction that is open, or another process is at it. */
const heldMs = { first: 5, most: 100 };
const retryMs = { first: 100, most: 10_000 };

/**
 * Runs consumers on the event table until they are stopped: woken by a hint after a commit in this process, and by a poll once a second. One
 * loop serves all of them in shared transactions; one that fails, lags, is slow or heavy has a loop of its own meanwhile and holds nobody up.
 */
export function runConsumers(
  db: Db,
  log: EventLog,
  consumers: readonly Consumer[],
  logger: ConsumerLog,
): RunningConsumers {
  const shared = createSleeper();
  const sleepers = new Map<Member, Sleeper>();
  const poison = createPoisonFinder(db, logger);
  const loops = new Set<Promise<void>>();
  const stopping = new AbortController();
  const { signal } = stopping;
  /** A wait that no hint cuts short. */
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => {});

  const wake = (member: Member) => (sleepers.get(member) ?? shared).wake();
  const members = consumers.map((consumer) => {
    const member: Member = createMember(consumer, () => wake(member));
    return member;
  });
  const together = () => members.filter((member) => !member.isApart);

  const unhint = log.onHint((newest, types) => {
    for (const member of members) {
      const wanted = typesOf(member.consumer);
      if (wanted && ![...types].some((type) => wanted.has(type))) continue;
      member.want(newest);
      wake(member);
    }
  });

  /** Takes note of what a step has done, tells of what was handled, and answers whether some are far behind the others. */
  async function settle(mine: readonly Member[], done: Step): Promise<void> {
    const last = done.read.at(-1);
    for (const member of mine) {
      const position = done.locked.find((one) => one.consumer === member.name);
      if (!position) continue;
      const moved = done.served.find((one) => one.consumer === member.consumer);
      const before = member.known;
      member.known = moved ? placeOf(last!) : position;
      // A full batch may end in the middle of a transaction.
      if (moved && done.isFull) member.came(member.known, last!.at);
      else if (!done.isFull) member.came(endOf(member.known.xid));
      if (moved && moved.events.length > 0) {
        try {
          member.consumer.handled?.(moved.events);
        } catch (error) {
          logger.error({ consumer: member.name, err: error }, "what follows on a consumer's commit failed");
        }
      }
      if (moved) poison.passed(member, moved.events.length);
      if (before && isAfter(position, before)) await tellElsewhere(member, before, position);
      const isLeftBehind = moved && done.isFull && done.locked.some((one) => isAfter(one, last!));
      if (isLeftBehind && mine.length > 1) goApart(member);
    }
  }

  /** Another process has handled what lies between: this one's memory is told. */
  async function tellElsewhere({ consumer }: Member, before: LogPoint, until: LogPoint): Promise<void> {
    if (!consumer.handledElsewhere) return;
    try {
      for await (const events of readBetween(db, before, until, typesOf(consumer)))
        consumer.handledElsewhere(events);
    } catch (error) {
      logger.error(
        { consumer: consumer.name, err: error },
        "what another process has handled could not be read",
      );
    }
  }

  /** Whose fault it is that a shared transaction failed is known, or everybody tries alone. Answers whether somebody went. */
  function separate(mine: readonly Member[], error: unknown): boolean {
    if (mine.length < 2 || (willPass(error) && !(error instanceof ConsumerFailure))) return false;
    const at =
      error instanceof ConsumerFailure && code(error.cause) !== inFailedTransaction
        ? error.consumer
        : undefined;
    for (const member of mine) if (!at || member.consumer === at) goApart(member);
    return true;
  }

  function goApart(member: Member): void {
    member.isApart = true;
    const sleeper = createSleeper();
    sleepers.set(member, sleeper);
    const isOver = () => !member.isApart;
    start(() => [member], sleeper, isOver);
  }

  function rejoin(member: Member): void {
    member.isApart = false;
    sleepers.delete(member);
    shared.wake();
  }

  async function loop(current: () => Member[], sleeper: Sleeper, isOver: () => boolean): Promise<void> {
    let held = 0;
    while (!signal.aborted && !isOver()) {
      const mine = current();
      const begun = performance.now();
      try {
        const done = await work(mine);
        if (signal.aborted || isOver() || done?.isFull) continue;
        const isBehind = mine.some((member) => member.isBehind());
        if (isBehind && (!done || done.served.length === 0)) {
          await wait(backOff(++held, heldMs.first, heldMs.most));
          continue;
        }
        held = 0;
        if (!isBehind) await sleeper.sleep(pollMs);
        if (mine.some((member) => member.isBehind()))
          await wait(Math.max(gatherMs, begun + paceMs - performance.now()));
      } catch (error) {
        if (!separate(mine, error)) await wait(await failed(mine, error));
      }
    }
  }

  async function work(mine: readonly Member[]): Promise<Step | undefined> {
    const [only] = mine;
    if (!only) return undefined;
    const limit = mine.length === 1 ? only.limit : batch;
    const consumers = mine.map((member) => member.consumer);
    const done = await step(db, consumers, limit);
    await settle(mine, done);
    const isWell = done.locked.length > 0 && !done.isFull;
    if (only.isApart && !isLoner(only.consumer) && isWell) rejoin(only);
    return done;
  }

  /** Answers how long to wait before the next attempt, in milliseconds. */
  async function failed(mine: readonly Member[], error: unknown): Promise<number> {
    let reason = error;
    if (isPoisoned(error)) {
      mine[0]!.failed(error.events[0]!.at);
      try {
        return await poison.found(mine[0]!, error);
      } catch (again) {
        reason = again;
      }
    }
    for (const member of mine) member.failed();
    const failures = mine[0]?.failures ?? 1;
    const consumers = mine.map((member) => member.name);
    logger.error({ consumers, err: reason, failures }, "events could not be handled; it will be tried again");
    return backOff(failures, retryMs.first, retryMs.most);
  }

  function start(current: () => Member[], sleeper: Sleeper, isOver: () => boolean): void {
    const running = loop(current, sleeper, isOver).finally(() => loops.delete(running));
    loops.add(running);
  }

  for (const member of members) if (isLoner(member.consumer)) goApart(member);
  start(together, shared, () => false);

  return {
    all: members,
    async stop() {
      stopping.abort();
      unhint();
      shared.wake();
      for (const sleeper of sleepers.values()) sleeper.wake();
      while (loops.size > 0) await Promise.all(loops);
    },
  };
}

/** PostgreSQL's code for a statement in a transaction that an earlier error has ended, whoever made that. */
const inFailedTransaction = "25P02";
const code = (error: unknown) => (error as { code?: string } | undefined)?.code;
