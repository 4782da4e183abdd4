import type { Id } from "../database/tables.ts";

/** Some people; `size` may be more than `keys()` has. */
export interface People {
  readonly size: number;
  has(accountId: Id): boolean;
  keys(): Iterable<Id>;
}

/** Who has the site open: in this process, and anywhere. */
export interface Presence {
  /** A socket of theirs has come. */
  came(accountId: Id): void;
  went(accountId: Id): void;
  isAnywhere(accountId: Id): boolean;
  /** Those whom this process is to tell what every process hears of by itself, so that they are told once. */
  ours: People;
  close(): void;
}

/** For one process alone. */
export function createPresence(): Presence {
  const sockets = createCounts();
  return {
    came: (accountId) => void sockets.add(accountId),
    went: (accountId) => void sockets.remove(accountId),
    isAnywhere: sockets.has,
    ours: sockets,
    close() {},
  };
}

/** How many sockets each person has. */
export function createCounts() {
  const counts = new Map<Id, number>();
  return {
    get size() {
      return counts.size;
    },
    has: (accountId: Id) => counts.has(accountId),
    keys: () => counts.keys(),
    /** True when it is their first. */
    add(accountId: Id): boolean {
      const count = counts.get(accountId) ?? 0;
      counts.set(accountId, count + 1);
      return count === 0;
    },
    /** True when it was their last. */
    remove(accountId: Id): boolean {
      const count = counts.get(accountId) ?? 0;
      if (count > 1) counts.set(accountId, count - 1);
      else counts.delete(accountId);
      return count === 1;
    },
  };
}
