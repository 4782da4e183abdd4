import { LRUCache } from "lru-cache";
import type { Db } from "../../../platform/database/database.ts";
import type { TechnologyId } from "../tables.ts";
import { findByKeys } from "./technology-queries.ts";

/** The technologies of spellings; those that nobody has used are left out. */
export type FindKeys = (keys: readonly string[]) => Promise<Map<string, TechnologyId>>;

const most = 20_000;

/** Asks the database once for each spelling: what it stands for does not change while the program runs. */
export function createKnownKeys(db: Db): FindKeys {
  const known = new LRUCache<string, TechnologyId>({ max: most });
  return async (keys) => {
    const missing = keys.filter((key) => !known.has(key));
    for (const [key, id] of await findByKeys(db, missing)) known.set(key, id);
    return new Map(
      keys.flatMap((key) => {
        const id = known.get(key);
        return id === undefined ? [] : [[key, id]];
      }),
    );
  };
}
