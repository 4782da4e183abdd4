import type { Choice, Pair, Reaction, Vote } from "../../engine/index.ts";
import type { Packing } from "./packed-table.ts";

/** What tables are filled with as it is packed: the numbers in the order of the table's columns behind the two ids. Booleans are 0 and 1. */

export const votes: Packing<Vote> = {
  width: 10,
  write(vote, to, at) {
    to[at] = vote.ts;
    to[at + 1] = vote.active ? 1 : 0;
    to[at + 2] = vote.o;
    to[at + 3] = vote.w;
    to[at + 4] = vote.class;
    to[at + 5] = vote.epochId;
    to[at + 6] = vote.watchedIn;
    to[at + 7] = vote.high;
    to[at + 8] = vote.low;
    to[at + 9] = vote.heardIn;
  },
  read: (user, film, from, at) => ({
    user: String(user),
    film: String(film),
    active: from[at + 1] === 1,
    o: from[at + 2]!,
    w: from[at + 3]!,
    class: from[at + 4]!,
    epochId: from[at + 5]!,
    watchedIn: from[at + 6]!,
    high: from[at + 7]!,
    low: from[at + 8]!,
    heardIn: from[at + 9]!,
    ts: from[at]!,
  }),
};

export const reactions: Packing<Reaction> = {
  width: 5,
  write(reaction, to, at) {
    to[at] = reaction.v;
    to[at + 1] = reaction.weight;
    to[at + 2] = reaction.place;
    to[at + 3] = reaction.points;
    to[at + 4] = reaction.ts;
  },
  read: (user, review, from, at) => ({
    user: String(user),
    review: String(review),
    v: from[at] as Choice,
    weight: from[at + 1]!,
    place: from[at + 2]!,
    points: from[at + 3]!,
    ts: from[at + 4]!,
  }),
};

export const pairs: Packing<Pair> = {
  width: 1,
  write(pair, to, at) {
    to[at] = pair.count;
  },
  read: (from, to, numbers, at) => ({ from: String(from), to: String(to), count: numbers[at]! }),
};

/** Of a member and a film, the review. */
export const latestReviews: Packing<string> = {
  width: 1,
  write(review, to, at) {
    to[at] = Number(review);
  },
  read: (_user, _film, from, at) => String(from[at]),
};
