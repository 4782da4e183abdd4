import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { notFound } from "../../platform/http/problem.ts";
import { changePair } from "./change-pair.ts";
import * as events from "./events.ts";
import { acceptRequests, deleteRequest, insertFollow } from "./relation-queries.ts";
import type { Relationship } from "./schemas.ts";

/** Lets somebody follow who has asked to. Accepting twice is accepting once; without a request there is nothing to accept. */
export async function acceptRequest(log: EventLog, me: Id, other: Id): Promise<Relationship> {
  return changePair(log, me, other, async ({ tx, state }) => {
    const pair = { accountId: other, targetId: me };
    if (await deleteRequest(tx, other, me)) {
      log.publish(tx, events.followRequestEnded(pair));
      if (await insertFollow(tx, other, me, true)) log.publish(tx, events.followed(pair));
    } else if (!state.followedBy) {
      throw notFound();
    }
    return { followedBy: true };
  });
}

export async function refuseRequest(log: EventLog, me: Id, other: Id): Promise<Relationship> {
  return changePair(log, me, other, async ({ tx }) => {
    if (await deleteRequest(tx, other, me))
      log.publish(tx, events.followRequestEnded({ accountId: other, targetId: me }));
    return {};
  });
}

/** Everybody who waits follows; for an account that stops being private. */
export async function acceptAll(log: EventLog, tx: Tx, accountId: Id): Promise<void> {
  for (const { followerId, isNew } of await acceptRequests(tx, accountId)) {
    const pair = { accountId: followerId, targetId: accountId };
    log.publish(tx, events.followRequestEnded(pair), ...(isNew ? [events.followed(pair)] : []));
  }
}
