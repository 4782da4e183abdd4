import type { Tx } from "../../../platform/database/database.ts";
import { type Decision, decide, type Draft } from "../engine/index.ts";
import { type FilmEventRow, toFilmEvent } from "../film-events.ts";
import { type EntryRow, entriesOf } from "./entries.ts";
import { keyOf } from "./codecs.ts";
import { loadFor, loadMissing } from "./load-records.ts";
import { type LoadedView, NotLoaded } from "./loaded-view.ts";

/** What a run of events has done besides the records. */
export interface Told {
  entries: EntryRow[];
  /** By film: what its new opinions weigh, oldest first. */
  warmth: Map<string, Warmth[]>;
  /** Events that the engine cannot take in, with the reason. */
  failed: { id: number; error: string }[];
}

/** Takes a run of events in, in their order, into the records of the view. */
export async function takeIn(tx: Tx, view: LoadedView, events: readonly FilmEventRow[]): Promise<Told> {
  await loadFor(tx, view, events);
  const told: Told = { entries: [], warmth: new Map(), failed: [] };
  for (const event of events) {
    try {
      const { draft } = await decided(tx, view, event);
      note(told, view, event, draft);
      keep(view, draft);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      told.failed.push({ id: event.id, error: error.message });
    }
  }
  return told;
}

/** @see heat.ts */
export interface Warmth {
  film: string;
  weight: number;
  at: number;
}

class EngineError extends Error {}

/** An event touches a bounded number of records, unless it is about all that a member has ever said: those come in one go. */
const mostLoads = 1000;

async function decided(tx: Tx, view: LoadedView, event: FilmEventRow): Promise<Decision> {
  for (let loads = 0; loads < mostLoads; loads++) {
    try {
      return decide(view, toFilmEvent(event));
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw new EngineError(String(error), { cause: error });
      await loadMissing(tx, view, error);
    }
  }
  throw new EngineError("asks for too many records");
}

const kept = [
  "users",
  "films",
  "votes",
  "reviews",
  "latestReviews",
  "reactions",
  "pairs",
  "filmsOf",
  "reactedBy",
] as const;

function keep(view: LoadedView, draft: Draft): void {
  view.totals = draft.totals;
  for (const name of kept) {
    const into = view[name].changed as Map<string, unknown>;
    for (const [key, value] of draft[name].changed ?? []) into.set(key, value);
  }
}

function note(told: Told, view: LoadedView, event: FilmEventRow, draft: Draft): void {
  const standingOf = (user: string) => draft.users.changed?.get(user) ?? view.users.get(user)!;
  told.entries.push(...entriesOf(draft.notes, event, standingOf));
  if (event.filmId === null || event.accountId === null) return;
  const warmth = warmthOf(event, draft, view.films.get(String(event.filmId))?.opinions ?? 0);
  if (warmth) told.warmth.set(warmth.film, [...(told.warmth.get(warmth.film) ?? []), warmth]);
}

/** What a new opinion adds to a film's heat; changing one adds nothing. */
function warmthOf(event: FilmEventRow, draft: Draft, opinionsBefore: number): Warmth | undefined {
  const film = String(event.filmId);
  const after = draft.films.changed?.get(film);
  if (!after || after.opinions === opinionsBefore) return undefined;
  const opinion =
    event.type === "vote_set"
      ? draft.votes.changed?.get(keyOf(event.accountId!, event.filmId!))
      : draft.reviews.changed?.get(String(event.reviewId));
  return opinion && { film, weight: opinion.w, at: event.at };
}
