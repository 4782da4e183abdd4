import type { Db } from "../database/database.ts";
import type { Id } from "../database/tables.ts";
import type { ConsumerLog } from "./consumer.ts";
import { setAside } from "./dead-letters.ts";
import type { Member } from "./member.ts";
import { backOff } from "./sleeper.ts";
import { batch, ConsumerFailure } from "./step.ts";
import { willPass } from "./will-pass.ts";

const attemptsPerEvent = 4;
const retryMs = { first: 50, most: 1000 };
/** So many dead letters without a success between them: the consumer is broken, not the events. It then goes on slowly. */
const brokenAfter = 20;
const brokenPauseMs = 10_000;

export interface PoisonFinder {
  /**
   * After a failure for its events: halves the batch until one event is left, tries that a few times more, and sets it aside. Answers how
   * many milliseconds to wait before the next attempt.
   */
  found(member: Member, failure: ConsumerFailure): Promise<number>;
  /** After a success: batches grow again. */
  passed(member: Member, handled: number): void;
}

/** Whether events are at fault, rather than the moment. */
export function isPoisoned(error: unknown): error is ConsumerFailure {
  return error instanceof ConsumerFailure && error.events.length > 0 && !willPass(error);
}

export function createPoisonFinder(db: Db, logger: ConsumerLog): PoisonFinder {
  const suspects = new Map<Member, { event: Id; attempts: number }>();
  const deadInRow = new Map<Member, number>();
  return {
    async found(member, failure) {
      const { events, cause } = failure;
      if (events.length > 1) {
        member.limit = Math.max(1, events.length >> 1);
        return 0;
      }
      const [event] = events;
      const before = suspects.get(member);
      const attempts = before?.event === event!.id ? before.attempts + 1 : 1;
      suspects.set(member, { event: event!.id, attempts });
      if (attempts < attemptsPerEvent) return backOff(attempts, retryMs.first, retryMs.most);
      suspects.delete(member);
      const isSetAside = await setAside(db, member.consumer, event!, cause, attempts);
      if (!isSetAside) return retryMs.first;
      logger.error(
        { consumer: member.name, event: event!.id, type: event!.type, err: cause, attempts },
        "an event could not be handled and was set aside; see: maru events dead",
      );
      member.limit = 1;
      const inRow = (deadInRow.get(member) ?? 0) + 1;
      deadInRow.set(member, inRow);
      if (inRow < brokenAfter) return 0;
      member.isBroken = true;
      return backOff(1, brokenPauseMs, brokenPauseMs);
    },
    passed(member, handled) {
      if (member.limit < batch) member.limit = Math.min(batch, member.limit * 2);
      if (handled === 0) return;
      deadInRow.delete(member);
      member.isBroken = false;
    },
  };
}
