import { rounded } from "./arithmetic.ts";
import { acceptIfAgreed } from "./abuse-watch.ts";
import type { FilmTierRules } from "./constants.ts";
import type { Draft } from "./draft.ts";
import { filmScore } from "./film-score.ts";
import { memberWeight } from "./member-weight.ts";
import type { SeriesStep } from "./notes.ts";
import type { Film, Opinion, User } from "./state.ts";

/** films.md §7, evaluate: after each change of a film's sums. Frees held votes, places the film, or begins a series. */
export function evaluate(draft: Draft, film: Film): void {
  acceptIfAgreed(draft, film);
  if (film.series !== null || film.opinions < film.waitUntil) return;
  const { constants } = draft.totals;
  const { mean, evidence } = filmScore(film, constants);
  const score = rounded(10_000 * mean);
  if (film.tier === null) {
    if (evidence >= constants.score.chartedFrom) moveTo(draft, film, placeOf(score, constants.films));
    return;
  }
  const direction = whither(film.tier, score, constants.films);
  if (direction === 0) return;
  film.series = { id: ++film.seriesBegun, direction, wins: 0, losses: 0, heard: 0, w: 0, x: 0 };
  tell(draft, film, direction, "begun");
}

/** films.md §6: a new opinion is heard in the film's series, each once. Call it after the opinion was watched. */
export function hear(draft: Draft, film: Film, opinion: Opinion, user: Readonly<User>): void {
  const { series } = film;
  if (series === null || opinion.heardIn === series.id) return;
  const { constants } = draft.totals;
  const weight = memberWeight(user, constants);
  if (weight < constants.films.leastWeight || (opinion.class === 1 && film.alarm)) return;

  opinion.heardIn = series.id;
  const w = series.w + weight;
  const x = series.x + weight * opinion.o;
  const heard = series.heard + 1;
  film.series = { ...series, heard, w, x };
  if (heard === constants.films.opinionsPerRound) endRound(draft, film, film.series);
}

function endRound(draft: Draft, film: Film, series: NonNullable<Film["series"]>): void {
  const { films } = draft.totals.constants;
  const { direction } = series;
  const border = direction > 0 ? film.tier! : film.tier! - 1;
  const won = series.x >= films.wins[border]! * series.w;
  const wins = series.wins + (won ? 1 : 0);
  const losses = series.losses + (won ? 0 : 1);
  film.series = { ...series, wins, losses, heard: 0, w: 0, x: 0 };
  tell(draft, film, direction, won ? "game-won" : "game-lost");
  if (Math.max(wins, losses) < films.roundsToWin) return;

  film.series = null;
  film.waitUntil = film.opinions + films.pause;
  tell(draft, film, direction, won ? "won" : "lost");
  if (won === direction > 0) moveTo(draft, film, film.tier! + direction);
}

const placeOf = (score: number, { placed }: FilmTierRules): number =>
  placed.filter((least) => score >= least).length;

function whither(tier: number, score: number, { up, down }: FilmTierRules): 1 | -1 | 0 {
  if (tier < up.length && score >= up[tier]!) return 1;
  return tier > 0 && score < down[tier - 1]! ? -1 : 0;
}

function moveTo(draft: Draft, film: Film, to: number): void {
  draft.notes.push({ about: "film-tier", film: film.id, from: film.tier, to });
  film.tier = to;
}

const tell = (draft: Draft, film: Film, direction: 1 | -1, what: SeriesStep) =>
  draft.notes.push({ about: "film-series", film: film.id, direction, what });
