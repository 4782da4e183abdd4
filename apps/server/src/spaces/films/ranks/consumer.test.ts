import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { filmLog, seriesLog, watchLog } from "../../../../test/film-log.ts";
import { givenFilms } from "../../../../test/films.ts";
import { testServer } from "../../../../test/test-server.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { type FilmEvent, listAspects } from "../engine/index.ts";
import { logFilmEvents, type NewFilmEvent } from "../film-events.ts";

const server = testServer();
/** Long before now, and after whatever the log had before: the engine's clock never goes back. */
let epoch = Date.parse("2020-01-01");

/** Numbers for the ids of a made-up log, in the order in which they come up: those of reviews grow with time, as the site's do. */
function numbers(from: Id) {
  const known = new Map<string, Id>();
  return (id: string): Id => {
    if (!known.has(id)) known.set(id, from + known.size);
    return known.get(id)!;
  };
}

let made = 1_000_000;

async function toRows(events: readonly FilmEvent[]): Promise<NewFilmEvent[]> {
  const names = [...new Set(events.flatMap((event) => ("film" in event ? [event.film] : [])))];
  const filmIds = await givenFilms(
    server,
    names.map(() => ({})),
  );
  const filmOf = (name: string) => filmIds[names.indexOf(name)]!;
  const userOf = numbers((made += 10_000));
  const reviewOf = numbers((made += 10_000));
  return events.map((event): NewFilmEvent => {
    const at = new Date(epoch + event.ts);
    switch (event.type) {
      case "film_add":
      case "clear_flag":
        return { at, type: event.type, filmId: filmOf(event.film) };
      case "film_base":
        return { at, type: event.type, filmId: filmOf(event.film), sites: event.sites };
      case "vote_set":
        return {
          at,
          type: event.type,
          accountId: userOf(event.user),
          filmId: filmOf(event.film),
          value: event.v,
        };
      case "review_put": {
        const aspects = listAspects(event.aspects);
        const ids = {
          accountId: userOf(event.user),
          filmId: filmOf(event.film),
          reviewId: reviewOf(event.review),
        };
        return { at, type: event.type, ...ids, aspects, chars: event.chars };
      }
      case "review_delete":
      case "review_remove":
        return { at, type: event.type, reviewId: reviewOf(event.review) };
      case "react_set":
        return {
          at,
          type: event.type,
          accountId: userOf(event.user),
          reviewId: reviewOf(event.review),
          value: event.v,
        };
      case "strike":
        return { at, type: event.type, accountId: userOf(event.user), level: event.level };
      case "seed_tier":
        return { at, type: event.type, accountId: userOf(event.user), tier: event.tier };
      case "config_set":
        return { at, type: event.type, patch: event.patch };
      case "restore_user":
      case "user_delete":
      case "user_join":
      case "void_user":
        return { at, type: event.type, accountId: userOf(event.user) };
    }
  });
}

const derived = {
  film_engine: "only_row",
  film_member: "account_id",
  film_state: "film_id",
  film_opinion: "account_id, film_id",
  film_review_state: "review_id",
  film_reaction: "account_id, review_id",
  film_pair: "from_id, to_id",
  film_rank: "film_id",
  film_rank_entry: "account_id, id",
};

/** Everything that the consumer has written. What only numbers rows is left out. */
async function dump(): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const [table, order] of Object.entries(derived)) {
    const { rows } = await sql<{ row: object }>`
      select to_jsonb(t) - 'place_of_member' as row from ${sql.table(table)} t order by ${sql.raw(order)}
    `.execute(server.maru.platform.db);
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

test("taken in piece by piece, with everything stored between, is the whole log folded at once", async () => {
  const pieces = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 });
  const { log } = server.maru.platform;
  await fc.assert(
    fc.asyncProperty(fc.oneof(filmLog(), seriesLog, watchLog), pieces, async (events, sizes) => {
      const rows = await toRows(events);
      epoch += (events.at(-1)?.ts ?? 0) + 1;
      for (let from = 0, turn = 0; from < rows.length; turn++) {
        const to = from + sizes[turn % sizes.length]!;
        await log.commit((tx) => logFilmEvents(log, tx, rows.slice(from, to)));
        if (turn % 3 === 0) await server.maru.settle();
        from = to;
      }
      await server.maru.settle();
      const live = await dump();
      expect(live["film_state"]!.length).toBeGreaterThan(0);
      await server.maru.rebuild("films");
      expect(await dump()).toEqual(live);
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
