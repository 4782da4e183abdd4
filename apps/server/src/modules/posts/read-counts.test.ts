import { expect, test } from "vitest";
import { createLoadingCache } from "../../platform/cache/loading-cache.ts";
import { createStamps } from "../../platform/cache/stamps.ts";
import type { CachedPost } from "./post-cache.ts";
import { createCountsReader } from "./read-counts.ts";

/** Posts whose likes are in `rows`; a read takes what is there at once, and brings it when it is let. */
function setUp() {
  const rows = new Map([[1, 0]]);
  const told: [number, number][] = [];
  const underWay: (() => void)[] = [];
  const posts = createLoadingCache<CachedPost>({
    stamps: createStamps(),
    load(ids) {
      const found = ids.map((id) => [id, { counts: { likes: rows.get(id)! } } as CachedPost] as const);
      return new Promise((resolve) => underWay.push(() => resolve(new Map(found))));
    },
  });
  const reader = createCountsReader(posts, (postId, { likes }) => told.push([postId, likes]));
  /** Another process has counted. */
  function counted(postId: number, likes: number) {
    rows.set(postId, likes);
    posts.drop(postId);
    reader.read([postId]);
  }
  async function arrive() {
    await expect.poll(() => underWay.length).toBeGreaterThan(0);
    underWay.shift()!();
  }
  return { posts, reader, told, counted, arrive };
}

test("what is counted while a read is under way is read after it", async () => {
  const { told, counted, arrive } = setUp();
  counted(1, 1);
  counted(1, 0);
  await arrive();
  await arrive();
  await expect.poll(() => told.at(-1)).toEqual([1, 0]);
});

test("a read that this process's own counting has overtaken tells nothing", async () => {
  const { told, counted, reader, arrive } = setUp();
  counted(1, 1);
  reader.overtake(1);
  counted(2, 5);
  await arrive();
  await arrive();
  await expect.poll(() => told).toEqual([[2, 5]]);
});
