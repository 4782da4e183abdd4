import { filmPosters } from "../../../demo/art/posters/index.ts";
import type { AgeRating, OfferKind } from "../vocabulary.ts";
import type { DemoFilm } from "./demo-film.ts";

/**
 * Reads films as they are easiest to write; the titles are those of the poster:
 *
 *     = poster year minutes age-rating genre,genre acclaim=1.2 fame=0.5 charm=0.8 from=24 on=platform,platform:rent:2500
 *     original Title in its own language
 *     by Director
 *     written Writer, where it is not the director
 *     with Actor=character / Actor=character
 *     What it is about, in Korean.
 *     > What it is about, in English.
 */
export function readFilms(source: string): DemoFilm[] {
  return source
    .trim()
    .split(/\n\s*\n/)
    .map(readFilm);
}

function readFilm(block: string): DemoFilm {
  const [head = "", ...lines] = block.split("\n");
  const [, key = "", year, minutes, age, genres = "", ...facts] = head.split(" ");
  const title = filmPosters[key]?.title;
  if (!title) throw new Error(`There is no poster of ${key}.`);
  const told = new Map(facts.map((fact) => fact.split("=") as [string, string]));
  const number = (name: string) => (told.has(name) ? { [name]: Number(told.get(name)) } : {});
  const after = (word: string) => lines.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1);
  const director = after("by")!;
  const titleKo = title.lines.join(" ");
  return {
    key,
    titleKo,
    titleEn: title.small,
    titleOriginal: after("original") ?? titleKo,
    year: Number(year),
    genres: genres.split(","),
    runtimeMinutes: Number(minutes),
    ageRating: age as AgeRating,
    synopsisKo: lines.at(-2)!,
    synopsisEn: lines.at(-1)!.slice("> ".length),
    credits: [
      { name: director, role: "director" },
      { name: after("written") ?? director, role: "writer" },
      ...(after("with")?.split(" / ") ?? []).map((part) => {
        const [name = "", character = ""] = part.split("=");
        return { name, role: "actor" as const, character };
      }),
    ],
    offers: (told.get("on") ?? "").split(",").map((offer) => {
      const [platform = "", kind = "stream", price] = offer.split(":");
      return {
        platform,
        kind: kind as OfferKind,
        ...(price !== undefined && { price: Number(price) }),
      };
    }),
    fame: 0,
    charm: 0.7,
    ...number("acclaim"),
    ...number("fame"),
    ...number("charm"),
    ...number("from"),
  };
}
