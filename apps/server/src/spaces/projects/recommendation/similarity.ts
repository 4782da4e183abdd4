/** Somebody else with a stack like one's own. */
export interface Neighbour {
  id: number;
  /** The cosine of the angle between both stacks, each technology weighing by how few people work with it. From 0 to 1. */
  likeness: number;
}

/**
 * The stacks of all people, in memory: who is like somebody is answered by adding up over those who share a technology. Nothing is stored, so
 * a change of a stack counts at once.
 */
export interface Similarity {
  /** What somebody works with now; nothing, when they are to be forgotten. Each technology once. */
  set(person: number, stack: readonly number[]): void;
  stackOf(person: number): readonly number[];
  /** The most similar people to a stack, best first, without those that `except` names. */
  near(stack: readonly number[], limit: number, except?: ReadonlySet<number>): Neighbour[];
  /** How much it says about somebody that they work with this: the logarithm of how many people there are for each who does. */
  weight(technology: number): number;
  readonly size: number;
}

/** What everybody works with says nothing; of those who work with it, so many are looked at. Far more than will be shown. */
const mostSharers = 3_000;

export function createSimilarity(): Similarity {
  const stacks = new Map<number, readonly number[]>();
  const sharers = new Map<number, Set<number>>();

  /** Smoothed, so that it is never 0: on a site with one person, too, a shared technology is shared. */
  const weight = (technology: number) =>
    Math.log(1 + (1 + stacks.size) / (1 + (sharers.get(technology)?.size ?? 0)));

  function normOf(stack: readonly number[]): number {
    let sum = 0;
    for (const technology of stack) sum += weight(technology) ** 2;
    return Math.sqrt(sum);
  }

  return {
    weight,
    get size() {
      return stacks.size;
    },
    stackOf: (person) => stacks.get(person) ?? [],
    set(person, stack) {
      for (const technology of stacks.get(person) ?? []) {
        const people = sharers.get(technology)!;
        people.delete(person);
        if (people.size === 0) sharers.delete(technology);
      }
      if (stack.length === 0) return void stacks.delete(person);
      stacks.set(person, [...stack]);
      for (const technology of stack) {
        const people = sharers.get(technology);
        if (people) people.add(person);
        else sharers.set(technology, new Set([person]));
      }
    },
    near(stack, limit, except = new Set()) {
      const own = normOf(stack);
      if (own === 0 || limit === 0) return [];
      const dots = new Map<number, number>();
      // The rarest first: where many share the common ones, those who share a rare one are among those looked at.
      const byRarity = [...stack].sort((one, other) => weight(other) - weight(one));
      for (const technology of byRarity) {
        const more = weight(technology) ** 2;
        for (const person of sharers.get(technology) ?? []) {
          const dot = dots.get(person);
          if (dot !== undefined) dots.set(person, dot + more);
          else if (dots.size < mostSharers && !except.has(person)) dots.set(person, more);
        }
      }
      const found = [...dots].map(([id, dot]) => ({
        id,
        likeness: Math.min(1, dot / (own * normOf(stacks.get(id)!))),
      }));
      return found.sort((one, other) => other.likeness - one.likeness || one.id - other.id).slice(0, limit);
    },
  };
}
