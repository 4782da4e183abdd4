import type { Id, Standing } from "../../platform/database/tables.ts";
import { defineEvent } from "../../platform/events/event-log.ts";

interface Pair {
  /** Who did it. */
  accountId: Id;
  /** To whom. */
  targetId: Id;
}

const ofAccount = ({ accountId }: { accountId: Id }) => accountId;

export const accountCreated = defineEvent<{ accountId: Id }>("account", "account.created", ofAccount);
/** Profile, picture, privacy or standing: whether what they write in public was for followers only, and whether it is. */
export const accountChanged = defineEvent<{ accountId: Id; wasPrivate: boolean; isPrivate: boolean }>(
  "account",
  "account.changed",
  ofAccount,
);
/** What others see of somebody has become less, or more, by a decision of moderators. */
export const standingChanged = defineEvent<{ accountId: Id; before: Standing; after: Standing }>(
  "account",
  "account.standing-changed",
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
