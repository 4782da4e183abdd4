import type { Id } from "./tables.ts";

/** Milliseconds since 1970 of 2024-01-01, from which ids count; see `new_id()` in the migrations. */
const idsBegin = 1_704_067_200_000;

/** When an id was made, in milliseconds since 1970. */
export const idTime = (id: Id): number => Math.floor(id / 4096) + idsBegin;

/** The first of the ids that can be made in a millisecond. */
export const firstIdAt = (ms: number): Id => (Math.floor(ms) - idsBegin) * 4096;
