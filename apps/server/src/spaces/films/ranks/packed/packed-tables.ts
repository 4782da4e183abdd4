import type { Store, Stores } from "../../engine/index.ts";
import { FilmRows } from "./film-rows.ts";
import { latestReviews, pairs, reactions, votes } from "./opinion-packings.ts";
import { PackedChains } from "./packed-chains.ts";
import { PackedTable } from "./packed-table.ts";
import { reviews, userPacking } from "./record-packings.ts";

/** For events of a log in which none stands twice. */
const forgotten: Store<true> = { get: () => undefined, set() {} };

/** Stores of a fold for all of its tables, with room for so many from the beginning. */
export const packedTables = (room: { votes?: number | undefined; reactions?: number | undefined } = {}) =>
  ({
    users: new PackedTable(userPacking()),
    films: new FilmRows(),
    votes: new PackedTable(votes, room.votes),
    reviews: new PackedTable(reviews),
    latestReviews: new PackedTable(latestReviews),
    reactions: new PackedTable(reactions, room.reactions),
    pairs: new PackedTable(pairs, room.reactions),
    filmsOf: new PackedChains(room.votes),
    reactedBy: new PackedChains(room.reactions),
    seen: forgotten,
  }) satisfies Stores;
export type PackedTables = ReturnType<typeof packedTables>;
