import type { Id, Tables } from "../../../platform/database/tables.ts";
import { type Choice, type Pair, pairKey, type Reaction, type Vote } from "../engine/index.ts";

/** The key of two ids, as the engine makes it. */
export const keyOf = (one: Id, other: Id): string => pairKey(String(one), String(other));

/** Two ids that belong together. */
export type IdPair = readonly [Id, Id];

/** The two ids of a key. */
export function idsOf(key: string): IdPair {
  const colon = key.indexOf(":");
  const end = colon + 1 + Number(key.slice(0, colon));
  return [Number(key.slice(colon + 1, end)), Number(key.slice(end))];
}

/** A row of `film_opinion` as it is written. */
export interface OpinionRow {
  account_id: Id;
  film_id: Id;
  at: number;
  is_active: boolean;
  opinion: number;
  weight: number;
  class: number;
  epoch: number;
  watched_in: number;
  high: number;
  low: number;
  heard_in: number;
}

export const toVote = (row: Tables["filmOpinion"]): Vote => ({
  user: String(row.accountId),
  film: String(row.filmId),
  active: row.isActive,
  o: row.opinion,
  w: row.weight,
  class: row.class,
  epochId: row.epoch,
  watchedIn: row.watchedIn,
  high: row.high,
  low: row.low,
  heardIn: row.heardIn,
  ts: row.at,
});

export const toOpinionRow = (vote: Vote): OpinionRow => ({
  account_id: Number(vote.user),
  film_id: Number(vote.film),
  at: vote.ts,
  is_active: vote.active,
  opinion: vote.o,
  weight: vote.w,
  class: vote.class,
  epoch: vote.epochId,
  watched_in: vote.watchedIn,
  high: vote.high,
  low: vote.low,
  heard_in: vote.heardIn,
});

/** A row of `film_reaction` as it is written. */
export interface ReactionRow {
  account_id: Id;
  review_id: Id;
  value: number;
  weight: number;
  place: number;
  points: number;
  at: number;
}

export const toReaction = (row: Omit<Tables["filmReaction"], "placeOfMember">): Reaction => ({
  user: String(row.accountId),
  review: String(row.reviewId),
  v: row.value as Choice,
  weight: row.weight,
  place: row.place,
  points: row.points,
  ts: row.at,
});

export const toReactionRow = (reaction: Reaction): ReactionRow => ({
  account_id: Number(reaction.user),
  review_id: Number(reaction.review),
  value: reaction.v,
  weight: reaction.weight,
  place: reaction.place,
  points: reaction.points,
  at: reaction.ts,
});

/** A row of `film_pair` as it is written. */
export interface PairRow {
  from_id: Id;
  to_id: Id;
  count: number;
}

export const toPairRow = ({ from, to, count }: Pair): PairRow => ({
  from_id: Number(from),
  to_id: Number(to),
  count,
});
