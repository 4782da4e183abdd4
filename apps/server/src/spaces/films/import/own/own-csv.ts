import type { CreditRole } from "../../vocabulary.ts";

/** The columns of a CSV file of an operator's own; those of lists hold them with | between. */
export const columns = [
  "id",
  "imdb",
  "tmdb",
  "movielens",
  "wikidata",
  "letterboxd",
  "title_ko",
  "title_en",
  "title_original",
  "other_titles",
  "year",
  "genres",
  "runtime_minutes",
  "age_rating",
  "synopsis_ko",
  "synopsis_en",
  "directors",
  "actors",
  "writers",
  "offers",
  "ratings",
] as const;

type Cell = string | undefined;

/** A row as the same film would stand in a JSONL file, as far as it can be read; whether it is right is for the schema of that to say. */
export function ownFilmOf(cells: readonly Cell[]): object {
  const row = Object.fromEntries(columns.map((column, place) => [column, cells[place]])) as Record<
    (typeof columns)[number],
    Cell
  >;
  const { id, imdb, tmdb, movielens, wikidata, letterboxd } = row;
  const credits = [
    ...peopleOf(row.directors, "director"),
    ...peopleOf(row.actors, "actor"),
    ...peopleOf(row.writers, "writer"),
  ];
  const hasPeople = [row.directors, row.actors, row.writers].some((cell) => cell !== undefined);
  return present({
    id,
    ids: present({ imdb, tmdb, movielens, wikidata, letterboxd }),
    title: present({
      ko: row.title_ko,
      en: row.title_en,
      original: row.title_original,
      others: listOf(row.other_titles),
    }),
    year: numberIn(row.year),
    genres: listOf(row.genres),
    runtimeMinutes: numberIn(row.runtime_minutes),
    ageRating: row.age_rating,
    synopsis: present({ ko: row.synopsis_ko, en: row.synopsis_en }),
    people: hasPeople ? credits : undefined,
    offers: listOf(row.offers)?.map(offerOf),
    ratings: listOf(row.ratings)?.map(ratingOf),
  });
}

const present = (object: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** What is no number stays as it is, and is said to be none. */
const numberIn = (text: Cell): unknown =>
  text === undefined || !/^-?\d+(\.\d+)?$/.test(text) ? text : Number(text);

function listOf(text: Cell): string[] | undefined {
  return text
    ?.split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** `송강호=기택`: a name, and whom they play. */
function peopleOf(text: Cell, role: CreditRole): object[] {
  return (listOf(text) ?? []).map((part) => {
    const [name, ...character] = part.split("=").map((one) => one.trim());
    return present({ name, role, character: character.join("=") || undefined });
  });
}

/** `naver rent KR 2500 KRW https://…`: what follows the kind may be left out, from the end. */
function offerOf(text: string): object {
  const parts = text.split(/\s+/);
  const url = parts.at(-1)?.includes("://") ? parts.pop() : undefined;
  const [platform, kind, country, price, currency] = parts;
  return present({ platform, kind, country, price: numberIn(price), currency, url });
}

/** `watcha star5 4.1 12000 2026-10-01 © Watcha`: site, measure, value, votes, day, and to the end what is to be shown beside it. */
function ratingOf(text: string): object {
  const [site, measure, value, votes, date, ...attribution] = text.split(/\s+/);
  return present({
    site,
    measure,
    value: numberIn(value),
    votes: numberIn(votes),
    date,
    attribution: attribution.join(" ") || undefined,
  });
}
