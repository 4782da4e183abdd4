import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { logFilmEvents } from "./film-events.ts";
import { hasSpoken } from "./member-queries.ts";

/** Takes what somebody said out of all scores when they go. Whoever never spoke of films leaves no trace in their log either. */
export async function forgetMember(log: EventLog, tx: Tx, accountId: Id): Promise<void> {
  if (await hasSpoken(tx, accountId)) await logFilmEvents(log, tx, [{ type: "user_delete", accountId }]);
}
