import {
  type Constants,
  type FilmEvent,
  type Fold,
  startFold,
} from "../../apps/server/src/spaces/films/engine/index.ts";
import type { Act } from "./attacks.ts";
import { dayMs } from "./history.ts";
import { createRandom, type Random } from "./random.ts";

const people = 50;
const curators = 4;
const goodWriters = 6;
const plainWriters = 6;
const films = 200;
const days = 60;

/** `one-up`: four like all that the fifth writes. `all-alike`: all five write, and like each other's. */
export type RingPlan = "none" | "one-up" | "all-alike";

interface Member {
  id: string;
  /** The chance that they come on a day, that they then write a review, and that a reader likes it. */
  comes: number;
  writes: number;
  liked: number;
}

export interface SmallOutcome {
  /** The share of them that is at tier 2 or above in the end. */
  good: number;
  plain: number;
  ring: number;
  fold: Fold;
}

/**
 * Two months of fifty people: four seeded curators, six who come daily and write well, six who write as everybody does, and
 * others who come now and then. A ring of five comes daily, too, and writes as everybody does.
 */
export function smallCommunity(constants: Constants, seed: number, plan: RingPlan): SmallOutcome {
  const random = createRandom(seed);
  const fold = startFold(constants);
  let number = 0;
  const act = (event: Act, ts: number) =>
    fold.takeIn({ ...event, id: `s${number++}`, ts: Math.floor(ts) } as FilmEvent);
  const members = Array.from({ length: people }, (_, index) => createMember(random, index));
  const ring = plan === "none" ? [] : Array.from({ length: 5 }, (_, index) => ringMember(index, plan));
  const reviews: { id: string; author: Member; day: number }[] = [];
  const met = new Set<string>();
  for (const { id } of members.slice(0, curators)) act({ type: "seed_tier", user: id, tier: 2 }, 0);

  for (let day = 0; day < days; day++) {
    const present = [...members, ...ring].filter(({ comes }) => random.next() < comes);
    for (const [index, member] of present.entries()) {
      const ts = (day + index / present.length) * dayMs;
      const film = () => `f${random.below(films)}`;
      for (let vote = 0; vote < 2; vote++)
        act({ type: "vote_set", user: member.id, film: film(), v: random.next() < 0.7 ? 1 : -1 }, ts);
      if (random.next() < member.writes) {
        const review = { id: `r${number}`, author: member, day };
        const score = () => 4 + random.below(6);
        const aspects = { story: score(), acting: score(), music: score() };
        const chars = 150 + random.below(500);
        const put = {
          type: "review_put",
          user: member.id,
          film: film(),
          review: review.id,
          aspects,
          chars,
        } as const;
        if (act(put, ts) === "applied") reviews.push(review);
      }
      for (const { id, author } of reviews.filter((one) => day - one.day < 7 && one.author !== member)) {
        if (met.has(`${member.id} ${id}`)) continue;
        met.add(`${member.id} ${id}`);
        const isOwn = ring.includes(member) && ring.includes(author);
        if (isOwn ? plan === "one-up" && author !== ring[0] : random.next() > 0.4) continue;
        const v = isOwn || random.next() < author.liked ? 1 : -1;
        act({ type: "react_set", user: member.id, review: id, v }, ts);
      }
    }
  }
  const risen = (some: readonly Member[]) =>
    some.filter(({ id }) => (fold.users.get(id)?.tier ?? 0) >= 2).length / Math.max(1, some.length);
  const writers = members.slice(curators);
  return {
    good: risen(writers.slice(0, goodWriters)),
    plain: risen(writers.slice(goodWriters, goodWriters + plainWriters)),
    ring: risen(plan === "one-up" ? ring.slice(0, 1) : ring),
    fold,
  };
}

function createMember(random: Random, index: number): Member {
  const rank = index - curators;
  const isWriter = rank < goodWriters + plainWriters;
  return {
    id: `m${index}`,
    comes: isWriter ? 0.85 : 0.1 + 0.5 * random.next(),
    writes: rank < 0 ? 0.2 : isWriter ? 0.5 : 0.03,
    liked: rank < goodWriters ? 0.85 : 0.7,
  };
}

const ringMember = (index: number, plan: RingPlan): Member => ({
  id: `ring${index}`,
  comes: 0.85,
  writes: plan === "all-alike" || index === 0 ? 0.5 : 0,
  liked: 0.7,
});
