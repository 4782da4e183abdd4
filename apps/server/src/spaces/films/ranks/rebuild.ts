import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { defaults, type Fold, pairKey, startFold } from "../engine/index.ts";
import { toFilmEvent } from "../film-events.ts";
import { type EntryRow, entriesOf } from "./entries.ts";
import { noHeat, type WarmFilm, warmer } from "./heat.ts";
import {
  beginning,
  countLog,
  type LoggedRow,
  type LogPlace,
  putEngine,
  readNamedLog,
  setErrors,
} from "./log-queries.ts";
import { packedTables } from "./packed/packed-tables.ts";
import { replaceRecords } from "./replace-records.ts";
import { insertEntries } from "./store-queries.ts";

const perRead = 2_000;

type Logged = LoggedRow<string>;

/** What taking in some events has told besides the records. */
interface Told {
  entries: EntryRow[];
  failed: { id: Id; error: string }[];
}

/** Folds the whole log anew, in memory, and puts what comes out in the place of what was there. */
export async function rebuildRanks(tx: Tx, report: (share: number) => void = () => {}): Promise<void> {
  await tx.deleteFrom("filmRankEntry").execute();
  const counts = await countLog(tx);
  const packed = packedTables({ votes: counts.get("vote_set"), reactions: counts.get("react_set") });
  const fold = startFold(defaults, packed);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 1);
  let place: LogPlace = beginning;
  let told: Told = { entries: [], failed: [] };
  const storeAndRead = async (): Promise<Logged[]> => {
    await store(tx, told);
    return readNamedLog(tx, place, perRead);
  };
  let following = storeAndRead();
  for (let read = 0; ;) {
    const events = await following;
    if (events.length === 0) break;
    place = events.at(-1)!;
    // The database is busy with the next ones while these are taken in.
    following = storeAndRead();
    told = takeIn(fold, events);
    report((0.6 * (read += events.length)) / total);
  }
  await store(tx, told);
  await replaceRecords(tx, fold.totals.constants, packed, (share) => report(0.6 + 0.4 * share));
  await putEngine(tx, place, fold.totals);
}

async function store(tx: Tx, { entries, failed }: Told): Promise<void> {
  await insertEntries(tx, entries);
  if (failed.length > 0) await setErrors(tx, failed);
}

function takeIn(fold: Fold, events: readonly Logged[]): Told {
  const told: Told = { entries: [], failed: [] };
  for (const event of events) {
    try {
      fold.takeIn(toFilmEvent(event));
    } catch (error) {
      told.failed.push({ id: event.id, error: String(error) });
      continue;
    }
    if (fold.notes.length > 0)
      told.entries.push(...entriesOf(fold.notes, event, (user) => fold.users.get(user)!));
    warm(fold, event);
  }
  fold.putAway();
  return told;
}

/** Adds a new opinion to its film's heat; changing one adds nothing. */
function warm(fold: Fold, { type, accountId, filmId, reviewId, at }: Logged): void {
  if (accountId === null || filmId === null) return;
  const film: WarmFilm | undefined = fold.films.get(filmId);
  if (!film || film.opinions === (film.felt ?? 0)) return;
  film.felt = film.opinions;
  const opinion =
    type === "vote_set" ? fold.votes.get(pairKey(accountId, filmId)) : fold.reviews.get(reviewId!);
  film.heat = warmer(film.heat ?? noHeat, opinion?.w ?? 0, at);
}
