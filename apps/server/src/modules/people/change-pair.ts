import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { invalid, notFound, signInNeeded } from "../../platform/http/problem.ts";
import { lockPair, type PairState, readPair } from "./relation-queries.ts";
import type { Relationship } from "./schemas.ts";

export interface Pair {
  tx: Tx;
  me: Id;
  other: Id;
  otherIsPrivate: boolean;
  /** As it is before the change. */
  state: PairState;
}

/**
 * Changes what is between two people, one change at a time for each two. `change` answers what has become different. Who is blocked by the
 * other finds nobody there, except to take a block of their own back.
 */
export async function changePair(
  log: EventLog,
  me: Id,
  other: Id,
  change: (pair: Pair) => Promise<Partial<PairState>>,
): Promise<Relationship> {
  if (me === other) throw invalid("handle", "is your own", "oneself");
  return log.commit(async (tx) => {
    const accounts = await lockPair(tx, me, other);
    if (!accounts.has(me)) throw signInNeeded();
    const target = accounts.get(other);
    const state = await readPair(tx, me, other);
    if (!target || (state.blockedBy && !state.blocking)) throw notFound();
    const changed = await change({ tx, me, other, otherIsPrivate: target.isPrivate, state });
    const { following, followedBy, blocking, muting, requested } = { ...state, ...changed };
    return { following, followedBy, blocking, muting, requested };
  });
}
