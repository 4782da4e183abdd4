import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { invalid, notFound } from "../../../platform/http/problem.ts";
import { toId } from "../../../platform/http/schemas.ts";
import { cleanLine, cleanText } from "../../../modules/people/index.ts";
import { holdOwnMedia } from "../../../modules/posts/index.ts";
import { updateRanks } from "../catalogue/film-queries.ts";
import { labelsOf } from "../catalogue/labels.ts";
import { replaceOffers } from "../catalogue/offer-queries.ts";
import { insertPeople, replaceCredits } from "../catalogue/people-queries.ts";
import type { FilmDeps } from "../deps.ts";
import type { FilmBody } from "./edit-schemas.ts";
import { isGenre } from "../vocabulary.ts";
import {
  type FilmFields,
  listKnownPeople,
  lockFilm,
  readCredits,
  readOffers,
  updateFilm,
} from "./edit-queries.ts";

type Deps = Pick<FilmDeps, "log" | "topics">;

type Text = string | null | undefined;

/** A line of text, or null for none. Throws a 422 that names the field. */
const line = (field: string, text: Text): string | null =>
  text == null || text.trim() === "" ? null : cleanLine(field, text, { min: 1, max: 300 });
const long = (field: string, text: Text): string | null =>
  text == null || text.trim() === "" ? null : cleanText(field, text, { min: 1, max: 4000 });

/** What an edit says in words that can be kept. Throws a 422 for what cannot be. */
export function readFilmBody(body: FilmBody): FilmBody {
  for (const genre of body.genres ?? [])
    if (!isGenre(genre)) throw invalid("genres", `has one that there is not: ${genre}`);
  for (const credit of body.people ?? [])
    if (credit.personId === undefined && line("people", credit.name) === null)
      throw invalid("people", "each needs a personId or a name");
  for (const { platform, price, currency, country = "KR", url } of body.platforms ?? []) {
    if (!/^[a-z0-9-]{1,40}$/.test(platform))
      throw invalid("platforms", "are named by small letters, digits and -");
    if ((price == null) !== (currency == null)) throw invalid("platforms", "a price needs a currency");
    if (!/^[A-Z]{2}$/.test(country)) throw invalid("platforms", "a country is two capital letters");
    if (currency != null && !/^[A-Z]{3}$/.test(currency))
      throw invalid("platforms", "a currency is three capital letters");
    if (url != null && !/^https?:\/\//.test(url))
      throw invalid("platforms", "an address begins with http:// or https://");
  }
  const { title, synopsis } = body;
  return {
    ...body,
    ...(title && { title: mapped("title", title, line) }),
    ...(synopsis && { synopsis: mapped("synopsis", synopsis, long) }),
    ...(body.genres && { genres: [...new Set(body.genres)] }),
  };
}

const mapped = <T extends object>(
  field: string,
  texts: T,
  read: (field: string, text: Text) => string | null,
): T =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, read(field, text as Text)])) as T;

/** The film's fields with what an edit gives. Throws a 422 when it would be without a title. */
export function withEdit(
  before: FilmFields | undefined,
  { title = {}, synopsis = {}, ...edit }: FilmBody,
): FilmFields {
  const titleKo = title.ko === undefined ? (before?.titleKo ?? null) : title.ko;
  const titleEn = title.en === undefined ? (before?.titleEn ?? null) : title.en;
  const original = title.original ?? before?.titleOriginal ?? titleKo ?? titleEn;
  if (original === null) throw invalid("title", "a film needs one");
  const given = <T>(value: T | undefined, kept: T): T => (value === undefined ? kept : value);
  return {
    titleKo,
    titleEn,
    titleOriginal: original,
    year: given(edit.year, before?.year ?? null),
    genres: given(edit.genres, before?.genres ?? []),
    runtimeMinutes: given(edit.runtimeMinutes, before?.runtimeMinutes ?? null),
    ageRating: given(edit.ageRating, before?.ageRating ?? null),
    synopsisKo: given(synopsis.ko, before?.synopsisKo ?? null),
    synopsisEn: given(synopsis.en, before?.synopsisEn ?? null),
    posterId:
      edit.posterId === undefined
        ? (before?.posterId ?? null)
        : edit.posterId === null
          ? null
          : toId(edit.posterId),
  };
}

/** Writes an edit of a film that is shown. Answers what was there before, of what the edit gives. */
export async function applyEdit(
  deps: Deps,
  tx: Tx,
  filmId: Id,
  accountId: Id,
  edit: FilmBody,
): Promise<FilmBody> {
  const before = await lockFilm(tx, filmId);
  if (!before) throw notFound();
  const was: FilmBody = {
    ...pick(edit, before),
    ...(edit.people && { people: await readCredits(tx, filmId) }),
    ...(edit.platforms && { platforms: await readOffers(tx, filmId) }),
  };
  await writeFields(deps, tx, filmId, accountId, withEdit(before, edit), edit);
  return was;
}

/** Writes the fields of a film, who was in it and where it can be seen, and tells those who show it. */
export async function writeFields(
  { topics }: Deps,
  tx: Tx,
  filmId: Id,
  accountId: Id,
  fields: FilmFields,
  { people, platforms, posterId }: FilmBody,
): Promise<void> {
  if (posterId != null && !(await holdOwnMedia(tx, accountId, [toId(posterId)])))
    throw invalid("posterId", "names a picture that is not yours or does not exist", "unknown-media");
  await updateFilm(tx, filmId, fields);
  if (people) await writePeople(topics, tx, filmId, people);
  if (platforms)
    await replaceOffers(
      tx,
      [filmId],
      platforms.map(({ price, currency, url, country = "KR", ...offer }) => ({
        ...offer,
        filmId,
        country,
        price: price ?? undefined,
        currency: currency ?? undefined,
        url: url ?? undefined,
      })),
    );
  const offers = await readOffers(tx, filmId);
  const labels = labelsOf({ ...fields, platforms: offers.map(({ platform }) => platform) });
  await updateRanks(tx, [{ filmId, year: fields.year, labels }]);
  topics.changed(tx, filmId);
}

async function writePeople(
  topics: Deps["topics"],
  tx: Tx,
  filmId: Id,
  people: NonNullable<FilmBody["people"]>,
): Promise<void> {
  const named = people.flatMap(({ personId }) => (personId === undefined ? [] : toId(personId)));
  const known = new Set(await listKnownPeople(tx, named));
  if (named.some((id) => !known.has(id))) throw invalid("people", "names somebody who does not exist");
  const strangers = [
    ...new Set(people.flatMap(({ personId, name }) => (personId === undefined ? line("people", name)! : []))),
  ];
  const ids = await topics.createMany(tx, "film-people", strangers.length);
  const idOf = new Map(strangers.map((name, place) => [name, ids[place]!]));
  await insertPeople(
    tx,
    strangers.map((name) => ({
      id: idOf.get(name)!,
      ...(/\p{Script=Hangul}/u.test(name) ? { nameKo: name } : { nameEn: name }),
    })),
  );
  await topics.haveChanged(tx, ids);
  const rows = new Map(
    people.map(({ personId, name, role, character }, position) => {
      const id = personId === undefined ? idOf.get(line("people", name)!)! : toId(personId);
      return [
        `${role} ${id}`,
        { filmId, personId: id, role, position, character: line("people", character) ?? undefined },
      ];
    }),
  );
  await replaceCredits(tx, [filmId], [...rows.values()]);
}

/** Of what the film was, what an edit gives. */
function pick(edit: FilmBody, before: FilmFields): FilmBody {
  const all: FilmBody = {
    year: before.year,
    genres: before.genres,
    runtimeMinutes: before.runtimeMinutes,
    ageRating: before.ageRating as NonNullable<FilmBody["ageRating"]> | null,
    posterId: before.posterId === null ? null : String(before.posterId),
  };
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => name in edit));
  return {
    ...kept,
    ...(edit.title && { title: { ko: before.titleKo, en: before.titleEn, original: before.titleOriginal } }),
    ...(edit.synopsis && { synopsis: { ko: before.synopsisKo, en: before.synopsisEn } }),
  };
}
