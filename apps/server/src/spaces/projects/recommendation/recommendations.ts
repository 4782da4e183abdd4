import type { Db } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { EventLog } from "../../../platform/events/event-log.ts";
import { peopleEvents } from "../../../modules/people/index.ts";
import { personStackChanged, projectChanged, projectRemoved } from "../events.ts";
import type { TechnologyId } from "../tables.ts";
import { listAlsoKept, listUnseenOf, readStacks, readStacksAfter } from "./recommendation-queries.ts";
import { createSimilarity, type Neighbour } from "./similarity.ts";

/** A project to show to somebody, and why. */
export interface Suggestion {
  projectId: Id;
  /** What its maker and the reader share, the rarest first; empty where `people` keep it. */
  stack: TechnologyId[];
  people: Id[];
}

export interface Recommendations {
  /** Projects for a person, best first. `hidden` are people who are not to be there for them. */
  forPerson(accountId: Id, hidden: readonly Id[]): Promise<Suggestion[]>;
  /** People with a stack like somebody's, best first. */
  near(
    accountId: Id,
    limit: number,
    hidden: readonly Id[],
  ): Promise<(Neighbour & { shared: TechnologyId[] })[]>;
  /** Reads all stacks, if that was not done yet. */
  ready(): Promise<void>;
}

const atOnce = 5_000;
/** Makers who are looked at, projects of each, and suggestions altogether. */
const most = { makers: 60, each: 3, suggestions: 60 };
/** So many have to agree before "people who keep this" is said. */
const support = 3;

/** What the database says, kept in memory from the first question on; each change of a stack is heard of. */
export function createRecommendations(db: Db, log: EventLog): Recommendations {
  const similarity = createSimilarity();
  let loading: Promise<void> | undefined;
  /** Those who have changed while everything was being read. */
  let changed: Set<Id> | undefined;
  let reading = Promise.resolve();

  async function renew(people: readonly Id[]): Promise<void> {
    const found = new Map((await readStacks(db, people)).map((one) => [one.accountId, one.stack]));
    for (const id of people) similarity.set(id, found.get(id) ?? []);
  }

  async function load(): Promise<void> {
    changed = new Set();
    for (let after = 0; ;) {
      const some = await readStacksAfter(db, after, atOnce);
      for (const { accountId, stack } of some) similarity.set(accountId, stack);
      if (some.length === 0) break;
      after = some.at(-1)!.accountId;
    }
    const late = [...changed];
    changed = undefined;
    await renew(late);
  }

  function ready(): Promise<void> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  log.listen((event) => {
    if (!loading) return;
    if (peopleEvents.accountDeleted.is(event)) return similarity.set(event.payload.accountId, []);
    const person =
      projectChanged.is(event) || projectRemoved.is(event)
        ? event.payload.authorId
        : personStackChanged.is(event)
          ? event.payload.accountId
          : undefined;
    if (person === undefined) return;
    if (changed) changed.add(person);
    // One after the other, so that an older answer never comes after a newer one. What fails is read with the next question.
    else reading = reading.then(() => renew([person])).catch(() => void (loading = undefined));
  });

  const sharedWith = (mine: readonly TechnologyId[], theirs: readonly TechnologyId[]) => {
    const both = new Set(theirs);
    return mine
      .filter((id) => both.has(id))
      .sort((one, other) => similarity.weight(other) - similarity.weight(one));
  };

  async function near(accountId: Id, limit: number, hidden: readonly Id[]) {
    await ready();
    await reading;
    const mine = similarity.stackOf(accountId);
    return similarity
      .near(mine, limit, new Set([accountId, ...hidden]))
      .map((one) => ({ ...one, shared: sharedWith(mine, similarity.stackOf(one.id)) }));
  }

  return {
    ready,
    near,
    async forPerson(accountId, hidden) {
      const [neighbours, alsoKept] = await Promise.all([
        near(accountId, most.makers, hidden),
        listAlsoKept(db, accountId, support, most.suggestions / 2),
      ]);
      const mine = similarity.stackOf(accountId);
      const likeness = new Map(neighbours.map((one) => [one.id, one.likeness]));
      const made = await listUnseenOf(db, accountId, [...likeness.keys()], most.each);
      const best = (stack: readonly TechnologyId[]) => likenessOf(similarity, mine, stack);
      const byStack = made
        .map(({ id, authorId, stack }) => ({
          projectId: id,
          score: likeness.get(authorId)! * (0.5 + 0.5 * best(stack)),
          stack: sharedWith(mine, [...stack, ...similarity.stackOf(authorId)]),
          people: [authorId],
        }))
        .sort((one, other) => other.score - one.score || other.projectId - one.projectId);
      const byPeople = alsoKept.map(({ id, some }) => ({ projectId: id, stack: [], people: some }));
      return alternately(byStack, byPeople).slice(0, most.suggestions);
    },
  };
}

/** The cosine of two stacks, as between people. */
function likenessOf(
  { weight }: Pick<ReturnType<typeof createSimilarity>, "weight">,
  one: readonly TechnologyId[],
  other: readonly TechnologyId[],
): number {
  const square = (stack: readonly TechnologyId[]) => stack.reduce((sum, id) => sum + weight(id) ** 2, 0);
  const theirs = new Set(other);
  const norm = Math.sqrt(square(one) * square(other));
  return norm === 0 ? 0 : square(one.filter((id) => theirs.has(id))) / norm;
}

/** Two by stack, then one that others keep; each project once. */
function alternately(byStack: readonly Suggestion[], byPeople: readonly Suggestion[]): Suggestion[] {
  const mixed = new Map<Id, Suggestion>();
  const add = (one: Suggestion | undefined) => {
    if (one && !mixed.has(one.projectId)) mixed.set(one.projectId, one);
  };
  for (let place = 0; place < Math.max(byStack.length, byPeople.length * 2); place++) {
    add(byStack[place]);
    if (place % 2 === 1) add(byPeople[(place - 1) / 2]);
  }
  return [...mixed.values()];
}
