import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { Connection } from "rabbitmq-client";
import { Admin } from "@platformatic/kafka";
import { afterEach, describe, expect, inject, test } from "vitest";
import { keeper, site } from "../../../test/event-process.ts";
import { requireOrSkip } from "../../../test/services.ts";
import { urlOf } from "../../../test/template-database.ts";
import { testDatabase } from "../../../test/test-database.ts";
import { rebuildConsumer } from "../events/consumer.ts";
import { createEventLog, defineEvent, type LoggedEvent } from "../events/event-log.ts";
import { connectBroker } from "./connect-broker.ts";
import { runRelay } from "./relay.ts";
import { runSubscriptions } from "./run-subscriptions.ts";

const database = testDatabase();
const happened = defineEvent<{ key: number }>("thing", "thing.happened", ({ key }) => key);
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const kafka = requireOrSkip("kafka");
const rabbitmq = requireOrSkip("rabbitmq");
const never = { netMs: { connected: 3_600_000, away: 3_600_000 } };

const ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  while (ending.length > 0) await ending.pop()!();
});

const uniqueName = () => `maru-test-${randomBytes(6).toString("hex")}`;
const withPassword = (address: string, password: string) => {
  const url = new URL(address);
  url.password = password;
  return url.href;
};

async function whatIsSaid(address: string): Promise<() => string> {
  let said = "";
  const note = (detail: object, message: string) => void (said += `${message} ${JSON.stringify(detail)}\n`);
  const broker = await connectBroker(address, site, { info: note, error: note } as never);
  ending.push(() => broker.close());
  const subscription = broker.subscribe("one", async () => {});
  ending.push(() => subscription.stop());
  return () => said;
}

const guarded = [
  { engine: "rabbitmq", address: rabbitmq },
  { engine: "kafka", address: process.env["MARU_TEST_KAFKA_SASL_URL"] },
].flatMap(({ engine, address }) =>
  address ? [{ engine, address: withPassword(address, "wrong-secret") }] : [],
);

describe.each(guarded)("$engine", ({ address }) => {
  test("wrong credentials are told apart from a broker that is not there, and not shown", async () => {
    const said = await whatIsSaid(`${address}?name=${uniqueName()}`);
    await expect.poll(said, { timeout: 15_000 }).toContain("refuses the user name or the password");
    expect(said()).not.toContain("cannot be reached");
    expect(said()).not.toContain("wrong-secret");
  });
});

test.each(["kafka://127.0.0.1:1", "amqp://someone:wrong-secret@127.0.0.1:1"])(
  "%s: nothing listens there, and stopping takes no time",
  async (address) => {
    const said = await whatIsSaid(address);
    await expect.poll(said, { timeout: 15_000 }).toContain("cannot be reached");
    expect(said()).not.toContain("refuses");
    expect(said()).not.toContain("wrong-secret");
    const begun = performance.now();
    while (ending.length > 0) await ending.pop()!();
    expect(performance.now() - begun).toBeLessThan(4000);
  },
);

describe("what a broker has lost", () => {
  async function begin(address: string, options: Parameters<typeof runSubscriptions>[4]) {
    await database.pool.query(`
      drop table if exists kept;
      create table kept (consumer text, event bigint, aggregate text, place int generated always as identity, primary key (consumer, event));
      truncate event, consumer_position, event_dead, event_relay`);
    const log = createEventLog(database.db);
    await rebuildConsumer(database.db, keeper("one"));
    const { rows } = await database.pool.query<{ name: string }>("select current_database() as name");
    const databaseUrl = urlOf(inject("adminUrl"), rows[0]!.name);
    const relay = async () => {
      const broker = await connectBroker(address, site, silent);
      const running = runRelay(database.db, log, databaseUrl, broker, silent);
      return async () => {
        await running.stop();
        await broker.close();
      };
    };
    const consume = async () => {
      const broker = await connectBroker(address, site, silent);
      const running = runSubscriptions(database.db, broker, [keeper("one")], silent, options);
      const stop = async () => {
        await running.stop();
        await broker.close();
      };
      ending.push(stop);
    };
    const write = async (from: number, count: number) => {
      for (let key = from; key < from + count; key++)
        await log.commit(async (tx) => log.publish(tx, happened({ key })));
    };
    /** Until the relay has published everything. */
    const relayed = () =>
      expect
        .poll(async () => {
          const { rows: left } = await sql<{ n: number }>`
            select (select count(*) from event where (event.xid, event.id) > (relay.xid, relay.id)) as n from event_relay relay`.execute(
            database.db,
          );
          return left[0]?.n;
        })
        .toBe(0);
    return { relay, consume, write, relayed };
  }
  const expectAll = (count: number) =>
    expect
      .poll(
        async () =>
          (await database.pool.query<{ event: number }>("select event from kept order by place")).rows.map(
            (row) => row.event,
          ),
        { timeout: 60_000 },
      )
      .toSatisfy(
        (ids: number[]) =>
          ids.length === count && ids.every((id, index) => index === 0 || id > ids[index - 1]!),
      );

  test.runIf(rabbitmq)(
    "from the middle of a queue of RabbitMQ is read from the table, without a net",
    async () => {
      const name = uniqueName();
      const { relay, consume, write, relayed } = await begin(`${rabbitmq}?name=${name}`, never);
      const stopRelay = await relay();
      await write(0, 30);
      await relayed();
      const connection = new Connection(rabbitmq);
      await connection.queuePurge({ queue: `${name}.one` });
      // Something that is not ours does no harm.
      const publisher = connection.createPublisher({ confirm: true });
      for (const odd of [{ site: "another" }, [{ site: "test", xid: "x" }], "text", [null]])
        await publisher.send({ exchange: name }, odd);
      await publisher.close();
      await connection.close().catch(() => {});
      await write(30, 5);
      await relayed();
      await stopRelay();
      await consume();
      await expectAll(35);
    },
  );

  test.runIf(kafka)(
    "with a whole topic of Kafka is found by the net, and the topic is made anew",
    async () => {
      const name = uniqueName();
      const { relay, consume, write, relayed } = await begin(`${kafka}?name=${name}`, {
        netMs: { connected: 1000, away: 200 },
      });
      const stopRelay = await relay();
      ending.push(stopRelay);
      await write(0, 20);
      await relayed();
      const admin = new Admin({ clientId: "test", bootstrapBrokers: [new URL(kafka!).host] });
      ending.push(() => admin.close());
      await admin.deleteTopics({ topics: [name] });
      await consume();
      await write(20, 5);
      await expectAll(25);
      await expect.poll(() => admin.listTopics()).toContain(name);
    },
    40_000,
  );

  const patient = { timeout: 90_000 };
  test(
    "events that come twice, late and with gaps have their effect once and in order",
    patient,
    async () => {
      await begin("", undefined).catch(() => {});
      const log = createEventLog(database.db);
      let deliver:
        | ((stretch: { after: { xid: bigint; id: number }; events: LoggedEvent[] }) => Promise<void>)
        | undefined;
      const broker = {
        name: "a hand",
        publish: async () => {},
        subscribe(_name: string, handle: NonNullable<typeof deliver>) {
          deliver = handle;
          return { stop: async () => {} };
        },
        isConnected: () => true,
        fault: () => undefined,
        close: async () => {},
      };
      const all: LoggedEvent[] = [];
      log.listen((event) => all.push(event));
      const running = runSubscriptions(database.db, broker, [keeper("one")], silent, never);
      ending.push(() => running.stop());
      for (let key = 0; key < 12; key++) await log.commit(async (tx) => log.publish(tx, happened({ key })));
      // A relay publishes what no older transaction can come before, in any database of the server: other tests have some open.
      const published =
        "select count(*)::int as n from event where event.xid < pg_snapshot_xmin(pg_current_snapshot())";
      await expect
        .poll(async () => (await database.pool.query<{ n: number }>(published)).rows[0]!.n, {
          timeout: 60_000,
        })
        .toBe(12);
      const start = { xid: all[0]!.xid - 1n, id: 0 };
      const stretch = (from: number, to: number) => ({
        after: from === 0 ? start : all[from - 1]!,
        events: all.slice(from, to),
      });
      for (const [from, to] of [
        [0, 3],
        [1, 4],
        [7, 9],
        [4, 7],
        [0, 2],
        [11, 12],
        [9, 11],
      ] as const)
        await deliver!(stretch(from, to));
      await expectAll(12);
    },
  );
});
