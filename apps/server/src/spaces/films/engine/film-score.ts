import type { Constants } from "./constants.ts";
import { type Posterior, posterior } from "./posterior.ts";
import type { Film, Sum } from "./state.ts";

/** films.md §4, Sums: what members say together, after the caps on newcomers and on those who are not proven. */
export function cappedSum(film: Readonly<Film>, { score }: Constants): Sum {
  const newcomers = scaled(film.fresh, score.freshAtMost);
  const epoch = film.alarm ? 0 : 1;
  const unproven = {
    w: film.main.w + newcomers.w + epoch * film.epoch.w,
    x: film.main.x + newcomers.x + epoch * film.epoch.x,
  };
  const rest = scaled(unproven, score.unprovenPerProven * film.proven.w + score.unprovenAnyway);
  return { w: film.proven.w + rest.w, x: film.proven.x + rest.x };
}

/** films.md §4: the film's score with all that it is made of. */
export function filmScore(film: Readonly<Film>, constants: Constants): Posterior {
  const { w, x } = cappedSum(film, constants);
  return posterior(film.base, film.kappa, w, x, constants.score);
}

/** films.md §4, Aspect: 0 to 100, in the order of `aspectNames`. */
export const aspectScores = ({ aspects }: Readonly<Film>, { score }: Constants): number[] =>
  aspects.map(({ w, x }) => (100 * (x / 9000 + score.aspectPrior)) / (w / 1000 + score.aspectPriorVotes));

function scaled(sum: Sum, most: number): Sum {
  if (sum.w <= most) return sum;
  return { w: most, x: sum.x * (most / sum.w) };
}
