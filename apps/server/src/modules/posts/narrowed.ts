import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { peopleEvents } from "../people/index.ts";
import * as events from "./events.ts";

/** What fewer people may see than before: a post with what is under it, everything of a person, or what two people see of each other. */
type Narrowed = { postId: Id } | { authorId: Id } | { pair: readonly [Id, Id] };
export type NarrowedListener = (narrowed: Narrowed) => void;

/**
 * What an event has closed to somebody and is still there; undefined when nothing. Whether a certain person may still see it is for
 * visibility.ts to say.
 */
export function narrowedBy(event: LoggedEvent): Narrowed | undefined {
  if (events.postHidden.is(event)) return { postId: event.payload.postId };
  if (events.postEdited.is(event)) {
    const { postId, visibility, before } = event.payload;
    return visibility === before.visibility ? undefined : { postId };
  }
  if (peopleEvents.accountChanged.is(event)) {
    const { accountId, wasPrivate, isPrivate } = event.payload;
    return isPrivate && !wasPrivate ? { authorId: accountId } : undefined;
  }
  if (peopleEvents.standingChanged.is(event) && event.payload.after === "suspended")
    return { authorId: event.payload.accountId };
  if (peopleEvents.blocked.is(event) || peopleEvents.unfollowed.is(event))
    return { pair: [event.payload.accountId, event.payload.targetId] };
  return undefined;
}
