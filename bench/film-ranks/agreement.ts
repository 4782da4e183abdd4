/** How well one order of films agrees with another, by what each is worth (more is better). */
export interface Agreement {
  /** Kendall's τ-b. */
  tau: number;
  /** Spearman's ρ. */
  rho: number;
  /** Of the first 50, how many belong there. */
  first: number;
}

export function agreement(truth: readonly number[], scores: readonly number[], firstCount = 50): Agreement {
  const best = new Set(orderOf(truth).slice(0, firstCount));
  const hits = orderOf(scores)
    .slice(0, firstCount)
    .filter((index) => best.has(index)).length;
  return {
    tau: kendall(truth, scores),
    rho: pearson(ranksOf(truth), ranksOf(scores)),
    first: hits / firstCount,
  };
}

/** The places of the best, second best, and so on; equals in the order that they came in. */
export const orderOf = (scores: readonly number[]): number[] =>
  [...scores.keys()].sort((one, other) => scores[other]! - scores[one]! || one - other);

function kendall(one: readonly number[], other: readonly number[]): number {
  let [concordant, tiedOne, tiedOther] = [0, 0, 0];
  for (let a = 0; a < one.length; a++)
    for (let b = 0; b < a; b++) {
      const x = Math.sign(one[a]! - one[b]!);
      const y = Math.sign(other[a]! - other[b]!);
      concordant += x * y;
      if (x === 0) tiedOne++;
      if (y === 0) tiedOther++;
    }
  const pairs = (one.length * (one.length - 1)) / 2;
  return concordant / Math.sqrt((pairs - tiedOne) * (pairs - tiedOther));
}

/** Places from 0; equals share their mean. */
function ranksOf(scores: readonly number[]): number[] {
  const order = orderOf(scores);
  const ranks: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) end++;
    for (let place = start; place < end; place++) ranks[order[place]!] = (start + end - 1) / 2;
    start = end;
  }
  return ranks;
}

function pearson(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let [both, first, second] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const [x, y] = [value - meanOne, other[index]! - meanOther];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return both / Math.sqrt(first * second);
}
