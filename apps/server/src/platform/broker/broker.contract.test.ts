import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { type EventProcess, keeper, site } from "../../../test/event-process.ts";
import { requireOrSkip } from "../../../test/services.ts";
import { urlOf } from "../../../test/template-database.ts";
import { testDatabase } from "../../../test/test-database.ts";
import type { Consumer } from "../events/consumer.ts";
import { rebuildConsumer } from "../events/consumer.ts";
import { listDead } from "../events/dead-letters.ts";
import { createEventLog, defineEvent } from "../events/event-log.ts";
import { runConsumers } from "../events/run-consumers.ts";
import { connectBroker } from "./connect-broker.ts";
import { runRelay } from "./relay.ts";
import { runSubscriptions } from "./run-subscriptions.ts";

const script = join(import.meta.dirname, "../../../test/event-process.ts");
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const happened = defineEvent<{ key: number; aggregate: number }>(
  "thing",
  "thing.happened",
  (one) => one.aggregate,
);
/** The table would hide what a broker fails to bring; only the tests for that cast the net. */
const noNet = { netMs: { connected: 3_600_000, away: 3_600_000 } };

/** Each has a good chance to hit between the beginning and the end of a transaction. */
const wantedKills = 12;

const engines = [
  { engine: "table", address: undefined, isThere: true },
  ...(["kafka", "rabbitmq"] as const).map((engine) => {
    const address = requireOrSkip(engine);
    return { engine, address, isThere: address !== undefined };
  }),
];

describe.each(engines.filter(({ isThere }) => isThere))("the event log over $engine", ({ address }) => {
  const database = testDatabase();
  const log = () => createEventLog(database.db);
  const ending: (() => Promise<unknown>)[] = [];
  let brokerUrl: string | undefined;
  let databaseUrl: string;

  beforeEach(async () => {
    await database.pool.query(`
      drop table if exists kept;
      create table kept (consumer text, event bigint, aggregate text, place int generated always as identity, primary key (consumer, event));
      truncate event, consumer_position, event_dead, event_relay`);
    // A topic or exchange of its own for each test.
    brokerUrl = address && `${address}?name=maru-test-${randomBytes(6).toString("hex")}`;
    const { rows } = await database.pool.query<{ name: string }>("select current_database() as name");
    databaseUrl = urlOf(inject("adminUrl"), rows[0]!.name);
  });
  afterEach(async () => {
    while (ending.length > 0) await ending.pop()!();
  });

  /** Relay and consumers in this process, new ones. */
  async function run(consumers: Consumer[], options?: Parameters<typeof runSubscriptions>[4]) {
    for (const consumer of consumers) await rebuildConsumer(database.db, consumer);
    return start(consumers, options);
  }

  async function start(consumers: Consumer[], options: Parameters<typeof runSubscriptions>[4] = noNet) {
    if (brokerUrl === undefined) {
      const running = runConsumers(database.db, log(), consumers, silent);
      ending.push(() => running.stop());
      return running;
    }
    const broker = await connectBroker(brokerUrl, site, silent);
    const running = runSubscriptions(database.db, broker, consumers, silent, options);
    const relay = runRelay(database.db, log(), databaseUrl, broker, silent);
    ending.push(
      () => broker.close(),
      () => running.stop(),
      () => relay.stop(),
    );
    return running;
  }

  /** Transactions side by side, some of which roll back, each with events of several aggregates. Answers how many were committed. */
  async function write(count: number, from = 0): Promise<void> {
    const mine = log();
    const one = async (key: number) =>
      mine
        .commit(async (tx) => {
          await sql`select pg_current_xact_id(), pg_sleep(${Math.random() / 100})`.execute(tx);
          mine.publish(
            tx,
            happened({ key, aggregate: key % 7 }),
            happened({ key: key + 1, aggregate: (key + 1) % 7 }),
          );
          if (key % 11 === 5) throw new Error("rolled back");
        })
        .catch((error: Error) => {
          if (error.message !== "rolled back") throw error;
        });
    for (let key = from; key < from + count; key += 8)
      await Promise.all(Array.from({ length: 8 }, (_, index) => one(key + index)));
  }

  const wanted = async () => {
    const { rows } = await database.pool.query<{ id: number; aggregateid: string }>(
      "select id, aggregateid from event order by event.xid, id",
    );
    return rows;
  };
  /** Everything once, and in the order of the log for each aggregate. */
  async function expectExactly(consumer: string, timeout = 20_000): Promise<void> {
    const expected = await wanted();
    const kept = async () =>
      (
        await database.pool.query<{ id: number; aggregateid: string }>(
          "select event as id, aggregate as aggregateid from kept where consumer = $1 order by place",
          [consumer],
        )
      ).rows;
    await expect.poll(async () => (await kept()).length, { timeout }).toBe(expected.length);
    const order = (rows: typeof expected) => Map.groupBy(rows, (row) => row.aggregateid);
    expect(order(await kept())).toEqual(order(expected));
  }

  async function spawn(task: Omit<EventProcess, "databaseUrl" | "brokerUrl">): Promise<ChildProcess> {
    const child = fork(script, [JSON.stringify({ ...task, databaseUrl, brokerUrl })], { stdio: "inherit" });
    ending.push(() => kill(child));
    await once(child, "message");
    return child;
  }
  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  test("everything that is committed is handled once, in the order of its aggregate, by every consumer", async () => {
    await run([keeper("one"), keeper("two")]);
    await write(400);
    await expectExactly("one");
    await expectExactly("two");
    expect(await listDead(database.db)).toEqual([]);
  });

  test("a consumer that was away catches up", async () => {
    const consumers = [keeper("one"), keeper("two")];
    await run(consumers);
    await write(40);
    await expectExactly("two");
    while (ending.length > 0) await ending.pop()!();
    await write(400, 1000);
    await start(consumers);
    await expectExactly("one");
    await expectExactly("two");
  });

  test("a poison event is set aside and holds nothing up", async () => {
    const poison = [3, 44];
    await run([keeper("fragile", (key) => poison.includes(key)), keeper("sturdy")]);
    await write(80);
    await expectExactly("sturdy");
    const { rows } = await database.pool.query<{ n: number }>(
      "select count(*) as n from event where (payload->>'key')::int = any($1)",
      [poison],
    );
    await expect.poll(async () => (await listDead(database.db, "fragile")).length).toBe(rows[0]!.n);
    const all = await wanted();
    await expect
      .poll(async () => (await database.pool.query("select from kept where consumer = 'fragile'")).rowCount)
      .toBe(all.length - rows[0]!.n);
  });

  test("nothing is lost and nothing doubled when relay and consumers are killed at random", async () => {
    await rebuildConsumer(database.db, keeper("one"));
    await rebuildConsumer(database.db, keeper("two"));
    const tasks = [
      ...(brokerUrl === undefined
        ? []
        : [
            { isRelay: true, consumers: [] },
            { isRelay: true, consumers: [] },
          ]),
      { isRelay: false, consumers: ["one"] },
      { isRelay: false, consumers: ["two"] },
      { isRelay: false, consumers: ["one", "two"] },
    ];
    const children = await Promise.all(tasks.map(spawn));
    let kills = 0;
    const writing = (async () => {
      for (let round = 0; kills < wantedKills; round++) await write(80, round * 80);
    })();
    while (kills < wantedKills) {
      await pause(Math.random() * 300);
      const victim = Math.floor(Math.random() * tasks.length);
      await kill(children[victim]!);
      kills++;
      children[victim] = await spawn(tasks[victim]!);
    }
    await writing;
    await expectExactly("one", 60_000);
    await expectExactly("two", 60_000);
    expect(await listDead(database.db)).toEqual([]);
  }, 180_000);

  test.runIf(address)("another relay takes over within five seconds of the leader's death", async () => {
    await run([keeper("one")]);
    while (ending.length > 2) await ending.pop()!();
    const first = await spawn({ isRelay: true, consumers: [] });
    await expect.poll(() => isLeading(first)).toBe(true);
    await spawn({ isRelay: true, consumers: [] });
    await write(16);
    await expectExactly("one");
    await kill(first);
    const died = performance.now();
    await write(16, 100);
    await expectExactly("one");
    expect(performance.now() - died).toBeLessThan(5000);
  });

  const isLeading = async (child: ChildProcess) =>
    Promise.race([
      once(child, "message").then(([message]) => message === "leader"),
      pause(200).then(() => false),
    ]);
});
