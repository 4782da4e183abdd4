import { defaults, type FilmSeries } from "./engine/index.ts";
import type { FilmRow } from "./film-row-queries.ts";
import type { Voices } from "./ranks/voices.ts";
import type { Film, Opinion } from "./schemas.ts";
import { genres, platformName } from "./vocabulary.ts";

const genreNames = new Map(genres.map(({ id, name }) => [id, name]));
/** Posters at TMDB, in a width that suits lists and pages. */
const posterAddress = "https://image.tmdb.org/t/p/w342";

export function toSeries(series: FilmSeries | null, rules: FilmRow["rules"]): Film["series"] {
  if (series === null) return null;
  const { roundsToWin, opinionsPerRound } = rules ?? defaults.films;
  return {
    kind: series.direction > 0 ? "promotion" : "demotion",
    wins: series.wins,
    losses: series.losses,
    bestOf: 2 * roundsToWin - 1,
    opinionsLeft: opinionsPerRound - series.heard,
  };
}

const sum = (voices: readonly Voices[], what: keyof Voices) =>
  voices.reduce((total, one) => total + one[what], 0);

export const toOpinion = (value: 1 | -1 | null): Opinion | null =>
  value === null ? null : value > 0 ? "like" : "dislike";

/** A film as somebody sees it; `accountId` null is someone signed out. */
export function toFilm(row: FilmRow, accountId: number | null, isFull = false): Film {
  const voices = row.voices ?? [];
  return {
    id: String(row.id),
    title: { ko: row.titleKo, en: row.titleEn, original: row.titleOriginal },
    year: row.year,
    genres: row.genres.map((id) => ({ id, name: genreNames.get(id) ?? { ko: id, en: id } })),
    runtimeMinutes: row.runtimeMinutes,
    ageRating: row.ageRating,
    ...(isFull && { synopsis: { ko: row.synopsisKo, en: row.synopsisEn }, externalIds: row.externalIds }),
    poster: row.poster,
    posterUrl: row.poster === null && row.posterPath !== null ? posterAddress + row.posterPath : null,
    people: row.credits,
    platforms: row.offers.map((offer) => ({ ...offer, name: platformName(offer.platform) })),
    tier: row.tier,
    series: toSeries(row.series, row.rules),
    score: {
      score: round(row.score),
      sort: round(row.sort),
      evidence: round(row.evidence),
      charted: row.isCharted,
      people: row.people,
    },
    counts: {
      likes: sum(voices, "likes"),
      dislikes: sum(voices, "dislikes"),
      reviews: sum(voices, "reviews"),
    },
    viewer:
      accountId === null
        ? null
        : {
            vote: toOpinion(row.vote),
            inWatchlist: row.inWatchlist,
            following: row.following,
            reviewId: row.reviewId === null ? null : String(row.reviewId),
          },
  };
}

/** To four decimals: what the engine promises. */
export const round = (value: number): number => Math.round(value * 1e4) / 1e4;
