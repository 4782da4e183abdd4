import type { Id } from "../../platform/database/tables.ts";
import { defineEvent } from "../../platform/events/event-log.ts";

/** Something was decided about somebody, taken back, or an appeal of theirs was answered. */
export const memberModerated = defineEvent<{ accountId: Id; decisionId: Id }>(
  "account",
  "moderation.decided",
  ({ accountId }) => accountId,
);
