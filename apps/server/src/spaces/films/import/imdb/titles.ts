import type { FilmInput } from "../../catalogue/film-input.ts";
import { isGenre } from "../../vocabulary.ts";
import { cleanText } from "../clean-text.ts";
import { numberOf } from "./id-set.ts";

export interface TitleChoice {
  shorts: boolean;
  adult: boolean;
}

type Cells = readonly (string | undefined)[];

/** Whether a row of title.basics is a film that is wanted. */
export function isWanted([, type, , , isAdult]: Cells, { shorts, adult }: TitleChoice): boolean {
  return (
    (type === "movie" || type === "tvMovie" || (shorts && (type === "short" || type === "tvShort"))) &&
    (adult || isAdult !== "1")
  );
}

/** What was left out of a title, and how many genres of it Maru does not know. */
export interface ReadTitle {
  film: FilmInput & { key: string };
  faults: string[];
  unknownGenres: number;
}

/** A row of title.basics as a film; a text says why it is none. */
export function readTitle(cells: Cells, line: number): ReadTitle | string {
  const [key, , primary, original, , startYear, runtime, genres] = cells;
  if (numberOf(key, "tt") === undefined) return `${key ?? "nothing"} is no id of a title`;
  const titleEn = cleanText(primary, 300);
  const titleOriginal = cleanText(original, 300) ?? titleEn;
  if (titleOriginal === undefined) return `${key} has no title`;
  const faults: string[] = [];
  const within = (name: string, text: string | undefined, from: number, to: number) => {
    if (text === undefined) return undefined;
    const number = Number(text);
    if (Number.isInteger(number) && number >= from && number <= to) return number;
    faults.push(
      `${name} ${text.slice(0, 40)} is not between ${from} and ${to}; the film is taken without it`,
    );
    return undefined;
  };
  const named = genres?.split(",").map((genre) => genre.trim().toLowerCase()) ?? [];
  const known = [...new Set(named.filter(isGenre))];
  return {
    film: {
      key: key!,
      line,
      ids: [{ source: "imdb", value: key! }],
      titleEn,
      titleOriginal,
      year: within("startYear", startYear, 1870, 2200),
      // A running time of nothing is one that nobody knows.
      runtimeMinutes: within("runtimeMinutes", runtime === "0" ? undefined : runtime, 1, 2000),
      ...(known.length > 0 && { genres: known.slice(0, 10) }),
    },
    faults,
    unknownGenres: named.length - named.filter(isGenre).length,
  };
}
