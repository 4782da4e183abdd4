import type { Id } from "../database/tables.ts";

/** Who has the site open: in this process, and anywhere. */
export interface Presence {
  /** A socket of theirs has come. */
  came(accountId: Id): void;
  went(accountId: Id): void;
  isAnywhere(accountId: Id): boolean;
  /** Whether it is this process that tells them what every process hears of, so that they are told once. */
  isOurs(accountId: Id): boolean;
  close(): void;
}

/** For one process alone. */
export function createPresence(): Presence {
  const sockets = createCounts();
  return {
    came: (accountId) => void sockets.add(accountId),
    went: (accountId) => void sockets.remove(accountId),
    isAnywhere: sockets.has,
    isOurs: sockets.has,
    close() {},
  };
}

/** How many sockets each person has. */
export function createCounts() {
  const counts = new Map<Id, number>();
  return {
    has: (accountId: Id) => counts.has(accountId),
    keys: () => [...counts.keys()],
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
