import type { Constants } from "./constants.ts";
import type { Choice } from "./events.ts";

/** Read access to records by their key; a Map is one, a PersistentMap, or what was loaded of a database for one event. */
export interface Lookup<V> {
  get(key: string): V | undefined;
}

/** What the engine knows (films.md §1). Records are values: they are replaced, never changed. */
export interface Tables {
  readonly users: Lookup<User>;
  readonly films: Lookup<Film>;
  /** By `pairKey(user, film)`. */
  readonly votes: Lookup<Vote>;
  readonly reviews: Lookup<Review>;
  /** The last review that a member wrote of a film, by `pairKey(user, film)`. */
  readonly latestReviews: Lookup<string>;
  /** By `pairKey(user, review)`. */
  readonly reactions: Lookup<Reaction>;
  /** How often one member reacted to reviews of another, by `pairKey(reactor, author)`. */
  readonly pairs: Lookup<Pair>;
  /** The films that a member has ever had an opinion on, and the reviews they have ever reacted to; the latest first. */
  readonly filmsOf: Lookup<Chain>;
  readonly reactedBy: Lookup<Chain>;
  /** The events that were taken in. */
  readonly seen: Lookup<true>;
}

export interface Totals {
  readonly constants: Constants;
  readonly clock: number;
  /** First reactions of all, as they were first meant. */
  readonly likes: number;
  readonly dislikes: number;
  /** Members at tier 2 and above. */
  readonly proven: number;
}

export type View = Tables & { readonly totals: Totals };

export interface Chain {
  readonly value: string;
  readonly rest: Chain | null;
}

export interface User {
  readonly id: string;
  tier: number;
  points: number;
  stage: number;
  activeDays: number;
  lastDay: number;
  films: number;
  reviewDay: number;
  reviewsThatDay: number;
  /** A win in hand for the next promotion series: 0 or 1. */
  helper: number;
  voided: boolean;
  deleted: boolean;
  series: MemberSeries | null;
}

export interface MemberSeries {
  readonly direction: 1 | -1;
  /** Each game that ended: w or l. */
  readonly games: string;
  readonly wins: number;
  readonly losses: number;
  /** Of the running game: seats taken, those of members who are not proven, and the weights of the judges. */
  readonly judges: number;
  readonly lay: number;
  readonly liked: number;
  readonly total: number;
  /** Who has judged, and by which reviews. */
  readonly seen: readonly string[];
  readonly used: readonly string[];
}

/** A sum of weights (milli-votes) and of weights times opinions. */
export interface Sum {
  w: number;
  x: number;
}

export type Slot = "proven" | "main" | "fresh" | "epoch" | "held";

export interface Film extends Readonly<Record<Slot, Sum>> {
  readonly id: string;
  base: number;
  kappa: number;
  readonly aspects: readonly Sum[];
  /** The running epoch of the watch, its two sums, and the earlier epochs that are held back. */
  epochId: number;
  high: number;
  low: number;
  alarm: boolean;
  heldEpochs: readonly number[];
  /** Votes and reviews that were ever made. */
  opinions: number;
  tier: number | null;
  series: FilmSeries | null;
  seriesBegun: number;
  /** No series begins before there were so many opinions. */
  waitUntil: number;
}

export interface FilmSeries extends Readonly<Sum> {
  readonly id: number;
  readonly direction: 1 | -1;
  readonly wins: number;
  readonly losses: number;
  /** Opinions in the running round. */
  readonly heard: number;
}

/** What a vote and a review have in common. */
export interface Opinion {
  readonly user: string;
  readonly film: string;
  active: boolean;
  /** 0 to 1000. */
  o: number;
  w: number;
  class: number;
  epochId: number;
  /** What it added to the watch, and in which epoch; -1 for none. */
  watchedIn: number;
  high: number;
  low: number;
  /** The last series of the film that it was heard in. */
  heardIn: number;
  ts: number;
}

export type Vote = Opinion;

export interface Review extends Opinion {
  readonly id: string;
  aspects: readonly (number | null)[];
  depth: number;
  readonly counted: boolean;
  /** Weights of its present likes and dislikes, how many have ever reacted, and the points it has brought. */
  likes: number;
  dislikes: number;
  reactions: number;
  points: number;
}

export interface Reaction {
  readonly user: string;
  readonly review: string;
  v: Choice;
  readonly weight: number;
  readonly place: number;
  points: number;
  ts: number;
}

export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** One key of two ids, whatever they are made of. */
export const pairKey = (one: string, other: string): string => `${one.length}:${one}${other}`;

export function* valuesOf(chain: Chain | null | undefined): Generator<string> {
  for (let link = chain; link; link = link.rest) yield link.value;
}
