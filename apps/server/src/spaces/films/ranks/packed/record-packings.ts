import type { Review, User } from "../../engine/index.ts";
import type { Packing } from "./packed-table.ts";

const orMinus = (value: number | null): number => value ?? -1;
const orNull = (number: number): number | null => (number < 0 ? null : number);

export function userPacking(): Packing<User> {
  /** Of the few who are in one, by where they are. */
  const series = new Map<number, NonNullable<User["series"]>>();
  return {
    width: 11,
    write(user, to, at) {
      to[at] = user.tier;
      to[at + 1] = user.points;
      to[at + 2] = user.stage;
      to[at + 3] = user.activeDays;
      to[at + 4] = user.lastDay;
      to[at + 5] = user.films;
      to[at + 6] = user.reviewDay;
      to[at + 7] = user.reviewsThatDay;
      to[at + 8] = user.helper;
      to[at + 9] = user.voided ? 1 : 0;
      to[at + 10] = user.deleted ? 1 : 0;
      if (user.series) series.set(at, user.series);
      else series.delete(at);
    },
    read: (id, _, from, at) => ({
      id: String(id),
      tier: from[at]!,
      points: from[at + 1]!,
      stage: from[at + 2]!,
      activeDays: from[at + 3]!,
      lastDay: from[at + 4]!,
      films: from[at + 5]!,
      reviewDay: from[at + 6]!,
      reviewsThatDay: from[at + 7]!,
      helper: from[at + 8]!,
      voided: from[at + 9] === 1,
      deleted: from[at + 10] === 1,
      series: series.get(at) ?? null,
    }),
  };
}

const aspects = [0, 1, 2, 3, 4] as const;
export const reviews: Packing<Review> = {
  width: 24,
  write(review, to, at) {
    to[at] = Number(review.user);
    to[at + 1] = Number(review.film);
    to[at + 2] = review.active ? 1 : 0;
    to[at + 3] = review.o;
    to[at + 4] = review.w;
    to[at + 5] = review.class;
    to[at + 6] = review.epochId;
    to[at + 7] = review.watchedIn;
    to[at + 8] = review.high;
    to[at + 9] = review.low;
    to[at + 10] = review.heardIn;
    to[at + 11] = review.ts;
    to[at + 12] = review.depth;
    to[at + 13] = review.counted ? 1 : 0;
    to[at + 14] = review.likes;
    to[at + 15] = review.dislikes;
    to[at + 16] = review.reactions;
    to[at + 17] = review.points;
    for (const aspect of aspects) to[at + 18 + aspect] = orMinus(review.aspects[aspect]!);
  },
  read: (id, _, from, at) => ({
    user: String(from[at]),
    film: String(from[at + 1]),
    active: from[at + 2] === 1,
    o: from[at + 3]!,
    w: from[at + 4]!,
    class: from[at + 5]!,
    epochId: from[at + 6]!,
    watchedIn: from[at + 7]!,
    high: from[at + 8]!,
    low: from[at + 9]!,
    heardIn: from[at + 10]!,
    ts: from[at + 11]!,
    id: String(id),
    aspects: aspects.map((aspect) => orNull(from[at + 18 + aspect]!)),
    depth: from[at + 12]!,
    counted: from[at + 13] === 1,
    likes: from[at + 14]!,
    dislikes: from[at + 15]!,
    reactions: from[at + 16]!,
    points: from[at + 17]!,
  }),
};
