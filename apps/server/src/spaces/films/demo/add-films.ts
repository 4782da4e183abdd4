import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { CatalogueDeps } from "../catalogue/deps.ts";
import type { FilmInput } from "../catalogue/film-input.ts";
import { findFilmIds } from "../catalogue/film-queries.ts";
import { upsertRatings, upsertSites } from "../catalogue/rating-queries.ts";
import { writeFilms } from "../catalogue/write-films.ts";
import type { DemoFilm } from "./demo-film.ts";
import { filmPeople } from "./film-people.ts";
import { demoSites, ratingsOf } from "./ratings.ts";

const source = "own";
const dayMs = 24 * 60 * 60_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/**
 * Adds films to the catalogue; answers their ids by their keys. Ratings go into their table alone: when the engine hears of them is for the caller,
 * since its clock does not go back.
 */
export async function addFilms(
  deps: CatalogueDeps,
  tx: Tx,
  films: readonly DemoFilm[],
  now: number,
): Promise<Map<string, Id>> {
  await upsertSites(tx, demoSites);
  await writeFilms(deps, tx, films.map(toInput), { today: dayOf(now) });
  const found = await findFilmIds(
    tx,
    films.map(({ key }) => ({ source, value: key })),
  );
  const ids = new Map(found.map(({ value, id }) => [value, id]));
  await upsertRatings(
    tx,
    films.flatMap((film) =>
      ratingsOf(film).map(({ site, value, votes, daysAgo }) => ({
        filmId: ids.get(film.key)!,
        site,
        value,
        votes,
        ratedOn: dayOf(now - daysAgo * dayMs),
        toldAge: 0,
      })),
    ),
  );
  return ids;
}

function toInput(film: DemoFilm, line: number): FilmInput {
  const { key, credits, offers, titleKo, titleEn, titleOriginal, year, genres } = film;
  const { runtimeMinutes, ageRating, synopsisKo, synopsisEn } = film;
  return {
    line,
    ids: [{ source, value: key }],
    titleKo,
    titleEn,
    titleOriginal,
    year,
    genres,
    runtimeMinutes,
    ageRating,
    synopsisKo,
    synopsisEn,
    credits: credits.map(({ name, role, character }) => ({
      person: { ids: [{ source, value: name }], ...filmPeople.get(name)! },
      role,
      character,
    })),
    offers: offers.map((offer) => ({
      country: "KR",
      ...offer,
      ...(offer.price !== undefined && { currency: "KRW" }),
    })),
  };
}
