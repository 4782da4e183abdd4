import fc from "fast-check";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../test/test-database.ts";
import type { Tx } from "../database/database.ts";
import { type Consumer, prepareConsumer, rebuildConsumer } from "./consumer.ts";
import { createEventLog, defineEvent } from "./event-log.ts";
import { maintainPartitions } from "./partitions.ts";
import { lockPositions } from "./positions.ts";
import { runConsumers } from "./run-consumers.ts";
import { step as stepTogether } from "./step.ts";

const database = testDatabase();
const counted = defineEvent<{ key: number; by: number }>("thing", "thing.counted", (event) => event.key);
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Folds `thing.counted` into a table; `fault` may throw after the effect was written. */
function counter(fault: () => void = () => {}): Consumer {
  const write = async (tx: Tx, key: number, by: number) =>
    void (await sql`insert into tally values (${key}, ${by}) on conflict (key) do update set total = tally.total + ${by}`.execute(
      tx,
    ));
  return {
    name: "tally",
    async handle(tx, events) {
      for (const event of events) if (counted.is(event)) await write(tx, event.payload.key, event.payload.by);
      fault();
    },
    async rebuild(tx) {
      await sql`delete from tally`.execute(tx);
      await sql`insert into tally select key, sum(by) from source group by key`.execute(tx);
    },
  };
}

const totals = async () =>
  Object.fromEntries(
    (
      await sql<{ key: number; total: number }>`select key, total from tally where total <> 0`.execute(
        database.db,
      )
    ).rows.map((row) => [row.key, row.total]),
  );
const expected = async () =>
  Object.fromEntries(
    (
      await sql<{
        key: number;
        total: number;
      }>`select key, sum(by)::int as total from source group by key having sum(by) <> 0`.execute(database.db)
    ).rows.map((row) => [row.key, row.total]),
  );

const step = (db: typeof database.db, consumer: Consumer) => stepTogether(db, [consumer]);

/** Handles everything that is committed. The log holds events back while any transaction of this PostgreSQL is open, other tests' included. */
async function drain(consumer: Consumer): Promise<void> {
  const newest = await readNewest();
  await expect
    .poll(
      async () => (await step(database.db, consumer)).read.length === 0 && (await readPosition()) >= newest,
      {
        interval: 5,
      },
    )
    .toBe(true);
}
const readNewest = async () =>
  BigInt(
    (await sql<{ xid: string }>`select coalesce(max(xid), '0')::text as xid from event`.execute(database.db))
      .rows[0]!.xid,
  );
const readPosition = async () =>
  BigInt(
    (await sql<{ xid: string }>`select xid::text as xid from consumer_position`.execute(database.db)).rows[0]!
      .xid,
  );

beforeEach(async () => {
  await database.pool.query(`
    drop table if exists tally, source;
    create table tally (key int primary key, total int not null);
    create table source (key int not null, by int not null);
    truncate event, consumer_position; update event_horizon set xid = '0'`);
});

/** Writes a source row and its event; the transaction stays open until `gate` lets it go, or rolls back. */
function write(key: number, by: number, gate: Promise<boolean>) {
  const log = createEventLog(database.db);
  return log
    .commit(async (tx) => {
      await sql`insert into source values (${key}, ${by})`.execute(tx);
      // The transaction has its place in the order of the log now, long before it commits.
      await sql`insert into event (aggregatetype, aggregateid, type, payload) values ('thing', ${String(key)}, 'thing.counted', ${JSON.stringify({ key, by })})`.execute(
        tx,
      );
      if (!(await gate)) throw new Error("rolled back");
    })
    .catch((error: Error) => {
      if (error.message !== "rolled back") throw error;
    });
}

test("whatever the order of commits and whatever fails, the effect is that of each committed event once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ key: fc.nat(3), by: fc.integer({ min: -3, max: 3 }), commits: fc.boolean() }), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.infiniteStream(fc.nat()),
      fc.infiniteStream(fc.boolean()),
      async (writes, order, faults) => {
        await database.pool.query("truncate event, consumer_position, tally, source");
        const consumer = counter(() => {
          if (faults.next().value) throw new Error("killed before the commit");
        });
        await prepareConsumer(database.db, consumer, silent);
        const open = writes.map(({ key, by, commits }) => {
          const gate = Promise.withResolvers<boolean>();
          return { gate, commits, done: write(key, by, gate.promise) };
        });
        while (open.length > 0) {
          const [one] = open.splice(order.next().value! % open.length, 1);
          one!.gate.resolve(one!.commits);
          await one!.done;
          await step(database.db, consumer).catch(() => {});
        }
        const steady = counter();
        await drain(steady);
        expect(await totals()).toEqual(await expected());
      },
    ),
    { numRuns: 40 },
  );
});

test("a rebuild while people write counts every event once", async () => {
  const consumer = counter();
  await prepareConsumer(database.db, consumer, silent);
  const before = Promise.withResolvers<boolean>();
  const late = write(1, 10, before.promise);
  await write(1, 1, Promise.resolve(true));
  await rebuildConsumer(database.db, consumer);
  before.resolve(true);
  await late;
  await write(2, 5, Promise.resolve(true));
  await drain(consumer);
  expect(await totals()).toEqual({ 1: 11, 2: 5 });
});

test("a running consumer is woken by a commit and handles it", async () => {
  const log = createEventLog(database.db);
  await prepareConsumer(database.db, counter(), silent);
  const running = runConsumers(database.db, log, [counter()], silent);
  let xid = 0n;
  log.listen((event) => (xid = event.xid));
  await log.commit(async (tx) => log.publish(tx, counted({ key: 7, by: 2 })));
  await running.all[0]!.reached(xid);
  expect(await totals()).toEqual({ 7: 2 });
  await running.stop();
});

test("a look that finds nothing writes nothing, so that no reader of the log waits for it", async () => {
  await prepareConsumer(database.db, counter(), silent);
  const transaction = await database.db.transaction().execute(async (tx) => {
    expect(await lockPositions(tx, ["tally"])).toHaveLength(1);
    const { rows } = await sql<{ xid: string | null }>`
      select pg_current_xact_id_if_assigned()::text as xid`.execute(tx);
    return rows[0]!.xid;
  });
  expect(transaction).toBeNull();
});

test("nobody waits for a heavy consumer", async () => {
  const log = createEventLog(database.db);
  const hold = Promise.withResolvers<void>();
  const heavy: Consumer = {
    name: "heavy",
    isHeavy: true,
    handle: () => hold.promise,
    rebuild: async () => {},
  };
  for (const consumer of [heavy, counter()]) await prepareConsumer(database.db, consumer, silent);
  const running = runConsumers(database.db, log, [heavy, counter()], silent);
  let xid = 0n;
  log.listen((event) => (xid = event.xid));
  await log.commit(async (tx) => log.publish(tx, counted({ key: 7, by: 2 })));
  await expect.poll(totals).toEqual({ 7: 2 });
  hold.resolve();
  await running.all[0]!.reached(xid);
  await running.stop();
});

test("two processes with the same consumer have the effect once", async () => {
  const log = createEventLog(database.db);
  await prepareConsumer(database.db, counter(), silent);
  const both = [
    runConsumers(database.db, log, [counter()], silent),
    runConsumers(database.db, log, [counter()], silent),
  ];
  await Promise.all(
    Array.from({ length: 40 }, () => log.commit(async (tx) => log.publish(tx, counted({ key: 1, by: 1 })))),
  );
  await expect.poll(totals).toEqual({ 1: 40 });
  await Promise.all(both.map((one) => one.stop()));
  expect(await totals()).toEqual({ 1: 40 });
});

test("what retention drops, a consumer that had not read it makes up for by a rebuild", async () => {
  const consumer = counter();
  const day = 86_400_000;
  const old = new Date(Date.now() - 40 * day);
  await maintainPartitions(database.db, 30, old);
  await prepareConsumer(database.db, consumer, silent);
  await sql`insert into source values (3, 4)`.execute(database.db);
  await sql`insert into event (at, aggregatetype, aggregateid, type, payload) values (${old}, 'thing', '3', 'thing.counted', '{"key":3,"by":4}')`.execute(
    database.db,
  );
  await maintainPartitions(database.db, 30);
  expect((await sql<{ n: number }>`select count(*) as n from event`.execute(database.db)).rows[0]!.n).toBe(0);
  await expect(step(database.db, consumer)).rejects.toThrow("further behind");
  await prepareConsumer(database.db, consumer, silent);
  expect(await totals()).toEqual({ 3: 4 });
});
