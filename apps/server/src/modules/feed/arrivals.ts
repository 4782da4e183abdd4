import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { postEvents } from "../posts/index.ts";

/** A post that comes into homes: of those who follow its author, if one is named, one of the tags or one of the topics. */
export interface Arrival {
  postId: Id;
  authorId: Id | null;
  tags: readonly string[];
  topics: readonly Id[];
}

const { postCreated, postUnhidden, postEdited } = postEvents;

export const arrivalTypes = [postCreated.type, postUnhidden.type, postEdited.type];

export function arrivalOf(event: LoggedEvent): Arrival | undefined {
  if (postCreated.is(event) || postUnhidden.is(event)) {
    const { postId, authorId, parentId, tags, topics = [] } = event.payload;
    return parentId === null ? { postId, authorId, tags, topics } : undefined;
  }
  if (!postEdited.is(event)) return undefined;
  const { postId, parentId, visibility, before, topics = [] } = event.payload;
  if (parentId !== null) return undefined;
  const opened = before.visibility !== visibility;
  const added = {
    tags: event.payload.tags.filter((tag) => opened || !before.tags.includes(tag)),
    topics: topics.filter((topic) => opened || !before.topics?.includes(topic)),
  };
  return added.tags.length + added.topics.length > 0 ? { postId, authorId: null, ...added } : undefined;
}
