import { getLocale } from "#lib/paraglide/runtime.js";
import type { Film } from "./types.ts";

type Titled = Pick<Film, "title">;
type Named = { name: { ko: string | null; en: string | null } };

/** What a film is called in the reader's language, or else as it is called at home. */
export const titleOf = ({ title }: Titled) => title[getLocale()] ?? title.original;

/** The name that it goes by elsewhere, where that is another one. */
export function otherTitleOf(film: Titled) {
  const { ko, en, original } = film.title;
  const shown = titleOf(film);
  return [original, getLocale() === "ko" ? en : ko].find((name) => name && name !== shown);
}

/** A person, genre or platform in the reader's language, or in the other one where there is no such name. */
export const nameOf = ({ name }: Named) =>
  (getLocale() === "ko" ? (name.ko ?? name.en) : (name.en ?? name.ko)) ?? "";

/** A person's name in the other language, where there is one. */
export const otherNameOf = ({ name }: Named) =>
  getLocale() === "ko" ? name.ko && name.en : name.en && name.ko;
