import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { type Fold, pairKey, startFold } from "../engine/index.ts";
import { toFilmEvent } from "../film-events.ts";
import { type EntryRow, entriesOf } from "./entries.ts";
import { noHeat, warmed } from "./heat.ts";
import {
  beginning,
  countLog,
  type LoggedRow,
  type LogPlace,
  putEngine,
  readLog,
  setErrors,
} from "./log-queries.ts";
import { replaceRecords } from "./replace-records.ts";
import { insertEntries } from "./store-queries.ts";

const perRead = 5_000;

/** What taking in some events has told besides the records. */
interface Told {
  entries: EntryRow[];
  failed: { id: Id; error: string }[];
}

/** Folds the whole log anew, in memory, and puts what comes out in the place of what was there. */
export async function rebuildRanks(tx: Tx, report: (share: number) => void = () => {}): Promise<void> {
  await tx.deleteFrom("filmRankEntry").execute();
  const fold = startFold();
  const heats = new Map<string, number>();
  const nameOf = sharedNames();
  const total = Math.max(1, await countLog(tx));
  let place: LogPlace = beginning;
  let told: Told = { entries: [], failed: [] };
  const storeAndRead = async (): Promise<LoggedRow[]> => {
    await store(tx, told);
    return readLog(tx, place, perRead);
  };
  let following = storeAndRead();
  for (let read = 0; ;) {
    const events = await following;
    if (events.length === 0) break;
    place = events.at(-1)!;
    // The database is busy with the next ones while these are taken in.
    following = storeAndRead();
    told = takeIn(fold, heats, events, nameOf);
    report((0.6 * (read += events.length)) / total);
  }
  await store(tx, told);
  await replaceRecords(tx, fold, heats, (share) => report(0.6 + 0.4 * share));
  await putEngine(tx, place, fold.totals);
}

/** The engine's name of an id: the same string each time, since records keep millions of them. */
function sharedNames(): (id: Id) => string {
  const names = new Map<Id, string>();
  return (id) => {
    let name = names.get(id);
    if (name === undefined) names.set(id, (name = String(id)));
    return name;
  };
}

async function store(tx: Tx, { entries, failed }: Told): Promise<void> {
  await insertEntries(tx, entries);
  if (failed.length > 0) await setErrors(tx, failed);
}

function takeIn(
  fold: Fold,
  heats: Map<string, number>,
  events: readonly LoggedRow[],
  nameOf: (id: Id) => string,
): Told {
  const told: Told = { entries: [], failed: [] };
  for (const event of events) {
    const film = event.filmId === null ? "" : nameOf(event.filmId);
    const before = fold.films.get(film)?.opinions ?? 0;
    try {
      fold.takeIn(toFilmEvent(event, nameOf));
    } catch (error) {
      told.failed.push({ id: event.id, error: String(error) });
      continue;
    }
    if (fold.notes.length > 0)
      told.entries.push(...entriesOf(fold.notes, event, (user) => fold.users.get(user)!));
    if (event.accountId === null || (fold.films.get(film)?.opinions ?? 0) === before) continue;
    const opinion =
      event.type === "vote_set"
        ? fold.votes.get(pairKey(nameOf(event.accountId), film))
        : fold.reviews.get(nameOf(event.reviewId!));
    heats.set(film, warmed(heats.get(film) ?? noHeat, [{ weight: opinion?.w ?? 0, at: event.at }]));
  }
  // In this log nothing stands twice.
  fold.forgetSeen();
  return told;
}
