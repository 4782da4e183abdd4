import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { Problem } from "../../platform/http/problem.ts";
import { changePair } from "./change-pair.ts";
import * as events from "./events.ts";
import { deleteFollow, deleteRequest, insertFollow, insertRequest } from "./relation-queries.ts";
import type { Relations } from "./relations.ts";
import type { Relationship } from "./schemas.ts";

/** A bound for what is kept in memory about one person. */
const mostFollowed = 20_000;

/** Following twice is following once. A private account is asked first. */
export async function follow(log: EventLog, mine: Relations, other: Id): Promise<Relationship> {
  if (mine.following.length + mine.requested.length >= mostFollowed) {
    throw new Problem(422, "too-many", `Nobody can follow more than ${mostFollowed} people.`);
  }
  return changePair(log, mine.accountId, other, async ({ tx, me, otherIsPrivate, state }) => {
    if (state.blocking) throw new Problem(409, "blocking", "Unblock this person first.");
    if (state.following) return {};
    const pair = { accountId: me, targetId: other };
    if (otherIsPrivate) {
      if (await insertRequest(tx, me, other)) log.publish(tx, events.followRequested(pair));
      return { requested: true };
    }
    if (await insertFollow(tx, me, other)) log.publish(tx, events.followed(pair));
    return { following: true };
  });
}

/** Takes a request back, too. */
export async function unfollow(log: EventLog, me: Id, other: Id): Promise<Relationship> {
  return changePair(log, me, other, async ({ tx }) => {
    const pair = { accountId: me, targetId: other };
    if (await deleteRequest(tx, me, other)) log.publish(tx, events.followRequestEnded(pair));
    if (await deleteFollow(tx, me, other)) log.publish(tx, events.unfollowed(pair));
    return { following: false, requested: false };
  });
}
