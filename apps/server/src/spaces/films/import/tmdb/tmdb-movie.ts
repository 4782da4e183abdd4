import type { CreditInput, FilmInput } from "../../catalogue/film-input.ts";
import type { AgeRating, CreditRole } from "../../vocabulary.ts";
import { cleanText } from "../clean-text.ts";
import { personName } from "../person-name.ts";

interface TmdbCredit {
  id: number;
  name: string;
  character?: string;
  job?: string;
  order?: number;
}

/** What is read of `GET /movie/{id}`; anything of it may be missing. */
export interface TmdbMovie {
  id: number;
  imdb_id?: string | null;
  title?: string;
  original_title?: string;
  original_language?: string;
  release_date?: string;
  runtime?: number | null;
  overview?: string | null;
  poster_path?: string | null;
  vote_average?: number;
  vote_count?: number;
  genres?: { id: number; name: string }[];
  credits?: { cast?: TmdbCredit[]; crew?: TmdbCredit[] };
  translations?: {
    translations?: { iso_639_1: string; data?: { title?: string; overview?: string } }[];
  };
  alternative_titles?: { titles?: { title: string }[] };
  release_dates?: { results?: { iso_3166_1: string; release_dates?: { certification?: string }[] }[] };
}

/** TMDB's numbers of genres; "TV movie" is none here. */
const genres: Readonly<Record<number, string>> = {
  28: "action",
  12: "adventure",
  16: "animation",
  35: "comedy",
  80: "crime",
  99: "documentary",
  18: "drama",
  10751: "family",
  14: "fantasy",
  36: "history",
  27: "horror",
  10402: "music",
  9648: "mystery",
  10749: "romance",
  878: "sci-fi",
  53: "thriller",
  10752: "war",
  37: "western",
};

const certificates: Readonly<Record<string, AgeRating>> = {
  ALL: "all",
  All: "all",
  "12": "12",
  "15": "15",
  "18": "19",
  "19": "19",
};

const jobs: Readonly<Record<string, CreditRole>> = {
  Director: "director",
  Writer: "writer",
  Screenplay: "writer",
};
const mostActors = 10;

/** A movie of TMDB as a film; `today` is the day of its rating. Undefined when it has no title. */
export function readMovie(movie: TmdbMovie, today: string): Omit<FilmInput, "line"> | undefined {
  const translations = movie.translations?.translations ?? [];
  const inKorean = translations.find(({ iso_639_1: language }) => language === "ko")?.data;
  const original = cleanText(movie.original_title, 300) ?? cleanText(movie.title, 300);
  if (original === undefined) return undefined;
  const titleEn = cleanText(movie.title, 300);
  const titleKo =
    cleanText(inKorean?.title, 300) ?? (movie.original_language === "ko" ? original : undefined);
  const shown = new Set([original, titleEn, titleKo]);
  const others = (movie.alternative_titles?.titles ?? []).flatMap(({ title }) => cleanText(title, 300) ?? []);
  const imdb = /^tt\d{7,10}$/.test(movie.imdb_id ?? "") ? [{ source: "imdb", value: movie.imdb_id! }] : [];
  const votes = movie.vote_count ?? 0;
  return {
    ids: [{ source: "tmdb", value: String(movie.id) }, ...imdb],
    titleKo,
    titleEn,
    titleOriginal: original,
    otherTitles: [...new Set(others)].filter((title) => !shown.has(title)).slice(0, 40),
    year: within(Number(movie.release_date?.slice(0, 4)), 1870, 2200),
    genres: (movie.genres ?? []).flatMap(({ id }) => genres[id] ?? []).slice(0, 10),
    runtimeMinutes: within(movie.runtime ?? 0, 1, 2000),
    ageRating: ageRatingOf(movie),
    synopsisKo: cleanText(inKorean?.overview, 4000),
    synopsisEn: cleanText(movie.overview ?? undefined, 4000),
    posterPath: /^\/[\w.-]{1,99}$/.test(movie.poster_path ?? "") ? movie.poster_path! : undefined,
    ...(movie.credits && { credits: creditsOf(movie.credits) }),
    ...(votes > 0 &&
      movie.vote_average !== undefined && {
        ratings: [{ site: "tmdb", value: movie.vote_average, votes, ratedOn: today }],
      }),
  };
}

const within = (number: number, from: number, to: number): number | undefined =>
  Number.isInteger(number) && number >= from && number <= to ? number : undefined;

function ageRatingOf({ release_dates: dates }: TmdbMovie): AgeRating | undefined {
  const korean = dates?.results?.find(({ iso_3166_1: country }) => country === "KR")?.release_dates ?? [];
  return korean.flatMap(({ certification = "" }) => certificates[certification] ?? [])[0];
}

function creditsOf({ cast = [], crew = [] }: NonNullable<TmdbMovie["credits"]>): CreditInput[] {
  const person = ({ id, name }: TmdbCredit) => ({
    ...personName(name),
    ids: [{ source: "tmdb", value: String(id) }],
  });
  const actors = cast
    .toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
    .slice(0, mostActors)
    .map((credit) => ({
      person: person(credit),
      role: "actor" as const,
      character: cleanText(credit.character, 300),
    }));
  const others = crew.flatMap((credit) => {
    const role = jobs[credit.job ?? ""];
    return role === undefined ? [] : [{ person: person(credit), role }];
  });
  return [
    ...others.filter(({ role }) => role === "director"),
    ...actors,
    ...others.filter(({ role }) => role === "writer"),
  ];
}
