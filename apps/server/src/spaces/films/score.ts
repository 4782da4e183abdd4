import {
  aspectScores,
  type Constants,
  cappedSum,
  defaults,
  type Film,
  filmScore,
  isCharted,
  newFilm,
} from "./engine/index.ts";
import { toScores } from "./film-events.ts";
import { round, toSeries } from "./present.ts";
import { emptyAudience, type Voices } from "./ranks/voices.ts";
import type { FilmScore } from "./schemas.ts";
import type { ScoreRow } from "./score-queries.ts";

/** The ends of the scales of the engine's site models. */
export const scaleEnds: Readonly<Record<string, number>> = { imdb: 10, metacritic: 100, rt: 100, star5: 5 };

/** A film's score with all that it is made of (films.md §4, §9). */
export function toScore(filmId: string, row: ScoreRow): FilmScore {
  const constants = row.constants ?? defaults;
  const film = row.film ?? newFilm(filmId, constants);
  const voices = row.voices ?? emptyAudience(constants.tiers.length).voices;
  const score = filmScore(film, constants);
  const { evidence, memberVotes } = score;
  const [story, acting, directing, visuals, music] = aspectScores(film, constants).map(round);
  return {
    score: round(100 * score.mean),
    sort: round(score.sort),
    evidence: round(evidence),
    charted: isCharted(score, constants),
    people: row.people,
    tier: film.tier as FilmScore["tier"],
    series: toSeries(film.series, constants.films),
    base: {
      score: round(film.base / 100),
      share: round(film.kappa / 1000 / evidence),
      votes: round(film.kappa / 1000),
      sources: row.sources.map(({ measure, ...source }) => ({ ...source, outOf: scaleEnds[measure] ?? 10 })),
    },
    members: {
      score: memberVotes > 0 ? round(100 * score.memberMean) : null,
      share: round(memberVotes / evidence),
    },
    tiers: tiersOf(film, voices, constants),
    aspects: { story: story!, acting: acting!, directing: directing!, visuals: visuals!, music: music! },
    mine: row.aspects && toScores(row.aspects),
    distribution: row.distribution ?? emptyAudience(1).distribution,
    notices: noticesOf(film, evidence, constants),
  };
}

/**
 * What each tier moves the score by, from what the sites say: its part of the members' weight, after the caps, times how far its opinion lies from the
 * base. Base and all of these add up to the score.
 */
function tiersOf(film: Film, voices: readonly Voices[], constants: Constants): FilmScore["tiers"] {
  const { evidence, memberVotes } = filmScore(film, constants);
  const all = cappedSum(film, constants);
  const base = film.base / 10_000;
  const weighed = counted(film, voices, all);
  return weighed
    .map(({ w, x }, tier) => {
      const { people, likes, dislikes } = voices[tier]!;
      const share = all.w > 0 ? (memberVotes * w) / all.w / evidence : 0;
      const points = w > 0 ? 100 * share * (x / w / 1000 - base) : 0;
      const weight = Math.max(...constants.tiers[tier]!.weights) / 1000;
      return {
        tier: tier as FilmScore["tiers"][number]["tier"],
        people,
        likes,
        dislikes,
        weight,
        points: round(points),
      };
    })
    .reverse();
}

interface Weighed {
  w: number;
  x: number;
}

/**
 * The weight of each tier as it counts. That of the proven counts in full; what the caps and the watch leave of the others is theirs in the
 * proportion of what they weigh.
 */
function counted(film: Film, voices: readonly Voices[], all: Weighed): Weighed[] {
  const rest = { w: all.w - film.proven.w, x: all.x - film.proven.x };
  const unproven = voices.slice(0, 2).reduce((sum, { w }) => sum + w, 0);
  return voices.map(({ w, x }, tier) => {
    if (tier >= 2) return { w, x };
    const share = unproven > 0 ? w / unproven : 0;
    return { w: rest.w * share, x: rest.x * share };
  });
}

function noticesOf(film: Film, evidence: number, { score }: Constants): FilmScore["notices"] {
  const held = film.held.w + (film.alarm ? film.epoch.w : 0);
  const missing = score.chartedFrom - evidence;
  return [
    ...(film.alarm ? [{ kind: "unusual-activity" as const, votes: round(held / 1000) }] : []),
    ...(!film.alarm && held > 0 ? [{ kind: "votes-held" as const, votes: round(held / 1000) }] : []),
    ...(missing > 0 ? [{ kind: "too-little" as const, votes: round(missing) }] : []),
  ];
}
