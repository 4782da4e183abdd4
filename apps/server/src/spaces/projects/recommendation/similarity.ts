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

const order = (one: Neighbour, other: Neighbour) => other.likeness - one.likeness || one.id - other.id;

/** The first of all in their order; most are left out before anything is sorted. */
function best(found: Neighbour[], limit: number): Neighbour[] {
  if (found.length <= limit) return found.sort(order);
  const least = Float64Array.from(found, ({ likeness }) => likeness).sort()[found.length - limit]!;
  return found
    .filter(({ likeness }) => likeness >= least)
    .sort(order)
    .slice(0, limit);
}

/** What everybody works with says nothing; of those who work with it, so many are looked at. Far more than will be shown. */
const mostSharers = 3_000;

/** They hold each other, since a question looks at thousands: a look into a map for each would be most of what it costs. */
interface Person {
  id: number;
  stack: readonly number[];
  technologies: readonly Technology[];
  /** The last question that came by here. */
  asked: number;
}
interface Technology {
  people: Set<Person>;
  /** The square of its weight, as of so many changes. */
  square: number;
  changes: number;
  /** The last question that named it. */
  asked: number;
}

export function createSimilarity(): Similarity {
  const people = new Map<number, Person>();
  const technologies = new Map<number, Technology>();
  let changes = 0;
  let asked = 0;

  /** Smoothed, so that it is never 0: on a site with one person, too, a shared technology is shared. */
  const weightOf = (sharers: number) => Math.log(1 + (1 + people.size) / (1 + sharers));
  const weight = (technology: number) => weightOf(technologies.get(technology)?.people.size ?? 0);

  function squareOf(technology: Technology): number {
    if (technology.changes !== changes) {
      technology.square = weightOf(technology.people.size) ** 2;
      technology.changes = changes;
    }
    return technology.square;
  }

  function technologyOf(id: number): Technology {
    const known = technologies.get(id);
    if (known) return known;
    const made = { people: new Set<Person>(), square: 0, changes: -1, asked: 0 };
    technologies.set(id, made);
    return made;
  }

  function forget(person: Person): void {
    people.delete(person.id);
    for (const [place, technology] of person.technologies.entries()) {
      technology.people.delete(person);
      if (technology.people.size === 0) technologies.delete(person.stack[place]!);
    }
  }

  /** Some who share anything with a stack, those who share its rarest first: beyond them, the common ones are shared by very many. */
  function someSharers(stack: readonly number[], except: ReadonlySet<number>): Person[] {
    const found: Person[] = [];
    for (const technology of [...stack].sort((one, other) => weight(other) - weight(one)))
      for (const person of technologies.get(technology)?.people ?? []) {
        if (person.asked === asked) continue;
        person.asked = asked;
        if (!except.has(person.id) && found.push(person) === mostSharers) return found;
      }
    return found;
  }

  return {
    weight,
    get size() {
      return people.size;
    },
    stackOf: (person) => people.get(person)?.stack ?? [],
    set(id, stack) {
      changes++;
      const before = people.get(id);
      if (before) forget(before);
      if (stack.length === 0) return;
      const person = { id, stack: [...stack], technologies: stack.map(technologyOf), asked: 0 };
      people.set(id, person);
      for (const technology of person.technologies) technology.people.add(person);
    },
    near(stack, limit, except = new Set()) {
      if (stack.length === 0 || limit === 0) return [];
      asked++;
      let own = 0;
      for (const id of stack) {
        own += weight(id) ** 2;
        const technology = technologies.get(id);
        if (technology) technology.asked = asked;
      }
      const found = someSharers(stack, except).map((person) => {
        let [dot, square] = [0, 0];
        for (const technology of person.technologies) {
          const more = squareOf(technology);
          square += more;
          if (technology.asked === asked) dot += more;
        }
        return { id: person.id, likeness: Math.min(1, dot / Math.sqrt(own * square)) };
      });
      return best(found, limit);
    },
  };
}
