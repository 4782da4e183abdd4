import { LRUCache } from "lru-cache";

/**
 * Keeps the `max` entries that were used last, and takes memory as it fills: given a plain number of entries, the library sets aside
 * the room for all of them at once (some 30 bytes each).
 */
export function createGrowingLru<K extends string | number, V extends object>(
  max: number,
  options: { ttl?: number; dispose?(value: V, key: K): void } = {},
): LRUCache<K, V> {
  return new LRUCache<K, V>({ ...options, maxSize: max, sizeCalculation: () => 1 });
}
