import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import {
  type AspectScores,
  aspectNames,
  type Choice,
  type FilmEvent,
  type SiteRating,
} from "./engine/index.ts";
import { filmsLogged } from "./events.ts";
import { insertFilmEvents } from "./film-event-queries.ts";

/** The aspects of a review in the order of the engine's `aspectNames`; null where none was given. */
export type AspectList = readonly (number | null)[];

/** What happens to films and members, by the ids of the database; see engine/events.ts. `at` is now unless it is given. */
export type NewFilmEvent = { at?: Date } & (
  | { type: "film_add" | "clear_flag"; filmId: Id }
  | { type: "film_base"; filmId: Id; sites: readonly SiteRating[] }
  | { type: "vote_set"; accountId: Id; filmId: Id; value: Choice }
  | { type: "review_put"; accountId: Id; filmId: Id; reviewId: Id; aspects: AspectList; chars: number }
  | { type: "review_delete" | "review_remove"; reviewId: Id }
  | { type: "react_set"; accountId: Id; reviewId: Id; value: Choice }
  | { type: "strike"; accountId: Id; level: 1 | 2 | 3 }
  | { type: "void_user" | "restore_user" | "user_delete" | "user_join"; accountId: Id }
  | { type: "seed_tier"; accountId: Id; tier: number }
  | { type: "config_set"; patch: object }
);

/** A row of `film_event` as it is read, with its ids as numbers or as texts; `at` in milliseconds. */
export interface FilmEventRow<Key extends Id | string = Id> {
  id: Id;
  at: number;
  type: FilmEvent["type"];
  accountId: Key | null;
  filmId: Key | null;
  reviewId: Key | null;
  value: number | null;
  payload: unknown;
}

/**
 * Writes to the log that scores and ranks are made of, in the transaction of what it stands for, and wakes its consumer. What the event is about
 * must be locked already, so that the log says the same order as the rows.
 */
export async function logFilmEvents(log: EventLog, tx: Tx, events: readonly NewFilmEvent[]): Promise<void> {
  if (events.length === 0) return;
  await insertFilmEvents(tx, events.map(toRow));
  log.publish(tx, filmsLogged({ events: events.length }));
}

function toRow(event: NewFilmEvent): object {
  const ids = event as { accountId?: Id; filmId?: Id; reviewId?: Id };
  return {
    at: event.at,
    type: event.type,
    account_id: ids.accountId,
    film_id: ids.filmId,
    review_id: ids.reviewId,
    ...rest(event),
  };
}

function rest(event: NewFilmEvent): { value?: number; payload?: object } {
  switch (event.type) {
    case "film_base":
      return { payload: event.sites };
    case "vote_set":
    case "react_set":
      return { value: event.value };
    case "review_put":
      return { payload: { aspects: event.aspects, chars: event.chars } };
    case "strike":
      return { value: event.level };
    case "seed_tier":
      return { value: event.tier };
    case "config_set":
      return { payload: event.patch };
    case "clear_flag":
    case "film_add":
    case "restore_user":
    case "review_delete":
    case "review_remove":
    case "user_delete":
    case "user_join":
    case "void_user":
      return {};
  }
}

/** The event as the engine takes it in. */
export function toFilmEvent({
  id,
  at,
  type,
  accountId,
  filmId,
  reviewId,
  value,
  payload,
}: FilmEventRow<Id | string>): FilmEvent {
  const user = String(accountId);
  const film = String(filmId);
  const review = String(reviewId);
  const head = { id: String(id), ts: at };
  switch (type) {
    // Nearly all events are these two, and a copy of the head would cost as much as the rest.
    case "vote_set":
      return { id: head.id, ts: at, type, user, film, v: value as Choice };
    case "react_set":
      return { id: head.id, ts: at, type, user, review, v: value as Choice };
    case "film_add":
    case "clear_flag":
      return { ...head, type, film };
    case "film_base":
      return { ...head, type, film, sites: payload as SiteRating[] };
    case "review_put": {
      const { aspects, chars } = payload as { aspects: AspectList; chars: number };
      return { ...head, type, user, film, review, aspects: toScores(aspects), chars };
    }
    case "review_delete":
    case "review_remove":
      return { ...head, type, review };
    case "strike":
      return { ...head, type, user, level: value as 1 | 2 | 3 };
    case "seed_tier":
      return { ...head, type, user, tier: value! };
    case "config_set":
      return { ...head, type, patch: payload as object };
    case "restore_user":
    case "user_delete":
    case "user_join":
    case "void_user":
      return { ...head, type, user };
  }
}

export const toScores = (aspects: AspectList): AspectScores =>
  Object.fromEntries(
    aspectNames.flatMap((name, place) => (aspects[place] == null ? [] : [[name, aspects[place]]])),
  );
