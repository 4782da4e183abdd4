import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { requireOrSkip } from "../../../test/services.ts";
import { createRedis, type Redis } from "../../platform/redis/redis.ts";
import { openDoor } from "../../platform/redis/test-door.ts";
import { createTimelineStore, type SavedTimeline, type TimelineStore } from "./timeline-store.ts";

const address = requireOrSkip("redis");
const site = `test-${crypto.randomUUID()}`;
const mark = Buffer.alloc(16, 7);
const saved: SavedTimeline = { ids: [1, 2], floor: 0, through: { xid: 3n, id: 4 }, followed: mark };

describe.skipIf(!address)("timelines in Redis", () => {
  let redis: Redis;
  let store: TimelineStore;
  let door: Awaited<ReturnType<typeof openDoor>>;
  let account = 0;

  beforeAll(async () => {
    door = await openDoor(new URL(address!));
    redis = createRedis(door.url, site, pino({ level: "silent" }));
    store = createTimelineStore(redis, 1);
    await ready();
  });
  afterAll(async () => {
    redis?.close();
    await door?.close();
  });
  const ready = () =>
    vi.waitFor(() => expect(redis.fault()).toBeUndefined(), { timeout: 15_000, interval: 20 });
  const keyOf = (accountId: number) => `${site}:timeline:{${accountId}}`;

  test("what is saved is found as it was", async () => {
    const id = fc.maxSafeNat();
    await fc.assert(
      fc.asyncProperty(
        fc.array(id, { maxLength: 1000 }),
        id,
        fc.bigInt({ min: 0n, max: 2n ** 63n }),
        id,
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        async (ids, floor, xid, eventId, followed) => {
          const timeline = { ids, floor, through: { xid, id: eventId }, followed: Buffer.from(followed) };
          store.save(++account, timeline);
          expect(await store.find(account)).toEqual(timeline);
        },
      ),
    );
  });

  test("it lasts for the hours that were asked for, counted from its last reading", async () => {
    store.save(++account, saved);
    const key = keyOf(account);
    expect(await redis.ask((client) => client.ttl(key))).toBeGreaterThan(3590);
    await redis.ask((client) => client.expire(key, 100));
    await store.find(account);
    expect(await redis.ask((client) => client.ttl(key))).toBeGreaterThan(3590);
  });

  test("what is not there, was taken out, or is no timeline is not found", async () => {
    expect(await store.find(++account)).toBeUndefined();
    store.save(account, saved);
    store.remove(account);
    expect(await store.find(account)).toBeUndefined();
    for (const foreign of ["", "x", "x".repeat(39), "x".repeat(41)]) {
      await redis.ask((client) => client.set(keyOf(account), foreign));
      expect(await store.find(account)).toBeUndefined();
    }
    await redis.ask((client) => client.del(keyOf(account)));
    await redis.ask((client) => client.lPush(keyOf(account), "x"));
    expect(await store.find(account)).toBeUndefined();
  });

  test("a Redis that does not answer holds nobody up, one that is away even less", async () => {
    store.save(++account, saved);
    await store.find(account);
    door.setDeaf(true);
    const started = performance.now();
    expect(await store.find(account)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(400);
    door.setDeaf(false);
    const { port } = door;
    await door.close();
    await vi.waitFor(() => expect(redis.fault()).toBeDefined());
    expect(await store.find(account)).toBeUndefined();
    store.save(account, saved);
    store.remove(account);
    door = await openDoor(new URL(address!), port);
    await ready();
    expect(await store.find(account)).toEqual(saved);
  });
});
