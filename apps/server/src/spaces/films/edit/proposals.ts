import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { invalid, notFound, Problem } from "../../../platform/http/problem.ts";
import { insertFilms, insertRanks } from "../catalogue/film-queries.ts";
import { firstRank } from "../catalogue/write-films.ts";
import type { FilmDeps } from "../deps.ts";
import { logFilmEvents } from "../film-events.ts";
import type { FilmBody } from "./edit-schemas.ts";
import { applyEdit, readFilmBody, withEdit, writeFields } from "./edit-film.ts";
import {
  countProposals,
  decideChange,
  insertChange,
  isModerator,
  lockFilm,
  lockProposal,
} from "./edit-queries.ts";

type Deps = Pick<FilmDeps, "log" | "topics">;

/** One person cannot fill the queue of the moderators. */
const mostWaiting = 30;

/** A new film by hand, with all that comes with one. Answers its id. */
async function createFilm(deps: Deps, tx: Tx, accountId: Id, body: FilmBody): Promise<Id> {
  const fields = withEdit(undefined, body);
  const [id] = await deps.topics.createMany(tx, "films", 1);
  await insertFilms(tx, [{ id: id!, titleOriginal: fields.titleOriginal }]);
  await insertRanks(tx, [{ filmId: id!, labels: [] }], firstRank);
  await writeFields(deps, tx, id!, accountId, fields, body);
  await logFilmEvents(deps.log, tx, [{ type: "film_add", filmId: id! }]);
  return id!;
}

/**
 * Adds a film (`filmId` null) or changes one: at once for moderators, as a proposal that waits for them for others. What was there before is kept.
 * Answers the film of a change that is done, and the id of the change.
 */
export async function changeFilm(
  deps: Deps,
  tx: Tx,
  accountId: Id,
  filmId: Id | null,
  body: FilmBody,
): Promise<{ changeId: Id; filmId: Id | null; isDone: boolean }> {
  const { note = "", ...edit } = readFilmBody(body);
  if (Object.keys(edit).length === 0) throw invalid("", "changes nothing");
  if (await isModerator(tx, accountId)) {
    const before = filmId === null ? null : await applyEdit(deps, tx, filmId, accountId, edit);
    const id = filmId ?? (await createFilm(deps, tx, accountId, edit));
    const changeId = await insertChange(tx, {
      filmId: id,
      accountId,
      status: "done",
      before,
      after: edit,
      note,
    });
    return { changeId, filmId: id, isDone: true };
  }
  if (edit.posterId !== undefined)
    throw new Problem(403, "moderators-only", "Posters are set by moderators.");
  // What cannot be kept is refused now, not when a moderator has said yes.
  const known = filmId === null ? undefined : await lockFilm(tx, filmId);
  if (filmId !== null && !known) throw notFound();
  withEdit(known, edit);
  if ((await countProposals(tx, accountId)) >= mostWaiting)
    throw new Problem(
      429,
      "too-many-proposals",
      "So many of your proposals wait already; the moderators will see to them.",
    );
  const changeId = await insertChange(tx, {
    filmId,
    accountId,
    status: "proposed",
    before: null,
    after: edit,
    note,
  });
  return { changeId, filmId, isDone: false };
}

/** Takes a proposal that waits, or declines it. 404 for one that waits no more. */
export async function decideProposal(
  deps: Deps,
  tx: Tx,
  changeId: Id,
  moderatorId: Id,
  accept: boolean,
): Promise<void> {
  const proposal = await lockProposal(tx, changeId);
  if (!proposal) throw notFound();
  const { filmId } = proposal;
  if (!accept) {
    await decideChange(tx, changeId, { status: "declined", filmId, before: null, decidedBy: moderatorId });
    return;
  }
  const edit = proposal.after as unknown as FilmBody;
  const before = filmId === null ? null : await applyEdit(deps, tx, filmId, moderatorId, edit);
  const id = filmId ?? (await createFilm(deps, tx, moderatorId, edit));
  await decideChange(tx, changeId, { status: "done", filmId: id, before, decidedBy: moderatorId });
}
