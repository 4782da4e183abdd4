import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { Problem } from "../../platform/http/problem.ts";
import { changePair } from "./change-pair.ts";
import * as events from "./events.ts";
import type { PeopleDeps } from "./people.ts";
import {
  deleteBlock,
  deleteFollow,
  deleteMute,
  deleteRequest,
  insertBlock,
  insertMute,
} from "./relation-queries.ts";
import type { Relations } from "./relations.ts";
import type { Relationship } from "./schemas.ts";

const most = 20_000;

function requireRoom(list: Id[], what: string): void {
  if (list.length >= most) throw new Problem(422, "too-many", `Nobody can ${what} more than ${most} people.`);
}

/** What another feature ends between two people when one blocks the other, in the same transaction. */
export type BlockStep = (tx: Tx, accountId: Id, targetId: Id) => Promise<void>;

/** Ends follows and requests in both directions, and what other features have between the two; from then on neither finds the other. */
export async function block(
  { log, blockSteps }: Pick<PeopleDeps, "log" | "blockSteps">,
  mine: Relations,
  other: Id,
): Promise<Relationship> {
  requireRoom(mine.blocking, "block");
  return changePair(log, mine.accountId, other, async ({ tx, me }) => {
    await part(log, tx, me, other);
    await part(log, tx, other, me);
    if (await insertBlock(tx, me, other)) {
      for (const step of blockSteps) await step(tx, me, other);
      log.publish(tx, events.blocked({ accountId: me, targetId: other }));
    }
    return { following: false, followedBy: false, requested: false, blocking: true };
  });
}

/** Requests first: one that is being accepted at this moment is then a follow, and found below. */
async function part(log: EventLog, tx: Tx, accountId: Id, targetId: Id): Promise<void> {
  if (await deleteRequest(tx, accountId, targetId))
    log.publish(tx, events.followRequestEnded({ accountId, targetId }));
  if (await deleteFollow(tx, accountId, targetId))
    log.publish(tx, events.unfollowed({ accountId, targetId }));
}

/** Follows do not come back. */
export async function unblock(log: EventLog, me: Id, other: Id): Promise<Relationship> {
  return changePair(log, me, other, async ({ tx }) => {
    if (await deleteBlock(tx, me, other))
      log.publish(tx, events.unblocked({ accountId: me, targetId: other }));
    return { blocking: false };
  });
}

/** Keeps the other's posts out of one's feeds, without the other knowing. */
export async function mute(log: EventLog, mine: Relations, other: Id): Promise<Relationship> {
  requireRoom(mine.muting, "mute");
  return changePair(log, mine.accountId, other, async ({ tx, me }) => {
    if (await insertMute(tx, me, other)) log.publish(tx, events.muted({ accountId: me, targetId: other }));
    return { muting: true };
  });
}

export async function unmute(log: EventLog, me: Id, other: Id): Promise<Relationship> {
  return changePair(log, me, other, async ({ tx }) => {
    if (await deleteMute(tx, me, other)) log.publish(tx, events.unmuted({ accountId: me, targetId: other }));
    return { muting: false };
  });
}
