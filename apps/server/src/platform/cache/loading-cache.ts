import { LRUCache } from "lru-cache";
import type { Stamps } from "./stamps.ts";

export interface LoadingCache<V extends object> {
  /** Those that exist, loaded in one go where they are not in memory; keys without a value are left out. */
  getMany(keys: readonly number[]): Promise<Map<number, V>>;
  get(key: number): Promise<V | undefined>;
  peek(key: number): V | undefined;
  has(key: number): boolean;
  /** Forgets a value, also one that is being loaded at this moment: what was read before the drop never enters the cache. */
  drop(key: number): void;
  /** Drops every value for which `test` answers true, and whatever is being loaded. For what is rare: it looks at all. */
  dropWhere(test: (value: V) => boolean): void;
  /** Replaces a value that is in memory by what `change` makes of it; nothing happens when it is not there. */
  update(key: number, change: (value: V) => V): void;
  /** Starts a read that will bring values for this cache beside its own; see `offer`. */
  begin(): number;
  /** Gives a value that was read after `begin()`; taken only if the key was not dropped since. */
  offer(began: number, key: number, value: V): void;
  end(began: number): void;
  readonly size: number;
}

export interface LoadingCacheOptions<V extends object> {
  /** Told of every key that changes, in memory or not. */
  stamps: Stamps;
  load(keys: number[]): Promise<Map<number, V>>;
  /** The bound: a number of entries, or of bytes with `bytesOf`. */
  max?: number;
  maxBytes?: number;
  bytesOf?(value: V): number;
}

/** The order of use is noted at one look in this many: enough to keep what is asked for often, and a look costs a third. */
const looksPerNote = 16;

/** A bounded cache in front of the database, kept right by dropping what has changed. */
export function createLoadingCache<V extends object>(options: LoadingCacheOptions<V>): LoadingCache<V> {
  const cache = new LRUCache<number, V>(
    options.maxBytes === undefined
      ? { max: options.max ?? 10_000 }
      : { maxSize: options.maxBytes, sizeCalculation: (value) => options.bytesOf!(value) },
  );
  const pending = new Map<number, Promise<Map<number, V>>>();
  /** While reads are under way: when each key was dropped last. */
  const dropped = new Map<number, number>();
  const reads = new Set<number>();
  let clock = 0;
  let allDropped = 0;
  let looks = 0;

  function begin(): number {
    reads.add(++clock);
    return clock;
  }
  function offer(began: number, key: number, value: V): void {
    if (Math.max(allDropped, dropped.get(key) ?? 0) < began && !cache.has(key)) cache.set(key, value);
  }
  function end(began: number): void {
    reads.delete(began);
    if (reads.size === 0) dropped.clear();
  }

  async function load(keys: number[]): Promise<Map<number, V>> {
    const began = begin();
    try {
      const loaded = await options.load(keys);
      for (const [key, value] of loaded) offer(began, key, value);
      return loaded;
    } finally {
      end(began);
    }
  }

  async function getMany(keys: readonly number[]): Promise<Map<number, V>> {
    const found = new Map<number, V>();
    const missing: number[] = [];
    const awaited = new Set<Promise<Map<number, V>>>();
    for (const key of keys) {
      const value = cache.get(key);
      if (value) found.set(key, value);
      else if (pending.has(key)) awaited.add(pending.get(key)!);
      else if (!missing.includes(key)) missing.push(key);
    }
    if (missing.length > 0) {
      const loading = load(missing);
      for (const key of missing) pending.set(key, loading);
      awaited.add(loading);
      const done = () => {
        for (const key of missing) if (pending.get(key) === loading) pending.delete(key);
      };
      void loading.catch(() => {}).finally(done);
    }
    if (awaited.size > 0) {
      const wanted = new Set(keys);
      for (const values of await Promise.all(awaited)) {
        for (const [key, value] of values) if (wanted.has(key)) found.set(key, value);
      }
    }
    return found;
  }

  return {
    getMany,
    get: async (key) => cache.get(key) ?? (await getMany([key])).get(key),
    peek: (key) => (++looks % looksPerNote === 0 ? cache.get(key) : cache.peek(key)),
    has: (key) => cache.has(key),
    drop(key) {
      options.stamps.changed(key);
      cache.delete(key);
      // Who asks after the drop must not share a read that began before it.
      pending.delete(key);
      if (reads.size > 0) dropped.set(key, ++clock);
    },
    dropWhere(test) {
      options.stamps.changedAll();
      for (const [key, value] of cache.entries()) if (test(value)) cache.delete(key);
      pending.clear();
      allDropped = ++clock;
    },
    update(key, change) {
      const value = cache.peek(key);
      if (!value) return this.drop(key);
      options.stamps.changed(key);
      cache.set(key, change(value));
    },
    begin,
    offer,
    end,
    get size() {
      return cache.size;
    },
  };
}
