import type { Id } from "../../platform/database/tables.ts";
import { defineEvent } from "../../platform/events/event-log.ts";

interface Pair {
  /** Who did it. */
  accountId: Id;
  /** To whom. */
  targetId: Id;
}

const ofAccount = ({ accountId }: { accountId: Id }) => accountId;

export const accountCreated = defineEvent<{ accountId: Id }>("account", "account.created", ofAccount);
/** Profile, picture, or privacy: what it was and what it is. */
export const accountChanged = defineEvent<{ accountId: Id; wasPrivate: boolean; isPrivate: boolean }>(
  "account",
  "account.changed",
  ofAccount,
);
export const accountDeleted = defineEvent<{ accountId: Id; mediaHashes: string[] }>(
  "account",
  "account.deleted",
  ofAccount,
);

export const followed = defineEvent<Pair>("account", "account.followed", ofAccount);
export const unfollowed = defineEvent<Pair>("account", "account.unfollowed", ofAccount);
export const followRequested = defineEvent<Pair>("account", "account.follow-requested", ofAccount);
/** Taken back, refused or (before `account.followed`) accepted. */
export const followRequestEnded = defineEvent<Pair>("account", "account.follow-request-ended", ofAccount);
export const blocked = defineEvent<Pair>("account", "account.blocked", ofAccount);
export const unblocked = defineEvent<Pair>("account", "account.unblocked", ofAccount);
export const muted = defineEvent<Pair>("account", "account.muted", ofAccount);
export const unmuted = defineEvent<Pair>("account", "account.unmuted", ofAccount);

export const tagFollowed = defineEvent<{ accountId: Id; tag: string }>(
  "account",
  "account.tag-followed",
  ofAccount,
);
export const topicFollowed = defineEvent<{ accountId: Id; topicId: Id }>(
  "account",
  "account.topic-followed",
  ofAccount,
);
export const topicUnfollowed = defineEvent<{ accountId: Id; topicId: Id }>(
  "account",
  "account.topic-unfollowed",
  ofAccount,
);

export const tagUnfollowed = defineEvent<{ accountId: Id; tag: string }>(
  "account",
  "account.tag-unfollowed",
  ofAccount,
);
