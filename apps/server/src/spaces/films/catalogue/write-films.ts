import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { defaults, externalBase, isCharted, posterior } from "../engine/index.ts";
import type { CatalogueDeps } from "./deps.ts";
import { type FilmInput, idKey } from "./film-input.ts";
import {
  findFilmIds,
  insertFilmIds,
  insertFilms,
  insertRanks,
  lockCatalogue,
  lockFilms,
  readEdits,
  readLabelParts,
  updateFilms,
  updateRanks,
} from "./film-queries.ts";
import { labelsOf } from "./labels.ts";
import { replaceOffers } from "./offer-queries.ts";
import { withoutEdited } from "./without-edited.ts";
import { writeCredits } from "./write-credits.ts";
import { writeRatings } from "./write-ratings.ts";

export interface WriteOptions {
  /** YYYY-MM-DD. */
  today: string;
  /** Leaves everything that is there, and adds what is missing: for sources that know films less well. */
  onlyMissing?: boolean;
}

export interface WrittenFilms {
  created: number;
  changed: number;
  /** Ratings that were added or are others now. */
  ratings: number;
  people: { created: number; changed: number };
  /** Credits of people whom nobody has named. */
  unknownPeople: number;
  /** What was not done, by the line of the film. */
  faults: { line: number; text: string }[];
}

type Placed = FilmInput & { id: Id };

/**
 * Adds and changes films in bulk, by what they are called elsewhere: the one place that does. Only what differs is written and told, so that the same
 * once more changes nothing; what people have edited by hand stays theirs. No film may be in it twice.
 */
export async function writeFilms(
  deps: CatalogueDeps,
  tx: Tx,
  films: readonly FilmInput[],
  { today, onlyMissing = false }: WriteOptions,
): Promise<WrittenFilms> {
  await lockCatalogue(tx);
  const { known, fresh, faults } = await findFilms(tx, films);
  const created = await createFilms(deps, tx, fresh);
  const { current, changed } = await changeFilms(tx, known, onlyMissing);
  await insertFilmIds(
    tx,
    [...created, ...known].flatMap((film) => film.ids.map((id) => ({ ...id, filmId: film.id }))),
  );
  const all = [...created, ...current];
  const credits = await writeCredits(deps, tx, given(all, "credits"));
  const offered = await writeOffers(tx, all);
  const ratings = await writeRatings(deps.log, tx, given(all, "ratings"), today);
  const isNew = new Set(created.map(({ id }) => id));
  await updateLabels(
    tx,
    [...new Set([...changed, ...offered])].filter((id) => !isNew.has(id)),
  );
  await deps.topics.haveChanged(tx, [...isNew, ...changed]);
  return {
    created: created.length,
    changed: changed.length,
    ratings,
    people: credits.people,
    unknownPeople: credits.unknown,
    faults,
  };
}

/** Which films are there already. */
async function findFilms(tx: Tx, films: readonly FilmInput[]) {
  const found = await findFilmIds(
    tx,
    films.flatMap(({ ids }) => ids),
  );
  const byKey = new Map(found.map((one) => [idKey(one), one.id]));
  const known: Placed[] = [];
  const fresh: FilmInput[] = [];
  const faults: WrittenFilms["faults"] = [];
  const taken = new Set<Id>();
  for (const film of films) {
    const [id, ...others] = new Set(film.ids.flatMap((one) => byKey.get(idKey(one)) ?? []));
    const names = film.ids.map(idKey).join(" and ");
    if (others.length > 0)
      faults.push({
        line: film.line,
        text: `${names} are different films here; the first of them was taken`,
      });
    if (id === undefined) fresh.push(film);
    else if (taken.has(id))
      faults.push({ line: film.line, text: `${names}: that film was given just before` });
    else {
      taken.add(id);
      known.push({ ...film, id });
    }
  }
  return { known, fresh: fresh.filter((film) => hasTitle(film, faults)), faults };
}

function hasTitle(film: FilmInput, faults: WrittenFilms["faults"]): boolean {
  if (titleOf(film) !== undefined) return true;
  faults.push({
    line: film.line,
    text: `${film.ids.map(idKey).join(" and ")}: a film that is not here yet needs a title`,
  });
  return false;
}

const titleOf = ({ titleOriginal, titleEn, titleKo }: FilmInput) => titleOriginal ?? titleEn ?? titleKo;

async function createFilms(
  { topics }: CatalogueDeps,
  tx: Tx,
  films: readonly FilmInput[],
): Promise<Placed[]> {
  const ids = await topics.createMany(tx, "films", films.length);
  const placed = films.map((film, place) => ({ ...film, id: ids[place]!, titleOriginal: titleOf(film)! }));
  await insertFilms(tx, placed.map(toRow));
  await insertRanks(
    tx,
    placed.map(({ id, year, genres = [], offers = [] }) => ({
      filmId: id,
      year,
      labels: labelsOf({
        genres,
        ...(year !== undefined && { year }),
        platforms: offers.map((one) => one.platform),
      }),
    })),
    firstRank,
  );
  return placed;
}

function toRow<T extends Placed>(film: T): Omit<T, "line" | "ids" | "credits" | "offers" | "ratings"> {
  const row: Partial<Placed> = { ...film };
  for (const other of ["line", "ids", "credits", "offers", "ratings"] as const) delete row[other];
  return row as Omit<T, "line" | "ids" | "credits" | "offers" | "ratings">;
}

/** Where a film stands of which nobody has said anything yet. */
export const firstRank = (() => {
  const { base, kappa } = externalBase([], defaults);
  const score = posterior(base, kappa, 0, 0, defaults.score);
  return {
    sort: score.sort,
    score: 100 * score.mean,
    evidence: score.evidence,
    isCharted: isCharted(score, defaults),
  };
})();

/** Answers the films without what people have edited, and which of their rows have changed. */
async function changeFilms(tx: Tx, films: readonly Placed[], onlyMissing: boolean) {
  const ids = films.map(({ id }) => id);
  await lockFilms(tx, ids);
  const edits = Map.groupBy(await readEdits(tx, ids), ({ filmId }) => filmId);
  const current = films.map((film) => withoutEdited(film, edits.get(film.id) ?? []));
  return { current, changed: await updateFilms(tx, current.map(toRow), onlyMissing) };
}

async function writeOffers(tx: Tx, films: readonly Placed[]): Promise<Id[]> {
  const offers = given(films, "offers");
  if (offers.size === 0) return [];
  const rows = [...offers].flatMap(([filmId, list]) =>
    // The last of those that are about the same.
    [...new Map(list.map((one) => [`${one.platform} ${one.kind} ${one.country}`, one])).values()].map(
      (one) => ({
        ...one,
        filmId,
      }),
    ),
  );
  return replaceOffers(tx, [...offers.keys()], rows);
}

async function updateLabels(tx: Tx, ids: readonly Id[]): Promise<void> {
  const parts = await readLabelParts(tx, ids);
  await updateRanks(
    tx,
    parts.map((film) => ({ filmId: film.filmId, year: film.year, labels: labelsOf(film) })),
  );
}

/** Of the films that say something of it. */
function given<K extends "credits" | "offers" | "ratings">(films: readonly Placed[], what: K) {
  return new Map(
    films.flatMap((film) => {
      const list = film[what];
      return list === undefined ? [] : [[film.id, list as NonNullable<FilmInput[K]>] as const];
    }),
  );
}
