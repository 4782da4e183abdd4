import type { Constants } from "./constants.ts";

/** Of a film: the chance that a member likes it, how much that rests on, and by what it is listed. */
export interface Posterior {
  /** m, 0 to 1; the score is 100 m. */
  mean: number;
  /** The lower bound by which lists are sorted, 0 to 100: thin evidence stands behind thick. */
  sort: number;
  /** T: votes of evidence, of base and members together. */
  evidence: number;
  memberVotes: number;
  /** The members' own share of likes, 0 to 1; 0 without any. */
  memberMean: number;
}

/** films.md §4, Posterior. `weight` and `points` are W and X after the caps; `base` is in 1e-4, `kappa` in milli-votes. */
export function posterior(
  base: number,
  kappa: number,
  weight: number,
  points: number,
  { correlated }: Constants["score"],
): Posterior {
  const votes = weight / 1000;
  const memberVotes = votes / (1 + votes / correlated);
  const memberMean = weight > 0 ? points / weight / 1000 : 0;
  const baseVotes = kappa / 1000;
  const evidence = baseVotes + memberVotes;
  const mean = ((baseVotes * base) / 10_000 + memberVotes * memberMean) / evidence;
  const bound = mean - Math.sqrt((mean * (1 - mean)) / (evidence + 1));
  return { mean, sort: 100 * Math.max(0, bound), evidence, memberVotes, memberMean };
}
