import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import {
  countQueries,
  createDb,
  createPool,
  type Db,
} from "../apps/server/src/platform/database/database.ts";
import { migrate } from "../apps/server/src/platform/database/migrate.ts";
import { type Consumer, rebuildConsumer } from "../apps/server/src/platform/events/consumer.ts";
import { createEventLog, defineEvent, type EventLog } from "../apps/server/src/platform/events/event-log.ts";
import { maintainPartitions } from "../apps/server/src/platform/events/partitions.ts";
import { connectBroker } from "../apps/server/src/platform/broker/connect-broker.ts";
import { runRelay } from "../apps/server/src/platform/broker/relay.ts";
import { runSubscriptions } from "../apps/server/src/platform/broker/run-subscriptions.ts";
import { runConsumers } from "../apps/server/src/platform/events/run-consumers.ts";
import { cpuSecondsOf } from "./lib/cpu.ts";
import { startDatabase } from "./lib/data-set.ts";
import { createLatencies } from "./lib/latencies.ts";
import { type Goal, printReport } from "./lib/report.ts";
import type { Row } from "./lib/table.ts";

const happened = defineEvent<{ key: number }>("thing", "thing.happened", ({ key }) => key);
const consumers = 5;
const burst = 200_000;
const seconds = 5;
const silent = { info: () => {}, warn: console.error, error: console.error };

/** Counts what it is given: one small statement for a batch. `onHandled` hears of each event after its commit. */
function counting(name: string, onHandled: (key: number) => void = () => {}): Consumer {
  return {
    name,
    async handle(tx, events) {
      await sql`update bench_effect set events = events + ${events.length} where consumer = ${name}`.execute(
        tx,
      );
    },
    handled(events) {
      for (const event of events) onHandled((event.payload as { key: number }).key);
    },
    async rebuild(tx) {
      await sql`insert into bench_effect values (${name}, 0) on conflict (consumer) do update set events = 0`.execute(
        tx,
      );
    },
  };
}

/** How events come to consumers: the table when there is no broker. */
interface Engine {
  name: string;
  address?: string | undefined;
}

interface Bench {
  db: Db;
  databaseUrl: string;
  log: EventLog;
  statements(): number;
  cpu(): { program: number; database: number };
}

async function withDatabase<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), "maru-events-"));
  await chmod(dataDir, 0o755);
  const database = await startDatabase(dataDir);
  const pool = createPool(database.url, 16, () => {});
  let statements = 0;
  countQueries(pool, () => statements++);
  try {
    await migrate(pool);
    const db = createDb(pool);
    // A site that has run for a month: the log has a partition for each day.
    for (let day = 30; day >= 0; day--)
      await maintainPartitions(db, 90, new Date(Date.now() - day * 86_400_000));
    await sql`create table bench_effect (consumer text primary key, events bigint not null)`.execute(db);
    return await work({
      db,
      databaseUrl: database.url,
      log: createEventLog(db),
      statements: () => statements,
      cpu: () => ({ program: cpuSecondsOf(process.pid), database: cpuSecondsOf(database.pid) }),
    });
  } finally {
    await pool.end();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Consumers, and the relay where there is a broker, which gets a topic of its own. The net is never cast: everything comes by the broker. */
async function run({ db, databaseUrl, log }: Bench, engine: Engine, all: Consumer[], isNew = true) {
  if (isNew) for (const consumer of all) await rebuildConsumer(db, consumer);
  if (engine.address === undefined) return runConsumers(db, log, all, silent);
  await sql`truncate event_relay`.execute(db);
  const site = { id: "bench", consumers: all.map((consumer) => consumer.name) };
  const broker = await connectBroker(`${engine.address}?name=maru-bench-${Date.now()}`, site, silent);
  const never = { connected: 3_600_000, away: 3_600_000 };
  const running = runSubscriptions(db, broker, all, silent, { netMs: never });
  const relay = runRelay(db, log, databaseUrl, broker, silent);
  return {
    async stop() {
      await relay.stop();
      await running.stop();
      await broker.close();
    },
  };
}

/** People write, one event each, at a fixed arrival; answers what an event costs beyond its own commit, and when it was handled. */
async function arrivals(bench: Bench, engine: Engine, perSecond: number, count: number) {
  const { log, statements, cpu } = bench;
  const commits = createLatencies();
  const committed = new Map<number, number>();
  const handled = new Map<number, number>();
  const all = Array.from({ length: count }, (_, index) =>
    counting(`consumer-${index}`, index === 0 ? (key) => handled.set(key, performance.now()) : undefined),
  );
  const running = count > 0 ? await run(bench, engine, all) : undefined;
  const commit = async (key: number) => {
    const begun = performance.now();
    await log.commit(async (tx) => log.publish(tx, happened({ key })));
    committed.set(key, performance.now());
    commits.add(performance.now() - begun);
  };
  for (let key = -50; key < 0; key++) await commit(key);
  await settled(bench, all);
  const before = { statements: statements(), cpu: cpu() };
  const events = perSecond * seconds;
  const begun = performance.now();
  const open = new Set<Promise<void>>();
  for (let key = 0; key < events; key++) {
    const due = begun + (key * 1000) / perSecond;
    if (due > performance.now()) await pause(due - performance.now());
    const one = commit(key).finally(() => open.delete(one));
    open.add(one);
  }
  await Promise.all(open);
  await settled(bench, all);
  const after = { statements: statements(), cpu: cpu() };
  await running?.stop();
  // A consumer may have handled an event before its writer is told of the commit.
  const latencies = createLatencies();
  for (const [key, at] of handled) if (key >= 0) latencies.add(Math.max(0, at - committed.get(key)!));
  return {
    commitP99: commits.summary().p99,
    statements: (after.statements - before.statements) / events,
    program: ((after.cpu.program - before.cpu.program) * 1000) / events,
    database: ((after.cpu.database - before.cpu.database) * 1000) / events,
    ...latencies.summary(),
  };
}

/** Until everybody has handled everything. */
async function settled({ db }: Bench, all: Consumer[]): Promise<void> {
  const names = all.map((consumer) => consumer.name);
  for (;;) {
    const { rows } = await sql<{ behind: boolean }>`
      select exists (
        select from consumer_position p, (select xid, id from event order by event.xid desc, id desc limit 1) newest
        where p.consumer = any(${names}) and (p.xid, p.id) < (newest.xid, newest.id)
      ) as behind`.execute(db);
    if (!rows[0]!.behind) return;
    await pause(20);
  }
}

/** A backlog, as after a consumer was down; answers events per second until the last was handled by everybody. */
async function backlog(bench: Bench, engine: Engine, count: number): Promise<number> {
  const { db, log } = bench;
  const all = Array.from({ length: count }, (_, index) => counting(`consumer-${index}`));
  // They stand before it, and the broker knows them.
  const before = await run(bench, engine, all);
  await before.stop();
  await log.commit((tx) =>
    log.publishFrom(
      tx,
      sql`select 'thing' as aggregatetype, n::text as aggregateid, 'thing.happened' as type, jsonb_build_object('key', n) as payload
        from generate_series(1, ${sql.lit(burst)}) n`,
    ),
  );
  await sql`analyze event`.execute(db);
  const begun = performance.now();
  const running = await run(bench, engine, all, false);
  await settled(bench, all);
  const took = performance.now() - begun;
  await running.stop();
  return (burst * 1000) / took;
}

const engines: (Engine & { p99: number; perSecond?: number })[] = [
  { name: "table", p99: 250, perSecond: 20_000 },
  { name: "Kafka", address: process.env["MARU_TEST_KAFKA_URL"], p99: 500, perSecond: 20_000 },
  { name: "RabbitMQ", address: process.env["MARU_TEST_RABBITMQ_URL"], p99: 500 },
];

const isReached = await withDatabase(async (bench) => {
  const rows: Row[] = [];
  const goals: Goal[] = [];
  for (const engine of engines) {
    if (engine.name !== "table" && !engine.address) {
      console.log(
        `${engine.name} is left out: npm run --silent services -- start ${engine.name.toLowerCase()} starts one.`,
      );
      continue;
    }
    for (const perSecond of [50, 500]) {
      const bare = await arrivals(bench, engine, perSecond, 0);
      const { p50, p99, commitP99, ...cost } = await arrivals(bench, engine, perSecond, consumers);
      rows.push([
        `${engine.name}, ${perSecond} events a second`,
        p50,
        p99,
        commitP99,
        cost.statements - bare.statements,
        cost.program - bare.program,
        cost.database - bare.database,
      ]);
      const what = `${engine.name}: commit to handled, p99 at ${perSecond} events/s`;
      goals.push({ what, measured: p99, unit: "ms", atMost: engine.p99 });
    }
    for (const count of [1, consumers]) {
      const measured = await backlog(bench, engine, count);
      const what = `${engine.name}: a backlog, ${count === 1 ? "one consumer" : `${count} consumers, each event by all`}`;
      goals.push({ what, measured, unit: "events/s", atLeast: count === 1 ? (engine.perSecond ?? 0) : 0 });
    }
  }
  return printReport(
    `The event log, from commit to handled by ${consumers} consumers in one process`,
    [
      "run",
      "p50 ms",
      "p99 ms",
      "the commit itself, p99 ms",
      "statements per event",
      "program CPU ms",
      "database CPU ms",
    ],
    rows,
    goals,
  );
});
process.exit(isReached ? 0 : 1);
