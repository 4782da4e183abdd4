import type { Id } from "../../platform/database/tables.ts";
import { defineEvent } from "../../platform/events/event-log.ts";
import type { TechnologyId } from "./tables.ts";

/** A project is there, or says something else: `before` is the stack that it had. */
export const projectChanged = defineEvent<{
  projectId: Id;
  authorId: Id;
  stack: TechnologyId[];
  before: TechnologyId[];
}>("topic", "project.changed", ({ projectId }) => projectId);

/** A project is gone. */
export const projectRemoved = defineEvent<{ projectId: Id; authorId: Id; stack: TechnologyId[] }>(
  "topic",
  "project.removed",
  ({ projectId }) => projectId,
);

/** Somebody says that they work with something else. */
export const personStackChanged = defineEvent<{ accountId: Id; stack: TechnologyId[] }>(
  "account",
  "person.stack.changed",
  ({ accountId }) => accountId,
);
