import type { Tx } from "../../platform/database/database.ts";
import type { Id, Standing } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { logFilmEvents } from "./film-events.ts";
import { hasSpoken, listReviewVotes } from "./member-queries.ts";

/**
 * Somebody who is suspended weighs nothing in any score, and what they thought of reviews is taken back. When they come back both count again: the
 * engine gives back the weight only, so that the reactions are said anew.
 */
export async function followStanding(
  log: EventLog,
  tx: Tx,
  accountId: Id,
  { before, after }: { before: Standing; after: Standing },
): Promise<void> {
  if ((before === "suspended") === (after === "suspended") || !(await hasSpoken(tx, accountId))) return;
  if (after === "suspended") return logFilmEvents(log, tx, [{ type: "void_user", accountId }]);
  const said = await listReviewVotes(tx, accountId);
  await logFilmEvents(log, tx, [
    { type: "restore_user", accountId },
    ...said.map(({ reviewId, value }) => ({ type: "react_set" as const, accountId, reviewId, value })),
  ]);
}
