import type { TSchema } from "typebox";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import type { Relations } from "../people/index.ts";

/** What a topic is called: all the words by which it may be found. */
export interface TopicNames {
  id: Id;
  names: readonly string[];
}

/** Topics of one space that are found by name. */
export interface NameKind {
  space: string;
  /** As in `type=` of a search, and the name of the list in its answer. */
  type: string;
  item: TSchema;
  /** The types of events after which a topic may be called something else, or is gone. */
  events: readonly string[];
  changed(event: LoggedEvent): Id[];
  /** Those of the topics that are there and may be found by everybody. */
  read(tx: Db | Tx, ids: readonly Id[]): Promise<TopicNames[]>;
  /** Topics behind an id, by id. */
  readAfter(tx: Tx, after: Id, limit: number): Promise<TopicNames[]>;
  /** The JSON of each in the order given; those that the reader may not see are left out. */
  present(ids: readonly Id[], reader: Relations | null): Promise<string[]>;
}
