import { LRUCache } from "lru-cache";
import type { Db } from "../../../platform/database/database.ts";
import type { TechnologyId } from "../tables.ts";
import { findByKeys, listKeys, readTechnologies } from "./technology-queries.ts";

/** The technologies of spellings; those that nobody has used are left out. */
export type FindKeys = (keys: readonly string[]) => Promise<Map<string, TechnologyId>>;
/** What technologies are called. */
export type FindNames = (ids: readonly TechnologyId[]) => Promise<Map<TechnologyId, string>>;

const most = 20_000;

/** Asks the database once for each key: what it stands for does not change while the program runs. What there is not is asked for each time. */
function remembering<Key extends string | number, Value extends {}>(
  known: LRUCache<Key, Value>,
  find: (keys: readonly Key[]) => Promise<Map<Key, Value>>,
): (keys: readonly Key[]) => Promise<Map<Key, Value>> {
  return async (keys) => {
    const missing = keys.filter((key) => !known.has(key));
    for (const [key, value] of await find(missing)) known.set(key, value);
    return new Map(
      keys.flatMap((key) => {
        const value = known.get(key);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  };
}

/** `fill` reads what there is, so that at first nobody has to wait for it. */
export function createKnownKeys(db: Db): { find: FindKeys; fill(): Promise<void> } {
  const known = new LRUCache<string, TechnologyId>({ max: most });
  return {
    find: remembering(known, (keys) => findByKeys(db, keys)),
    async fill() {
      for (const { key, technologyId } of (await listKeys(db, most)).toReversed())
        known.set(key, technologyId);
    },
  };
}

export const createKnownNames = (db: Db): FindNames =>
  remembering(
    new LRUCache<TechnologyId, string>({ max: most }),
    async (ids) => new Map((await readTechnologies(db, ids)).map(({ id, name }) => [id, name])),
  );
