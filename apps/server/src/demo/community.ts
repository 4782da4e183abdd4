import type { Tx } from "../platform/database/database.ts";
import type { Id } from "../platform/database/tables.ts";

/** The demo community, as far as a space needs it. */
export interface DemoCommunity {
  /** People by handle. */
  people: ReadonlyMap<string, Id>;
  /** Posts of their own, in the order in which they were written; pictures by the name of their drawing. */
  posts: readonly {
    id: Id;
    by: string;
    text: string;
    at: Date;
    pictures: readonly { name: string; mediaId: Id }[];
  }[];
}

/** Adds to the demo community, in the transaction that makes it. */
export type MoveIn = (tx: Tx, community: DemoCommunity) => Promise<void>;
