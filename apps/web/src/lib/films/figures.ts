import { getLocale } from "#lib/paraglide/runtime.js";
import type { FilmScore } from "./types.ts";

/** "83.2": scores are told apart by tenths. */
export const scoreWord = (score: number) => score.toFixed(1);

/** "1.6", "0.05", "2": what a vote counts, in votes. */
export const weightWord = (weight: number) =>
  new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 2 }).format(weight);

/** "+31.2", "−4.0": with the sign that Intl and print know. */
export function signedWord(value: number) {
  const text = scoreWord(Math.abs(value));
  if (Number(text) === 0) return "±0";
  return value > 0 ? `+${text}` : `\u2212${text}`;
}

/** "22": a share as a whole number of percent. */
export const percentWord = (share: number) => String(Math.round(share * 100));

/** Where a mean of aspects lies on the scale that people give, 1 to 10. */
export const toTen = (score: number) => 1 + (score * 9) / 100;
export const fromTen = (given: number) => ((given - 1) * 100) / 9;

export type Piece = { of: "base" | number; from: number; size: number; isLoss: boolean };

/**
 * A score as a bar of 0 to 100: what is left of the base, what each tier adds up to the score, and beyond it what tiers took away.
 */
export function piecesOf({ base, tiers }: Pick<FilmScore, "base" | "tiers">): Piece[] {
  const gains = tiers.filter(({ points }) => points > 0);
  const losses = tiers.filter(({ points }) => points < 0);
  const lost = losses.reduce((sum, { points }) => sum - points, 0);
  let at = 0;
  const piece = (of: Piece["of"], size: number, isLoss = false): Piece => {
    const from = at;
    at += size;
    return { of, from, size, isLoss };
  };
  return [
    piece("base", Math.max(0, base.score - lost)),
    ...gains.map(({ tier, points }) => piece(tier, points)),
    ...losses.map(({ tier, points }) => piece(tier, -points, true)),
  ].filter(({ size }) => size > 0);
}
