import { type Logger, pino } from "pino";
import { afterEach, describe, expect, test, vi } from "vitest";
import { requireOrSkip } from "../../../test/services.ts";
import { createHints, type Hints } from "./hints.ts";
import { createRedis, type Redis } from "./redis.ts";
import { openDoor } from "./test-door.ts";

const address = requireOrSkip("redis");
const site = `test-${crypto.randomUUID()}`;
type Listener = Parameters<Hints["onHintFromOthers"]>[0];
const opened: { close(): unknown }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

function listeningLogger(): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  const logger = pino({ level: "info", base: null }, { write: (line: string) => lines.push(line) });
  return { logger, lines };
}

function connect(url: string, logger: Logger): Redis {
  const redis = createRedis(url, site, logger);
  opened.push(redis);
  return redis;
}

async function door(target: URL, port = 0) {
  const between = await openDoor(target, port);
  opened.push(between);
  return between;
}

test("a Redis that cannot be reached is named once, without the password, and asked nothing", async () => {
  const { logger, lines } = listeningLogger();
  const redis = connect("redis://someone:geheim@127.0.0.1:1", logger);
  await vi.waitFor(() => expect(redis.fault()).toMatch(/127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)/));
  await expect(redis.ask((client) => client.get("x"))).rejects.toThrow(/cannot be reached/);
  await vi.waitFor(() => expect(redis.fault()).toMatch(/cannot be reached/));
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("geheim");
});

describe.skipIf(!address)("with a real Redis", () => {
  test("commands are answered", async () => {
    const { logger } = listeningLogger();
    const redis = connect(address!, logger);
    await vi.waitFor(() => expect(redis.fault()).toBeUndefined());
    const key = `test:{${crypto.randomUUID()}}`;
    await redis.ask((client) => client.set(key, "값", { EX: 10 }));
    expect(await redis.ask((client) => client.get(key))).toBe("값");
    await expect(redis.ask((client) => client.lPush(key, "x"))).rejects.toThrow(/WRONGTYPE/);
    expect(redis.fault(), "a refused command is no outage").toBeUndefined();
  });

  test.each([
    ["a wrong password", (url: URL) => (url.password = "wrong-one")],
    ["no password", (url: URL) => (url.password = "")],
    ["a name nobody has", (url: URL) => (url.username = "nobody-of-that-name")],
  ])("%s is told apart from an absent Redis", async (_name, spoil) => {
    const url = new URL(address!);
    spoil(url);
    const { logger, lines } = listeningLogger();
    const redis = connect(url.href, logger);
    await vi.waitFor(() => expect(redis.fault()).toMatch(/refuses the name or password of MARU_REDIS_URL/));
    await expect(redis.ask((client) => client.get("x"))).rejects.toThrow(/refuses/);
    expect(lines.join("")).not.toContain("wrong-one");
    expect(lines).toHaveLength(1);
  });

  test("what goes away and comes back is said once each, and is used again", async () => {
    const first = await door(new URL(address!));
    const { logger, lines } = listeningLogger();
    const redis = connect(first.url, logger);
    await vi.waitFor(() => expect(redis.fault()).toBeUndefined());
    await first.close();
    await vi.waitFor(() => expect(redis.fault()).toMatch(/cannot be reached/));
    await door(new URL(address!), first.port);
    await vi.waitFor(() => expect(redis.fault()).toBeUndefined(), { timeout: 10_000 });
    expect(await redis.ask((client) => client.ping())).toBe("PONG");
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      "Redis is in use",
      "Redis cannot be used; Maru goes on without it and keeps trying",
      "Redis is in use",
    ]);
  });

  test("one that takes connections and answers nothing holds nobody up", async () => {
    const between = await door(new URL(address!));
    const redis = connect(between.url, listeningLogger().logger);
    await vi.waitFor(() => expect(redis.fault()).toBeUndefined());
    between.setDeaf(true);
    const started = performance.now();
    await expect(redis.ask((client) => client.get("x"))).rejects.toThrow(/no answer/);
    await expect(redis.ask((client) => client.get("x"))).rejects.toThrow(/does not answer in time/);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("hints reach the other processes, not oneself, and make up for a time without Redis", async () => {
    const between = await door(new URL(address!));
    const here = connect(address!, listeningLogger().logger);
    const there = connect(between.url, listeningLogger().logger);
    const [woken, selfWoken] = [vi.fn<Listener>(), vi.fn<Listener>()];
    const hintsThere = createHints(there);
    const hintsHere = createHints(here);
    await vi.waitFor(() => expect([here.fault(), there.fault()]).toEqual([undefined, undefined]));
    hintsThere.onHintFromOthers(woken);
    hintsHere.onHintFromOthers(selfWoken);

    await vi.waitFor(() => {
      hintsHere.hintOthers(41n, ["post.created"]);
      hintsHere.hintOthers(42n, ["like.added"]);
      expect(woken).toHaveBeenCalledWith(42n, new Set(["post.created", "like.added"]));
    });
    expect(selfWoken).not.toHaveBeenCalledWith(42n, expect.anything());

    await between.close();
    await vi.waitFor(() => expect(there.fault()).toBeDefined());
    woken.mockClear();
    await door(new URL(address!), between.port);
    await vi.waitFor(() => expect(woken).toHaveBeenCalledWith(0n, new Set()), { timeout: 10_000 });
  });
});
