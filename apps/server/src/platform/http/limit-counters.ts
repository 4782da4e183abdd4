import { LRUCache } from "lru-cache";

export interface Hit {
  /** How many in this window, this one counted. */
  count: number;
  leftMs: number;
}

/** Counts requests in windows that begin with the first of them. Never fails: who cannot count says 1. */
export interface LimitCounters {
  hit(key: string, windowMs: number): Hit | Promise<Hit>;
}

/** As many keys as an attacker with very many addresses should not push out within minutes. */
const keys = 200_000;

/** For one process alone. */
export function createLimitCounters(now: () => number = Date.now) {
  const windows = new LRUCache<string, { count: number; endsAt: number }>({ max: keys });
  return {
    hit(key: string, windowMs: number): Hit {
      const at = now();
      let window = windows.get(key);
      if (!window || window.endsAt <= at) {
        window = { count: 0, endsAt: at + windowMs };
        windows.set(key, window);
      }
      return { count: ++window.count, leftMs: window.endsAt - at };
    },
  } satisfies LimitCounters;
}
