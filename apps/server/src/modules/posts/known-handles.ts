import { LRUCache } from "lru-cache";
import type { Id } from "../../platform/database/tables.ts";
import { findHandles } from "./queries.ts";

/** Whose handles were looked up lately. Handles never change, but whoever has them may go, and the database then refuses the mention. */
export interface KnownHandles {
  /** Runs what writes a post outside of a transaction, once more without what is remembered if it named somebody who has gone. */
  use<T>(write: (find: typeof findHandles) => Promise<T>): Promise<T>;
}

const most = 5_000;

export function createKnownHandles(): KnownHandles {
  const known = new LRUCache<string, Id>({ max: most });

  const find: typeof findHandles = async (db, handles) => {
    const found = new Map<string, Id>();
    for (const handle of handles) {
      const id = known.get(handle);
      if (id !== undefined) found.set(handle, id);
    }
    // Whoever is not there is asked for each time: they may sign up.
    const missing = handles.filter((handle) => !found.has(handle));
    for (const [handle, id] of await findHandles(db, missing)) {
      known.set(handle, id);
      found.set(handle, id);
    }
    return found;
  };

  return {
    async use(write) {
      try {
        return await write(find);
      } catch (error) {
        if (!isNamedGone(error)) throw error;
        known.clear();
        return write(findHandles);
      }
    },
  };
}

function isNamedGone(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === "23503" && constraint === "post_mention_account_id_fkey";
}
