import fc from "fast-check";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../test/test-database.ts";
import { type Consumer, rebuildConsumer } from "./consumer.ts";
import { countDead, followReplays, listDead, replayDead } from "./dead-letters.ts";
import { createEventLog, defineEvent } from "./event-log.ts";
import { runConsumers } from "./run-consumers.ts";

const database = testDatabase();
const counted = defineEvent<{ key: number }>("thing", "thing.counted", (event) => event.key);
const other = defineEvent<{ key: number }>("thing", "thing.other", (event) => event.key);
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Writes each key into a table of its own; `fault` says which it cannot. */
function keeper(
  name: string,
  fault: (key: number) => Error | undefined = () => undefined,
  more: Partial<Consumer> = {},
): Consumer {
  return {
    name,
    types: ["thing.counted"],
    async handle(tx, events) {
      for (const event of events) {
        const { key } = event.payload as { key: number };
        await sql`insert into kept values (${name}, ${key})`.execute(tx);
        const error = fault(key);
        if (error) throw error;
      }
    },
    async rebuild(tx) {
      await sql`delete from kept where consumer = ${name}`.execute(tx);
    },
    ...more,
  };
}

const keys = async (name: string) =>
  (
    await sql<{ key: number }>`select key from kept where consumer = ${name} order by place`.execute(
      database.db,
    )
  ).rows.map((row) => row.key);
const deadKeys = async (name: string) =>
  (await listDead(database.db, name)).map((letter) => (letter.event.payload as { key: number }).key);

beforeEach(async () => {
  await database.pool.query(`
    drop table if exists kept;
    create table kept (consumer text, key int, place int generated always as identity);
    truncate event, consumer_position, event_dead`);
});

/** Runs consumers, announces the keys in transactions of `together`, waits for `done`, and stops. */
async function run(
  consumers: Consumer[],
  all: number[],
  together: number,
  done: () => Promise<void>,
): Promise<void> {
  const log = createEventLog(database.db);
  for (const consumer of consumers) await rebuildConsumer(database.db, consumer);
  for (let from = 0; from < all.length; from += together)
    await log.commit(async (tx) =>
      log.publish(tx, ...all.slice(from, from + together).map((key) => counted({ key }))),
    );
  const running = runConsumers(database.db, log, consumers, silent);
  try {
    await done();
  } finally {
    await running.stop();
  }
}

test("only the events that cannot be handled are set aside, everything else is handled in order, by everybody", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 4 }),
      fc.constantFrom(1, 7, 60),
      async (poison, together) => {
        await database.pool.query("truncate event, consumer_position, event_dead, kept");
        const all = Array.from({ length: 60 }, (_, key) => key);
        const well = all.filter((key) => !poison.includes(key));
        const fragile = keeper("fragile", (key) =>
          poison.includes(key) ? new Error(`no ${key}`) : undefined,
        );
        await run([fragile, keeper("sturdy")], all, together, async () => {
          await expect.poll(() => keys("sturdy")).toEqual(all);
          await expect.poll(() => keys("fragile"), { timeout: 15_000 }).toEqual(well);
          await expect.poll(() => deadKeys("fragile")).toEqual(poison.toSorted((a, b) => a - b));
        });
      },
    ),
    { numRuns: 6 },
  );
});

test("what will pass is tried again and never set aside", async () => {
  let attempts = 0;
  const weak = keeper("weak", () =>
    ++attempts < 6 ? Object.assign(new Error("refused"), { code: "ECONNREFUSED" }) : undefined,
  );
  await run([weak], [1, 2], 1, () => expect.poll(() => keys("weak"), { timeout: 30_000 }).toEqual([1, 2]));
  expect(attempts).toBeGreaterThanOrEqual(6);
  expect(await deadKeys("weak")).toEqual([]);
}, 40_000);

test("a consumer that fails for everything is ill, and the others do not notice", async () => {
  const log = createEventLog(database.db);
  const consumers = [keeper("broken", () => new TypeError("a mistake")), keeper("sturdy")];
  for (const consumer of consumers) await rebuildConsumer(database.db, consumer);
  await log.commit(async (tx) =>
    log.publish(tx, ...Array.from({ length: 40 }, (_, key) => counted({ key }))),
  );
  const running = runConsumers(database.db, log, consumers, silent);
  await expect.poll(() => keys("sturdy")).toHaveLength(40);
  await expect.poll(() => running.all[0]!.healthy(), { timeout: 30_000 }).toBe(false);
  expect(running.all[0]!.lagSeconds()).toBeGreaterThan(0);
  expect((await countDead(database.db)).get("broken")).toBe(20);
  expect(await keys("broken")).toEqual([]);
  await running.stop();
}, 40_000);

test("a dead letter that is handed on again is handled once, and the memory of others hears of it", async () => {
  let isMended = false;
  const fragile = keeper("fragile", (key) => (key !== 1 && !isMended ? new Error(`no ${key}`) : undefined));
  await run([fragile], [1, 2, 3], 1, () => expect.poll(() => deadKeys("fragile")).toEqual([2, 3]));
  const log = createEventLog(database.db);
  expect(await replayDead(database.db, log, fragile)).toMatchObject([{ error: "no 2" }, { error: "no 3" }]);
  expect((await listDead(database.db))[0]).toMatchObject({ consumer: "fragile", attempts: 5, error: "no 2" });

  isMended = true;
  const heard: number[] = [];
  followReplays(log, [
    keeper("fragile", undefined, {
      handledElsewhere: (events) =>
        heard.push(...events.map((event) => (event.payload as { key: number }).key)),
    }),
  ]);
  const [first] = await listDead(database.db);
  expect(await replayDead(database.db, log, fragile, first!.event.id)).toHaveLength(1);
  expect(await keys("fragile")).toEqual([1, 2]);
  await replayDead(database.db, log, fragile);
  await replayDead(database.db, log, fragile);
  expect(await keys("fragile")).toEqual([1, 2, 3]);
  expect(await deadKeys("fragile")).toEqual([]);
  expect(heard).toEqual([2, 3]);
});

test("a rebuild has in it what the dead letters stood for", async () => {
  const fragile = keeper("fragile", () => new Error("no"));
  await run([fragile], [1], 1, () => expect.poll(() => deadKeys("fragile")).toEqual([1]));
  await rebuildConsumer(database.db, fragile);
  expect(await deadKeys("fragile")).toEqual([]);
});

test("a consumer is not called for what it does not want, and comes on all the same", async () => {
  const log = createEventLog(database.db);
  let calls = 0;
  const picky = keeper("picky", () => {
    calls++;
    return undefined;
  });
  await rebuildConsumer(database.db, picky);
  const running = runConsumers(database.db, log, [picky], silent);
  let xid = 0n;
  log.listen((event) => (xid = event.xid));
  await log.commit(async (tx) => log.publish(tx, other({ key: 1 })));
  await running.all[0]!.reached(xid);
  expect(calls).toBe(0);
  await log.commit(async (tx) => log.publish(tx, other({ key: 2 }), counted({ key: 3 })));
  await expect.poll(() => keys("picky")).toEqual([3]);
  await running.stop();
});

test("what another process has handled is told to this one's memory", async () => {
  const log = createEventLog(database.db);
  const heard = [new Set<number>(), new Set<number>()];
  const pair = heard.map((mine) =>
    keeper("shared", undefined, {
      handled: (events) => events.forEach((event) => mine.add((event.payload as { key: number }).key)),
      handledElsewhere: (events) =>
        events.forEach((event) => mine.add((event.payload as { key: number }).key)),
    }),
  );
  await rebuildConsumer(database.db, pair[0]!);
  const running = pair.map((consumer) => runConsumers(database.db, log, [consumer], silent));
  // Both have seen where the position is.
  let xid = 0n;
  log.listen((event) => (xid = event.xid));
  await log.commit(async (tx) => log.publish(tx, counted({ key: 0 })));
  await Promise.all(running.map((one) => one.all[0]!.reached(xid)));
  for (let key = 1; key <= 30; key++) await log.commit(async (tx) => log.publish(tx, counted({ key })));
  const all = Array.from({ length: 30 }, (_, index) => index + 1);
  for (const mine of heard) await expect.poll(() => all.every((key) => mine.has(key))).toBe(true);
  expect(await keys("shared")).toEqual([0, ...all]);
  await Promise.all(running.map((one) => one.stop()));
});
