import type { Id } from "../../platform/database/tables.ts";
import { defineEvent } from "../../platform/events/event-log.ts";

const ofCat = ({ catId }: { catId: Id }) => catId;

export const catRegistered = defineEvent<{ catId: Id; accountId: Id }>("topic", "cat.registered", ofCat);
/** `accountId` is invited by, or has come by an invitation of, `actorId`. */
export const catInvited = defineEvent<{ catId: Id; accountId: Id; actorId: Id }>(
  "topic",
  "cat.invited",
  ofCat,
);
/** Taken back, declined or (with `cat.person-came`) accepted; also when whoever had sent it goes, however it was answered. */
export const catInvitationEnded = defineEvent<{ catId: Id; accountId: Id; actorId: Id }>(
  "topic",
  "cat.invitation-ended",
  ofCat,
);
export const catPersonCame = defineEvent<{ catId: Id; accountId: Id; actorId: Id }>(
  "topic",
  "cat.person-came",
  ofCat,
);
export const catPersonLeft = defineEvent<{ catId: Id; accountId: Id; actorId: Id | null }>(
  "topic",
  "cat.person-left",
  ofCat,
);
/** `actorId` follows a cat of `accountId`, or no longer does. */
export const catFollowChanged = defineEvent<{ accountId: Id; actorId: Id }>(
  "account",
  "cat.follow-changed",
  ({ accountId }) => accountId,
);
/** A cat that a post showed is gone. */
export const catUntagged = defineEvent<{ postId: Id }>("post", "cat.untagged", ({ postId }) => postId);
