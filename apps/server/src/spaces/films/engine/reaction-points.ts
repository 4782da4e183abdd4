import { clamp, rounded } from "./arithmetic.ts";
import type { Constants } from "./constants.ts";
import type { Choice } from "./events.ts";

type Rules = Constants["reactions"];

/**
 * films.md §2, eff: what a first reaction weighs, forever. `nth` counts what this member has reacted to of that author,
 * `back` what the author has of theirs: circles of friends fall off with the square of either.
 */
export const reactionWeight = (memberWeight: number, nth: number, back: number): number =>
  rounded(memberWeight / (nth * (1 + back)) ** 2);

/** films.md §2, g: how many of 1000 reactions here are likes. */
export const usualReception = (likes: number, dislikes: number, rules: Rules): number =>
  clamp(
    rounded((1000 * (rules.usualLikes + likes)) / (rules.usualAll + likes + dislikes)),
    rules.fewestLikes,
    rules.mostLikes,
  );

/**
 * films.md §2, d: the centipoints that a reaction gives its author. With g as it is, average reception is worth nothing;
 * the author's tier raises the `bar`. `place` is how many came before it at this review.
 */
export function reactionPoints(
  v: Choice,
  {
    weight,
    place,
    depth,
    reception,
    bar,
  }: { weight: number; place: number; depth: number; reception: number; bar: number },
  rules: Rules,
): number {
  if (v === 0) return 0;
  const full = rules.pointsPerVote * weight * rules.crowd;
  const crowded = 1_000_000 * (rules.crowd + place);
  if (v > 0) return rounded((full * depth) / crowded);
  // Never -0, which equals 0 and yet is stored as another number.
  return 0 - rounded((full * reception * bar) / (crowded * (1000 - reception)));
}
