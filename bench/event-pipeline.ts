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
import { runConsumers } from "../apps/server/src/platform/events/run-consumers.ts";
import { cpuSecondsOf } from "./lib/cpu.ts";
import { startDatabase } from "./lib/data-set.ts";
import { createLatencies } from "./lib/latencies.ts";
import { printReport } from "./lib/report.ts";
import type { Row } from "./lib/table.ts";

const happened = defineEvent<{ key: number; at: number }>("thing", "thing.happened", ({ key }) => key);
const consumers = 5;
const burst = 200_000;
const seconds = 5;
const silent = { info: () => {}, error: (detail: object, message: string) => console.error(message, detail) };

/** Counts what it is given: one small statement for a batch. `onHandled` hears of each event after its commit. */
function counting(name: string, onHandled: (at: number) => void = () => {}): Consumer {
  return {
    name,
    async handle(tx, events) {
      await sql`update bench_effect set events = events + ${events.length} where consumer = ${name}`.execute(
        tx,
      );
    },
    handled(events) {
      for (const event of events) onHandled((event.payload as { at: number }).at);
    },
    async rebuild(tx) {
      await sql`insert into bench_effect values (${name}, 0) on conflict (consumer) do update set events = 0`.execute(
        tx,
      );
    },
  };
}

interface Bench {
  db: Db;
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

/** People write, one event each, at a fixed arrival; answers what an event costs beyond its own commit, and when it was handled. */
async function arrivals({ db, log, statements, cpu }: Bench, perSecond: number, count: number) {
  const latencies = createLatencies();
  const all = Array.from({ length: count }, (_, index) =>
    counting(`consumer-${index}`, index === 0 ? (at) => latencies.add(performance.now() - at) : undefined),
  );
  for (const consumer of all) await rebuildConsumer(db, consumer);
  const running = count > 0 ? runConsumers(db, log, all, silent) : undefined;
  const commit = (key: number) =>
    log.commit(async (tx) => log.publish(tx, happened({ key, at: performance.now() })));
  for (let key = 0; key < 50; key++) await commit(key);
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
  await pause(300);
  const after = { statements: statements(), cpu: cpu() };
  await running?.stop();
  return {
    statements: (after.statements - before.statements) / events,
    program: ((after.cpu.program - before.cpu.program) * 1000) / events,
    database: ((after.cpu.database - before.cpu.database) * 1000) / events,
    ...latencies.summary(),
  };
}

/** A backlog, as after a consumer was down; answers events per second until the last was handled by everybody. */
async function backlog({ db, log }: Bench, count: number): Promise<number> {
  const all = Array.from({ length: count }, (_, index) => counting(`consumer-${index}`));
  for (const consumer of all) await rebuildConsumer(db, consumer);
  const names = all.map((consumer) => consumer.name);
  await sql`update bench_effect set events = 0`.execute(db);
  await log.commit((tx) =>
    log.publishFrom(
      tx,
      sql`select 'thing' as aggregatetype, n::text as aggregateid, 'thing.happened' as type, jsonb_build_object('key', n, 'at', 0) as payload
        from generate_series(1, ${sql.lit(burst)}) n`,
    ),
  );
  await sql`analyze event`.execute(db);
  const begun = performance.now();
  const running = runConsumers(db, log, all, silent);
  for (;;) {
    const { rows } = await sql<{ least: number }>`
      select min(events) as least from bench_effect where consumer = any(${names})`.execute(db);
    if (rows[0]!.least >= burst) break;
    await pause(20);
  }
  const took = performance.now() - begun;
  await running.stop();
  return (burst * 1000) / took;
}

const isReached = await withDatabase(async (bench) => {
  const rows: Row[] = [];
  let p99 = 0;
  for (const perSecond of [50, 500]) {
    const bare = await arrivals(bench, perSecond, 0);
    for (const count of [3, consumers]) {
      const run = await arrivals(bench, perSecond, count);
      if (perSecond === 500 && count === consumers) p99 = run.p99;
      rows.push([
        `${count} consumers, ${perSecond} events a second`,
        run.p50,
        run.p99,
        run.statements - bare.statements,
        run.program - bare.program,
        run.database - bare.database,
      ]);
    }
  }
  const one = await backlog(bench, 1);
  const many = await backlog(bench, consumers);
  return printReport(
    "The event log, from commit to handled",
    ["run", "p50 ms", "p99 ms", "statements per event", "program CPU ms", "database CPU ms"],
    rows,
    [
      { what: "a backlog, one consumer", measured: one, unit: "events/s", atLeast: 20_000 },
      {
        what: `a backlog, ${consumers} consumers, each event by all`,
        measured: many,
        unit: "events/s",
        atLeast: 20_000,
      },
      { what: "commit to handled, p99 at 500 events/s", measured: p99, unit: "ms", atMost: 250 },
    ],
  );
});
process.exitCode = isReached ? 0 : 1;
