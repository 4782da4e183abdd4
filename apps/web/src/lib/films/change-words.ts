import { m } from "#lib/paraglide/messages.js";
import { getLocale } from "#lib/paraglide/runtime.js";
import type { FilmBody } from "./calls.ts";
import type { Facets, FilmChange } from "./types.ts";
import { nameOf } from "./titles.ts";
import { offerWords, ratingWord, roleWord } from "./words.ts";

type Field = Exclude<keyof FilmBody, "note">;

const fields: Record<Field, () => string> = {
  title: m.film_form_titles,
  year: m.film_year,
  genres: m.film_genre,
  runtimeMinutes: m.film_form_runtime,
  ageRating: m.film_form_rating,
  synopsis: m.film_form_synopsis,
  posterId: m.film_form_poster,
  people: m.film_cast,
  platforms: m.film_where,
};

/** What genres and platforms are called, by their ids. */
export type Names = ReadonlyMap<string, string>;
export const namesOf = ({ genres, platforms }: Facets): Names =>
  new Map([...genres, ...platforms].map((one) => [one.id, nameOf(one)]));

type Bodies = { before: FilmBody | null; after: FilmBody };

function valueOf(body: FilmBody | null, field: Field, names: Names): string {
  if (!body) return "";
  const { title, synopsis, people, platforms, genres, ageRating } = body;
  switch (field) {
    case "title":
      return [title?.ko, title?.en, title?.original].filter(Boolean).join(" / ");
    case "synopsis":
      return [synopsis?.ko, synopsis?.en].filter(Boolean).join("\n");
    case "people":
      return (people ?? [])
        .map(({ name, role, character }) => [roleWord(role), name, character].filter(Boolean).join(" "))
        .join(", ");
    case "platforms":
      return (platforms ?? [])
        .map(({ platform, kind, price = null, currency = null }) =>
          [names.get(platform) ?? platform, offerWords({ kind, price, currency })].join(" "),
        )
        .join(", ");
    case "genres":
      return (genres ?? []).map((id) => names.get(id) ?? id).join(", ");
    case "ageRating":
      return ageRating ? ratingWord(ageRating) : "";
    case "posterId":
      return body.posterId ? m.film_form_poster_new() : "";
    case "year":
    case "runtimeMinutes":
      return String(body[field] ?? "");
  }
}

/** What a change changes, field by field, as people read it. */
export function changesOf({ before, after }: Pick<FilmChange, "before" | "after">, names: Names) {
  const bodies = { before, after } as Bodies;
  return (Object.keys(fields) as Field[])
    .filter((field) => field in after)
    .map((field) => ({
      field,
      label: fields[field](),
      from: valueOf(bodies.before, field, names),
      to: valueOf(bodies.after, field, names),
    }));
}

const statuses = {
  done: m.film_change_done,
  proposed: m.film_change_proposed,
  declined: m.film_change_declined,
};
export const statusWord = (status: FilmChange["status"]) => statuses[status]();

/** The title of a film that is only proposed yet. */
export const proposedTitle = ({ after }: Pick<FilmChange, "after">) => {
  const { title } = after as FilmBody;
  return title?.[getLocale()] ?? title?.original ?? title?.ko ?? "";
};
