import type { Tx } from "../platform/database/database.ts";
import type { Id } from "../platform/database/tables.ts";
import type { DrawingKey } from "./drawings.ts";

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
  /** Gives a drawing to somebody, as a picture that they have uploaded. */
  keep(owner: Id, alt: string, key: DrawingKey): Promise<Id>;
}

/** Adds to the demo community, in the transaction that makes it. */
export interface MoveIn {
  (tx: Tx, community: DemoCommunity): Promise<void>;
  /** Drawings of its own, which are there by then. */
  drawings?(): Promise<DrawingKey[]>;
}
