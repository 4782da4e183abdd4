import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { postEvents } from "../posts/index.ts";

/** A post that comes into homes: of those who follow its author, if one is named, or one of the tags. */
export interface Arrival {
  postId: Id;
  authorId: Id | null;
  tags: readonly string[];
}

const { postCreated, postUnhidden, postEdited } = postEvents;

export const arrivalTypes = [postCreated.type, postUnhidden.type, postEdited.type];

export function arrivalOf(event: LoggedEvent): Arrival | undefined {
  if (postCreated.is(event) || postUnhidden.is(event)) {
    const { postId, authorId, parentId, tags } = event.payload;
    return parentId === null ? { postId, authorId, tags } : undefined;
  }
  if (!postEdited.is(event)) return undefined;
  const { postId, parentId, tags, visibility, before } = event.payload;
  const added = before.visibility === visibility ? tags.filter((tag) => !before.tags.includes(tag)) : tags;
  return parentId === null && added.length > 0 ? { postId, authorId: null, tags: added } : undefined;
}
