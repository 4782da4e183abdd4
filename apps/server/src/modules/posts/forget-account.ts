import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import * as events from "./events.ts";
import { lockBranches, logForgotten } from "./forget-queries.ts";

/** Announces the end of what somebody wrote, liked and kept, before the rows go with the account. */
export async function forgetAccount(log: EventLog, tx: Tx, accountId: Id): Promise<void> {
  await lockBranches(tx, accountId);
  await logForgotten(log, tx, accountId, {
    deleted: events.postDeleted.type,
    unliked: events.postUnliked.type,
    unbookmarked: events.postUnbookmarked.type,
  });
}
