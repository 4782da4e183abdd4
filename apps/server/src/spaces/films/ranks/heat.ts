import type { Film } from "../engine/index.ts";

const halfLifeMs = 14 * 24 * 60 * 60_000;

/** Before anybody has said anything. */
export const noHeat = 0;

/**
 * By what films are popular: the weights of all opinions, each counting twice as much as one that is two weeks older, as a logarithm to base 2 that
 * never has to be brought up to date. Raw likes do not come into it: a thousand fresh accounts weigh fifty votes, once.
 *
 * @param weight in thousandths of a vote; @param at in milliseconds.
 */
export function warmer(heat: number, weight: number, at: number): number {
  if (weight <= 0) return heat;
  const added = Math.log2(weight / 1000) + at / halfLifeMs;
  const [most, least] = heat > added ? [heat, added] : [added, heat];
  return most + Math.log2(1 + 2 ** (least - most));
}

/** Its heat after these opinions. */
export const warmed = (heat: number, warmth: readonly { weight: number; at: number }[]): number =>
  warmth.reduce((sum, { weight, at }) => warmer(sum, weight, at), heat);

/** A film while a log is folded, with its heat after so many opinions as were felt. */
export type WarmFilm = Film & { heat?: number; felt?: number };
