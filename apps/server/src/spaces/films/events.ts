import { defineEvent } from "../../platform/events/event-log.ts";
import type { Id } from "../../platform/database/tables.ts";

/** There is something new in `film_event`, which the consumer `films` takes in by itself, in that table's order. */
export const filmsLogged = defineEvent<{ events: number }>("films", "films.logged", () => "ranks");

/** A member's series began, went on or ended, or their tier is another one. */
export const filmRankChanged = defineEvent<{ accountId: Id }>(
  "account",
  "film-rank.changed",
  ({ accountId }) => accountId,
);
