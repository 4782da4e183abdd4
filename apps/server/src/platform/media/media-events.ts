import type { Id } from "../database/tables.ts";
import { defineEvent } from "../events/event-log.ts";

/** The text that stands for a picture has changed, and with it the posts that show it and its owner's profile. */
export const mediaDescribed = defineEvent<{ mediaId: Id; ownerId: Id; postIds: Id[] }>(
  "media",
  "media.described",
  ({ mediaId }) => mediaId,
);
