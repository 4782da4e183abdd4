import { rank, support } from "./ranking.ts";
import { createSimilarity } from "./similarity.ts";

/** Who works with what, who has made what, and who keeps or likes what. Numbers stand for people, projects and technologies. */
export interface Interactions {
  people: readonly { id: number; stack: readonly number[] }[];
  projects: readonly { id: number; author: number; stack: readonly number[] }[];
  marks: readonly { person: number; project: number }[];
}

export interface Quality {
  /** How often what was held back is among the first ten. */
  recall: number;
  /** As `recall`, the less the further down it stands: 1 / log2(1 + place). */
  ndcg: number;
}

export type Method = "maru" | "popularity" | "random";

const shown = 10;
const makers = 60;

/**
 * Leave one out: of everybody who keeps or likes at least two projects each mark in turn is held back, and looked for among what would be suggested
 * from the rest. Popularity suggests what most others keep; random is what drawing would give on average.
 */
export function evaluate({ people, projects, marks }: Interactions): {
  cases: number;
  quality: Record<Method, Quality>;
} {
  const similarity = createSimilarity();
  const stacks = new Map<number, Set<number>>();
  const addStack = (person: number, stack: readonly number[]) => {
    const known = stacks.get(person) ?? new Set<number>();
    for (const id of stack) known.add(id);
    stacks.set(person, known);
  };
  for (const { id, stack } of people) addStack(id, stack);
  for (const { author, stack } of projects) addStack(author, stack);
  for (const [person, stack] of stacks) similarity.set(person, [...stack]);
  const ofMaker = Map.groupBy(projects, ({ author }) => author);
  const keptBy = new Map<number, Set<number>>();
  const keepers = new Map<number, Set<number>>();
  for (const { person, project } of marks) {
    (keptBy.get(person) ?? keptBy.set(person, new Set()).get(person)!).add(project);
    (keepers.get(project) ?? keepers.set(project, new Set()).get(project)!).add(person);
  }
  const byPopularity = [...projects].sort(
    (one, other) =>
      (keepers.get(other.id)?.size ?? 0) - (keepers.get(one.id)?.size ?? 0) || other.id - one.id,
  );

  const alsoKept = (person: number, kept: ReadonlySet<number>) => {
    const agreed = new Map<number, number[]>();
    const alike = new Set([...kept].flatMap((project) => [...(keepers.get(project) ?? [])]));
    alike.delete(person);
    for (const other of alike)
      for (const project of keptBy.get(other)!)
        if (!kept.has(project)) (agreed.get(project) ?? agreed.set(project, []).get(project)!).push(other);
    return [...agreed]
      .filter(([, some]) => some.length >= support)
      .sort(([one, some], [other, others]) => others.length - some.length || other - one)
      .map(([id, some]) => ({ id, some: some.slice(0, 3) }));
  };

  const sums: Record<Method, Quality> = {
    maru: { recall: 0, ndcg: 0 },
    popularity: { recall: 0, ndcg: 0 },
    random: { recall: 0, ndcg: 0 },
  };
  const add = (method: Method, place: number) => {
    if (place < 0 || place >= shown) return;
    sums[method].recall += 1;
    sums[method].ndcg += 1 / Math.log2(place + 2);
  };
  let cases = 0;
  for (const [person, kept] of keptBy) {
    if (kept.size < 2) continue;
    const own = new Set((ofMaker.get(person) ?? []).map(({ id }) => id));
    const mine = similarity.stackOf(person);
    const neighbours = similarity.near(mine, makers, new Set([person]));
    for (const heldBack of kept) {
      const rest = new Set(kept);
      rest.delete(heldBack);
      const isCandidate = (id: number) => !rest.has(id) && !own.has(id);
      const made = neighbours
        .flatMap(({ id }) => ofMaker.get(id) ?? [])
        .filter(({ id }) => isCandidate(id))
        .map(({ id, author, stack }) => ({ id, authorId: author, stack }));
      const suggested = rank(similarity, mine, neighbours, made, alsoKept(person, rest));
      add(
        "maru",
        suggested.findIndex(({ projectId }) => projectId === heldBack),
      );
      const popular = byPopularity.filter(({ id }) => isCandidate(id));
      add(
        "popularity",
        popular.findIndex(({ id }) => id === heldBack),
      );
      for (let place = 0; place < Math.min(shown, popular.length); place++) {
        sums.random.recall += 1 / popular.length;
        sums.random.ndcg += 1 / Math.log2(place + 2) / popular.length;
      }
      cases++;
    }
  }
  for (const one of Object.values(sums)) {
    one.recall /= Math.max(1, cases);
    one.ndcg /= Math.max(1, cases);
  }
  return { cases, quality: sums };
}
