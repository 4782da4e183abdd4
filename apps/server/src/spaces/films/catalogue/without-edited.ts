import type { FilmBody } from "../edit/edit-schemas.ts";
import type { FilmInput } from "./film-input.ts";

type Field = Exclude<keyof FilmInput, "line" | "ids">;

/** The film without what people have edited by hand. */
export function withoutEdited<T extends FilmInput>(film: T, edits: readonly { after: FilmBody }[]): T {
  if (edits.length === 0) return film;
  const rest = { ...film };
  for (const field of edits.flatMap(({ after }) => fieldsOf(after))) delete rest[field];
  return rest;
}

function fieldsOf({ title = {}, synopsis = {}, ...edit }: FilmBody): Field[] {
  const edited: [Field, unknown][] = [
    ["titleKo", title.ko],
    ["titleEn", title.en],
    ["titleOriginal", title.original],
    ["synopsisKo", synopsis.ko],
    ["synopsisEn", synopsis.en],
    ["year", edit.year],
    ["genres", edit.genres],
    ["runtimeMinutes", edit.runtimeMinutes],
    ["ageRating", edit.ageRating],
    ["credits", edit.people],
    ["offers", edit.platforms],
  ];
  return edited.flatMap(([field, value]) => (value === undefined ? [] : [field]));
}
