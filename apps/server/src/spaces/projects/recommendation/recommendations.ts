import { setImmediate as turn } from "node:timers/promises";
import type { Db } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { EventLog, LoggedEvent } from "../../../platform/events/event-log.ts";
import { peopleEvents } from "../../../modules/people/index.ts";
import { postEvents } from "../../../modules/posts/index.ts";
import { personStackChanged, projectChanged, projectRemoved } from "../events.ts";
import type { TechnologyId } from "../tables.ts";
import { listAlsoKept, listUnseenOf, readStacks, readStacksAfter } from "./recommendation-queries.ts";
import { rank, shared, support, type Suggestion } from "./ranking.ts";
import { createSimilarity, type Neighbour } from "./similarity.ts";

const { postEdited, postHidden, postUnhidden } = postEvents;

/** Whose stack may be another after an event: also a project's that others may see now, or no longer. */
function whoseStackChanged(event: LoggedEvent): Id | undefined {
  if (projectChanged.is(event) || projectRemoved.is(event)) return event.payload.authorId;
  if (postEdited.is(event) || postHidden.is(event) || postUnhidden.is(event))
    return event.payload.kind === "project" ? event.payload.authorId : undefined;
  if (personStackChanged.is(event)) return event.payload.accountId;
  if (peopleEvents.accountChanged.is(event) && event.payload.wasPrivate !== event.payload.isPrivate)
    return event.payload.accountId;
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
    const person = whoseStackChanged(event);
    if (person === undefined) return;
    if (changed) changed.add(person);
    // One after the other, so that an older answer never comes after a newer one. What fails is read with the next question.
    else reading = reading.then(() => renew([person])).catch(() => void (loading = undefined));
  });

  async function near(accountId: Id, limit: number, hidden: readonly Id[]) {
    await ready();
    await reading;
    const mine = similarity.stackOf(accountId);
    return similarity
      .near(mine, limit, new Set([accountId, ...hidden]))
      .map((one) => ({ ...one, shared: shared(similarity, mine, similarity.stackOf(one.id)) }));
  }

  return {
    ready,
    near,
    async forPerson(accountId, hidden) {
      const keptByOthers = listAlsoKept(db, accountId, support, most.suggestions / 2);
      // The question goes out before the stacks are gone through, so that the database works meanwhile.
      const [neighbours, alsoKept] = await Promise.all([
        turn().then(() => near(accountId, most.makers, hidden)),
        keptByOthers,
      ]);
      const makers = neighbours.map(({ id }) => id);
      const made = await listUnseenOf(db, accountId, makers, most.each);
      return rank(similarity, similarity.stackOf(accountId), neighbours, made, alsoKept).slice(
        0,
        most.suggestions,
      );
    },
  };
}
