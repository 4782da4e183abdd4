import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { FilmDeps } from "../deps.ts";
import type { Choice } from "../engine/index.ts";
import { logFilmEvents } from "../film-events.ts";
import { putVote, removeVote } from "./vote-queries.ts";

/**
 * Sets what somebody says of a film that is there; 0 takes it back. False when it said the same already. The row is locked before the event is
 * written, so that two requests at once are logged in the order in which they count.
 */
export async function setVote(
  { log }: Pick<FilmDeps, "log">,
  tx: Tx,
  accountId: Id,
  filmId: Id,
  value: Choice,
): Promise<boolean> {
  const isChanged =
    value === 0 ? await removeVote(tx, accountId, filmId) : await putVote(tx, accountId, filmId, value);
  if (isChanged) await logFilmEvents(log, tx, [{ type: "vote_set", accountId, filmId, value }]);
  return isChanged;
}
