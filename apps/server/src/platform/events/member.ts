import { type Consumer, isLoner, type RunningConsumer } from "./consumer.ts";
import { endOf, isAfter, type LogPoint } from "./reader.ts";
import { batch } from "./step.ts";

/** A consumer as this process runs it: what is known about how far it has come. */
export interface Member extends RunningConsumer {
  consumer: Consumer;
  /** It has a loop of its own, until it is well and has caught up. */
  isApart: boolean;
  /** Attempts since the last success. */
  failures: number;
  /** Nothing that it was given lately could be handled. */
  isBroken: boolean;
  /** How many events it is given at once; fewer while one of them is to be found that cannot be handled. */
  limit: number;
  /** Where its position was when this process saw it last. */
  known: LogPoint | undefined;
  /** Something up to this transaction is there to be handled. */
  wanted(): bigint;
  want(xid: bigint): void;
  isBehind(): boolean;
  /** Everything up to the place is handled; `oldest` is when the oldest known event that is not came to be. */
  came(through: LogPoint, oldest?: Date): void;
  /** It has not come on; `oldest` as above, where it is an event that stands in the way and nothing else. */
  failed(oldest?: Date): void;
}

/** So many failures in a row are an illness, not a stumble. */
const illAfter = 5;

export function createMember(consumer: Consumer, wake: () => void): Member {
  let wanted = 0n;
  let reached: LogPoint = { xid: 0n, id: 0 };
  let waitingSince: number | undefined;
  const waiters = new Set<{ place: LogPoint; done: () => void }>();
  const member: Member = {
    name: consumer.name,
    consumer,
    isApart: isLoner(consumer),
    failures: 0,
    isBroken: false,
    limit: batch,
    known: undefined,
    wanted: () => wanted,
    want(xid) {
      if (xid > wanted) wanted = xid;
    },
    isBehind: () => isAfter(endOf(wanted), reached),
    came(through, oldest) {
      member.failures = 0;
      waitingSince = oldest?.getTime();
      if (isAfter(through, reached)) reached = through;
      for (const waiter of waiters) {
        if (isAfter(waiter.place, reached)) continue;
        waiters.delete(waiter);
        waiter.done();
      }
    },
    failed(oldest) {
      if (!oldest) member.failures++;
      waitingSince ??= oldest?.getTime() ?? Date.now();
    },
    lagSeconds: () => (waitingSince === undefined ? 0 : Math.max(0, (Date.now() - waitingSince) / 1000)),
    // One that is slow waits for a service of its own, whose absence must not take the site away too.
    healthy: () => (consumer.isSlow === true || member.failures < illAfter) && !member.isBroken,
    async reached(xid, id) {
      const place = id === undefined ? endOf(xid) : { xid, id };
      if (!isAfter(place, reached)) return;
      await new Promise<void>((done) => {
        waiters.add({ place, done });
        member.want(xid);
        wake();
      });
    },
  };
  return member;
}
