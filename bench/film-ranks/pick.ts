import type { Random } from "./random.ts";

/** Picks one of many, each as often as it weighs. */
export function pickBy<T>(all: readonly T[], weigh: (one: T) => number): (random: Random) => T {
  let total = 0;
  const sums = Float64Array.from(all, (one) => (total += weigh(one)));
  return (random) => {
    const target = random.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return all[low]!;
  };
}
