import type { Id } from "../../../platform/database/tables.ts";
import { notFound } from "../../../platform/http/problem.ts";
import type { FilmDeps } from "../deps.ts";
import { setVote } from "../votes/set-vote.ts";
import { putOnWatchlist } from "../votes/vote-queries.ts";
import {
  deleteImport,
  deleteWishes,
  insertDiaryImport,
  insertEntries,
  listShown,
  listUnchanged,
  lockImport,
  readOwn,
} from "./diary-queries.ts";
import type { Act } from "./diary-schemas.ts";

type Deps = Pick<FilmDeps, "log">;

/** So many are written in one transaction. */
const atOnce = 250;

/** Votes and wishes as somebody's diary says; what they have said here already holds. Answers the import, by which it can be taken back. */
export async function importDiary(
  deps: Deps,
  accountId: Id,
  entries: readonly { filmId: Id; action: Act }[],
): Promise<Id> {
  const importId = await deps.log.commit((tx) => insertDiaryImport(tx, accountId));
  // In one order for everybody, so that two at the same time do not wait for each other.
  const all = [...new Map(entries.map((entry) => [entry.filmId, entry])).values()].sort(
    (one, other) => one.filmId - other.filmId,
  );
  for (let from = 0; from < all.length; from += atOnce)
    await importSome(deps, accountId, importId, all.slice(from, from + atOnce));
  return importId;
}

async function importSome(
  deps: Deps,
  accountId: Id,
  importId: Id,
  entries: readonly { filmId: Id; action: Act }[],
): Promise<void> {
  await deps.log.commit(async (tx) => {
    const ids = entries.map(({ filmId }) => filmId);
    const shown = await listShown(tx, ids);
    const own = await readOwn(tx, accountId, ids);
    const [voted, wished]: [Id[], Id[]] = [[], []];
    for (const { filmId, action } of entries) {
      if (!shown.has(filmId)) continue;
      if (action === "watchlist") {
        if (await putOnWatchlist(tx, accountId, filmId)) wished.push(filmId);
      } else if (!own.voted.has(filmId)) {
        // False when the same diary, sent twice, has said it in between.
        if (await setVote(deps, tx, accountId, filmId, action === "like" ? 1 : -1)) voted.push(filmId);
      }
    }
    await insertEntries(tx, importId, accountId, { voted, wished });
  });
}

/** Takes back what an import has done and nobody has changed since. 404 for one that is not theirs. */
export async function undoDiary(
  deps: Deps,
  accountId: Id,
  importId: Id,
): Promise<{ undone: number; kept: number }> {
  return deps.log.commit(async (tx) => {
    if (!(await lockImport(tx, accountId, importId))) throw notFound();
    const { votes, all } = await listUnchanged(tx, accountId, importId);
    for (const filmId of votes) await setVote(deps, tx, accountId, filmId, 0);
    const undone = votes.length + (await deleteWishes(tx, accountId, importId));
    await deleteImport(tx, importId);
    return { undone, kept: all - undone };
  });
}
