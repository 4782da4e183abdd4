import type { Neighbour, Similarity } from "./similarity.ts";

/** A project to show to somebody, and why. */
export interface Suggestion {
  projectId: number;
  /** What its maker and the reader share, the rarest first; empty where `people` keep it. */
  stack: number[];
  people: number[];
}

/** A project that somebody like the reader has made. */
interface Made {
  id: number;
  authorId: number;
  stack: readonly number[];
}

/** A project that people keep who keep what the reader keeps, and some of them. */
interface AlsoKept {
  id: number;
  some: readonly number[];
}

/** So many have to agree before "people who keep this" is said. */
export const support = 3;

type Weights = Pick<Similarity, "weight">;

/** What two stacks share, the rarest first. */
export function shared({ weight }: Weights, mine: readonly number[], theirs: readonly number[]): number[] {
  const both = new Set(theirs);
  return mine.filter((id) => both.has(id)).sort((one, other) => weight(other) - weight(one));
}

/** The cosine of two stacks, as between people. */
function likenessOf({ weight }: Weights, one: readonly number[], other: readonly number[]): number {
  const square = (stack: readonly number[]) => stack.reduce((sum, id) => sum + weight(id) ** 2, 0);
  const theirs = new Set(other);
  const norm = Math.sqrt(square(one) * square(other));
  return norm === 0 ? 0 : square(one.filter((id) => theirs.has(id))) / norm;
}

/**
 * What to suggest to somebody with a stack, best first: what is made by those who are near, the nearer they are and the nearer the project itself, and
 * between that, what others keep.
 */
export function rank(
  similarity: Pick<Similarity, "weight" | "stackOf">,
  mine: readonly number[],
  neighbours: readonly Neighbour[],
  made: readonly Made[],
  alsoKept: readonly AlsoKept[],
): Suggestion[] {
  const likeness = new Map(neighbours.map((one) => [one.id, one.likeness]));
  const byStack = made
    .map((one) => ({
      one,
      score: likeness.get(one.authorId)! * (0.5 + 0.5 * likenessOf(similarity, mine, one.stack)),
    }))
    .sort((first, second) => second.score - first.score || second.one.id - first.one.id)
    .map(({ one: { id, authorId, stack } }) => ({
      projectId: id,
      stack: shared(similarity, mine, [...stack, ...similarity.stackOf(authorId)]),
      people: [authorId],
    }));
  const byPeople = alsoKept.map(({ id, some }) => ({ projectId: id, stack: [], people: [...some] }));
  return alternately(byStack, byPeople);
}

/** Two by stack, then one that others keep; each project once. */
function alternately(byStack: readonly Suggestion[], byPeople: readonly Suggestion[]): Suggestion[] {
  const mixed = new Map<number, Suggestion>();
  const add = (one: Suggestion | undefined) => {
    if (one && !mixed.has(one.projectId)) mixed.set(one.projectId, one);
  };
  for (let place = 0; place < Math.max(byStack.length, byPeople.length * 2); place++) {
    add(byStack[place]);
    if (place % 2 === 1) add(byPeople[(place - 1) / 2]);
  }
  return [...mixed.values()];
}
