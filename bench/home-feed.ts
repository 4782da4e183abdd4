import { join } from "node:path";
import { createMaru } from "../apps/server/src/app.ts";
import { readConfig } from "../apps/server/src/config.ts";
import { startBare } from "./lib/bare.ts";
import { cpuSecondsOf } from "./lib/cpu.ts";
import { call } from "./lib/http.ts";
import { median } from "./lib/latencies.ts";
import { errorsOf, type LoadJob, type LoadReport, type LoadRequest, runLoad } from "./lib/load.ts";
import { readOptions } from "./lib/options.ts";
import { printReport } from "./lib/report.ts";
import { homeRequests, pickPeople, signIn } from "./lib/sessions.ts";
import { type Stage, withStage } from "./lib/stage.ts";
import type { Row } from "./lib/table.ts";

const readers = 5_000;
/** Others, who read once: everything about them is cold. */
const strangers = { counted: 20, timed: 500 };

interface Run extends LoadReport {
  /** Milliseconds of CPU per answer: of the program, and of the database. */
  programCpu: number;
  databaseCpu: number;
}

/** A load on the program, with what it cost there. */
async function measure(stage: Stage, job: Omit<LoadJob, "port">): Promise<Run> {
  const before = stage.cpuSeconds();
  const report = await runLoad({ ...job, port: stage.program.port });
  const after = stage.cpuSeconds();
  return {
    ...report,
    programCpu: ((after.program - before.program) * 1000) / report.answered,
    databaseCpu: ((after.database - before.database) * 1000) / report.answered,
  };
}

/** Statements of a home page of people nobody knows anything about yet: not their sessions, nor their feeds, nor the posts. */
async function queriesPerColdPage(stage: Stage, dataDir: string, tokens: string[]): Promise<number> {
  const config = readConfig({ MARU_DATA_DIR: dataDir, MARU_DEMO: "off", LOG_LEVEL: "warn" });
  let queries = 0;
  const maru = await createMaru(config, stage.databaseUrl, () => queries++);
  try {
    const counts: number[] = [];
    for (const { path, token } of homeRequests(tokens)) {
      queries = 0;
      const answer = await maru.app.inject({ url: path, headers: { authorization: `Bearer ${token}` } });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      counts.push(queries);
    }
    return Math.max(...counts);
  } finally {
    await maru.stop();
  }
}

/** The one of some pages whose size is nearest to the wanted one. */
async function pageOfSize(stage: Stage, requests: LoadRequest[], bytes: number): Promise<string> {
  const pages: string[] = [];
  for (const request of requests) pages.push((await call(stage.program.port, request)).text);
  const distance = (page: string) => Math.abs(Buffer.byteLength(page) - bytes);
  return pages.reduce((best, page) => (distance(page) < distance(best) ? page : best));
}

const options = readOptions();
const { seconds, rounds } = options;

const isReached = await withStage(options, async (stage) => {
  const people = await pickPeople(stage.pool, readers + strangers.counted + strangers.timed);
  const tokens = await signIn(stage.pool, people);
  const requests = homeRequests(tokens.slice(0, readers));
  const queries = await queriesPerColdPage(
    stage,
    join(options.data, "files"),
    tokens.slice(readers, readers + strangers.counted),
  );

  const cold = await measure(stage, { requests, connections: 50, count: readers });
  const bodyBytes = Math.round(cold.bodyBytes / cold.count);
  const body = await pageOfSize(stage, requests.slice(0, 200), bodyBytes);
  const bare = await startBare(options.port + 1, body);

  try {
    const runs: Record<"bare" | "home50" | "home500", Run[]> = { bare: [], home50: [], home500: [] };
    await measure(stage, { requests, connections: 50, seconds: 2 });
    for (let round = 0; round < rounds; round++) {
      const before = cpuSecondsOf(bare.pid);
      const yardstick = await runLoad({
        port: options.port + 1,
        requests: [{ method: "GET", path: "/api/v1/feeds/home" }],
        connections: 50,
        warmUpSeconds: 1,
        seconds,
      });
      const programCpu = ((cpuSecondsOf(bare.pid) - before) * 1000) / yardstick.answered;
      runs.bare.push({ ...yardstick, programCpu, databaseCpu: 0 });
      runs.home50.push(await measure(stage, { requests, connections: 50, warmUpSeconds: 1, seconds }));
      runs.home500.push(await measure(stage, { requests, connections: 500, warmUpSeconds: 1, seconds }));
    }
    const fixed = await measure(stage, { requests, connections: 100, rate: 500, warmUpSeconds: 1, seconds });
    const alone = await measure(stage, { requests, connections: 1, warmUpSeconds: 1, seconds });
    const coldAlone = await measure(stage, {
      requests: homeRequests(tokens.slice(readers + strangers.counted)),
      connections: 1,
      count: strangers.timed,
    });

    const row = (name: string, run: Run): Row => [
      name,
      run.perSecond,
      run.p50,
      run.p90,
      run.p99,
      run.max,
      run.programCpu,
      run.databaseCpu,
      run.generatorCpuSeconds / (run.count / run.perSecond),
      errorsOf(run),
    ];
    const rows = [
      ...runs.bare.map((run) => row("bare Fastify, 50 connections", run)),
      ...runs.home50.map((run) => row("home, 50 connections", run)),
      ...runs.home500.map((run) => row("home, 500 connections", run)),
      row("home, 500 a second", fixed),
      row("home, one at a time", alone),
      row(`home, ${strangers.timed} others for the first time, one at a time`, coldAlone),
      row(`home, ${readers} people for the first time, 50 connections`, cold),
    ];
    const middle = (name: keyof typeof runs, value: (run: Run) => number) => median(runs[name].map(value));
    const all = [...Object.values(runs).flat(), fixed, alone, cold, coldAlone];
    return printReport(
      `Home feed: ${readers} people, 20 posts a page, ${bodyBytes} bytes`,
      [
        "run",
        "answers/s",
        "p50 ms",
        "p90 ms",
        "p99 ms",
        "max ms",
        "program CPU ms",
        "database CPU ms",
        "generator cores",
        "errors",
      ],
      rows,
      [
        {
          what: "throughput at 50 connections, of bare Fastify",
          measured: (middle("home50", (run) => run.perSecond) / middle("bare", (run) => run.perSecond)) * 100,
          unit: "%",
          atLeast: 20,
        },
        {
          what: "CPU per read, of which bare Fastify's is this part",
          measured:
            (middle("bare", (run) => run.programCpu) / middle("home50", (run) => run.programCpu)) * 100,
          unit: "%",
          atLeast: 20,
        },
        {
          what: "CPU per read, all processes",
          measured: middle("home50", (run) => run.programCpu + run.databaseCpu),
          unit: "ms",
          atMost: 0.25,
        },
        {
          what: "throughput at 500 connections, of that at 50",
          measured:
            (middle("home500", (run) => run.perSecond) / middle("home50", (run) => run.perSecond)) * 100,
          unit: "%",
          atLeast: 80,
        },
        {
          what: "p99 at 500 connections",
          measured: middle("home500", (run) => run.p99),
          unit: "ms",
          atMost: 250,
        },
        { what: "p99 at 500 arrivals a second", measured: fixed.p99, unit: "ms", atMost: 20 },
        { what: "median of one request alone", measured: alone.p50, unit: "ms", atMost: 1 },
        { what: "median of one cold home alone", measured: coldAlone.p50, unit: "ms", atMost: 5 },
        { what: "statements of a home page, everything cold", measured: queries, unit: "", atMost: 3 },
        { what: "errors", measured: all.reduce((sum, run) => sum + errorsOf(run), 0), unit: "", atMost: 0 },
      ],
    );
  } finally {
    await bare.stop();
  }
});
process.exitCode = isReached ? 0 : 1;
