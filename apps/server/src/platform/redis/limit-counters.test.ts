import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { requireOrSkip } from "../../../test/services.ts";
import { createLimitCounters, type LimitCounters } from "../http/limit-counters.ts";
import { createSharedLimitCounters } from "./limit-counters.ts";
import { createRedis, type Redis } from "./redis.ts";
import { openDoor } from "./test-door.ts";

const address = requireOrSkip("redis");
const silent = pino({ level: "silent" });
const site = `test-${crypto.randomUUID()}`;

const engines: [string, () => Promise<{ counters: LimitCounters; close(): void }>][] = [
  ["in this process", async () => ({ counters: createLimitCounters(), close() {} })],
];
if (address) {
  engines.push([
    "Redis",
    async () => {
      const redis = await ready(address);
      return { counters: createSharedLimitCounters(redis), close: redis.close };
    },
  ]);
}

async function ready(url: string): Promise<Redis> {
  const redis = createRedis(url, site, silent);
  await vi.waitFor(() => expect(redis.fault()).toBeUndefined());
  return redis;
}

describe.each(engines)("counting: %s", (_name, open) => {
  let counters: LimitCounters;
  let close: () => void;
  beforeAll(async () => ({ counters, close } = await open()));
  afterAll(() => close());

  test("counts up within a window, each key for itself", async () => {
    const [key, other] = [crypto.randomUUID(), crypto.randomUUID()];
    expect((await counters.hit(key, 60_000)).count).toBe(1);
    expect((await counters.hit(key, 60_000)).count).toBe(2);
    const { count, leftMs } = await counters.hit(other, 60_000);
    expect(count).toBe(1);
    expect(leftMs).toBeGreaterThan(50_000);
    expect(leftMs).toBeLessThanOrEqual(60_000);
  });

  test("no two of many at the same time get the same number", async () => {
    const key = crypto.randomUUID();
    const hits = await Promise.all(Array.from({ length: 200 }, async () => counters.hit(key, 60_000)));
    expect(new Set(hits.map((hit) => hit.count)).size).toBe(200);
  });

  test("begins anew when the window has ended", async () => {
    const key = crypto.randomUUID();
    await counters.hit(key, 200);
    await counters.hit(key, 200);
    await expect.poll(async () => (await counters.hit(key, 200)).count, { interval: 250 }).toBe(1);
  });
});

describe.skipIf(!address)("over Redis", () => {
  test("two processes count together, and each alone while Redis is away", async () => {
    const key = crypto.randomUUID();
    const between = await openDoor(new URL(address!));
    const [one, two] = [await ready(between.url), await ready(address!)];
    try {
      const [here, there] = [createSharedLimitCounters(one), createSharedLimitCounters(two)];
      await here.hit(key, 60_000);
      expect((await there.hit(key, 60_000)).count).toBe(2);
      expect((await here.hit(key, 60_000)).count).toBe(3);

      await between.close();
      await vi.waitFor(() => expect(one.fault()).toBeDefined());
      // Its own two, and this one.
      expect((await here.hit(key, 60_000)).count).toBe(3);
      expect((await there.hit(key, 60_000)).count).toBe(4);
    } finally {
      one.close();
      two.close();
      await between.close();
    }
  });

  test("a count that has lost its end gets one again", async () => {
    const key = crypto.randomUUID();
    const redis = await ready(address!);
    try {
      await redis.ask((client) => client.set(`${site}:limit:${key}`, "7"));
      const { count, leftMs } = await createSharedLimitCounters(redis).hit(key, 60_000);
      expect([count, leftMs]).toEqual([8, 60_000]);
      await redis.ask((client) => client.del(`${site}:limit:${key}`));
    } finally {
      redis.close();
    }
  });
});
