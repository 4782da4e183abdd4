import type { Choice, Pair, Reaction, Store, Stores, Vote } from "../../engine/index.ts";
import {
  type OpinionRow,
  type PairRow,
  type ReactionRow,
  toOpinionRow,
  toPairRow,
  toReactionRow,
} from "../codecs.ts";
import { columns } from "../store-queries.ts";
import { PackedChains } from "./packed-chains.ts";
import { PackedTable, type Packing } from "./packed-table.ts";

const votes: Packing<Vote, keyof OpinionRow> = {
  definition: columns.film_opinion,
  toRow: toOpinionRow,
  fromRow: ([user, film], read) => ({
    user: String(user),
    film: String(film),
    active: read("is_active") === 1,
    o: read("opinion"),
    w: read("weight"),
    class: read("class"),
    epochId: read("epoch"),
    watchedIn: read("watched_in"),
    high: read("high"),
    low: read("low"),
    heardIn: read("heard_in"),
    ts: read("at"),
  }),
};

const reactions: Packing<Reaction, keyof ReactionRow> = {
  definition: columns.film_reaction,
  toRow: toReactionRow,
  fromRow: ([user, review], read) => ({
    user: String(user),
    review: String(review),
    v: read("value") as Choice,
    weight: read("weight"),
    place: read("place"),
    points: read("points"),
    ts: read("at"),
  }),
};

const pairs: Packing<Pair, keyof PairRow> = {
  definition: columns.film_pair,
  toRow: toPairRow,
  fromRow: ([from, to], read) => ({ from: String(from), to: String(to), count: read("count") }),
};

/** For events of a log in which none stands twice. */
const forgotten: Store<true> = { get: () => undefined, set() {} };

/** Stores of a fold for the tables that grow with each vote and reaction; with room for so many from the beginning. */
export const packedTables = (room: { votes?: number | undefined; reactions?: number | undefined } = {}) =>
  ({
    votes: new PackedTable(votes, room.votes),
    reactions: new PackedTable(reactions, room.reactions),
    pairs: new PackedTable(pairs, room.reactions),
    filmsOf: new PackedChains(room.votes),
    reactedBy: new PackedChains(room.reactions),
    seen: forgotten,
  }) satisfies Stores;
export type PackedTables = ReturnType<typeof packedTables>;
