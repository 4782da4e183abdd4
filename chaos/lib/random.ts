export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  chance(share: number): boolean;
  /** A stream of its own, always the same for a seed and a name, however much was taken from others. */
  stream(name: string): Random;
}

/** Chance that can be repeated: the same seed, the same numbers. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    between: (least, most) => least + next() * (most - least),
    pick(items) {
      if (items.length === 0) throw new Error("There is nothing to pick from.");
      return items[below(items.length)]!;
    },
    chance: (share) => next() < share,
    stream(name) {
      let hash = seed >>> 0;
      for (const character of name) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
      return createRandom(hash);
    },
  };
}
