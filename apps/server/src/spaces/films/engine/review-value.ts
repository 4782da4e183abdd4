import { clamp, rounded, sigmoid } from "./arithmetic.ts";
import type { Constants } from "./constants.ts";
import { type AspectScores, aspectNames } from "./events.ts";

type Rules = Constants["reviews"];

/** The given aspects in the order of `aspectNames`; null where none was given. */
export const listAspects = (aspects: AspectScores): (number | null)[] =>
  aspectNames.map((name) => aspects[name] ?? null);

/** films.md §3, Opinion: what a review with these aspects says of the film, 0 to 1000. */
export function reviewOpinion(aspects: readonly (number | null)[], rules: Rules): number {
  const given = aspects.filter((score) => score !== null);
  const mean = given.reduce((sum, score) => sum + score, 0) / given.length;
  return rounded(1000 * sigmoid(((mean - 1) / 9 - rules.usualMean) / rules.spread));
}

/** films.md §2, depth: 0 to 1000, for having written and having looked at more than one side. */
export function reviewDepth(chars: number, aspects: readonly (number | null)[], rules: Rules): number {
  const given = aspects.filter((score) => score !== null).length;
  return rounded(rules.shortest + Math.min(rules.charactersAtMost, chars) + rules.perAspect * given);
}

/** films.md §3, φ: how a review is received, 1000 being as usual; from the weights of its present likes and dislikes. */
export function reviewQuality(likes: number, dislikes: number, rules: Rules): number {
  const received =
    (10_000 * (likes + rules.priorLikes)) / (rules.usualShare * (likes + dislikes + rules.priorAll));
  return clamp(rounded(received), rules.leastQuality, rules.mostQuality);
}

/** films.md §3: what a review weighs in the film's score, in milli-votes. */
export const reviewWeight = (memberWeight: number, depth: number, quality: number): number =>
  rounded((memberWeight * depth * quality) / 1_000_000);
