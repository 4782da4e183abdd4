import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createPool } from "../apps/server/src/platform/database/database.ts";
import { startDatabase } from "./lib/data-set.ts";
import { cpuSecondsOf } from "./lib/cpu.ts";
import { errorsOf, type LoadJob, type LoadReport, runLoad } from "./lib/load.ts";
import { cleanEnvironment, commandLine, root, startProgram } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";
import { prepareSearchData } from "./lib/search-data.ts";
import { searchRequests } from "./lib/search-queries.ts";
import type { Row } from "./lib/table.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(import.meta.dirname, ".data") },
    posts: { type: "string", default: "1000000" },
    port: { type: "string", default: "5950" },
    seconds: { type: "string", default: "20" },
    // Measure only; the index has to be there.
    "no-rebuild": { type: "boolean", default: false },
    // In this engine instead of PostgreSQL.
    engine: { type: "string" },
  },
});
const data = resolve(values.data);
const port = Number(values.port);
const seconds = Number(values.seconds);
const engine = values.engine && { MARU_SEARCH_URL: values.engine, MARU_SEARCH_PREFIX: "maru-bench" };

/** Searches a second that are wanted. */
const rate = engine ? 500 : 200;

/** Runs a command of the program on the database; answers the seconds that it took. */
async function maru(databaseUrl: string, ...args: string[]): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [commandLine, ...args], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...cleanEnvironment(),
      DATABASE_URL: databaseUrl,
      MARU_DATA_DIR: join(data, "files"),
      LOG_LEVEL: "warn",
      ...engine,
    },
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`maru ${args.join(" ")} ended with ${code}`);
  return (performance.now() - begun) / 1000;
}

const dataDir = await prepareSearchData(data, Number(values.posts));
await mkdir(join(data, "files"), { recursive: true });
const database = await startDatabase(dataDir);
const pool = createPool(database.url, 2, () => {});
try {
  let rebuildSeconds = Number.NaN;
  if (!values["no-rebuild"]) {
    for (const consumer of ["people-counters", "post-counters", "search-names"])
      await maru(database.url, "rebuild", consumer);
    rebuildSeconds = await maru(database.url, "rebuild", "search");
  }
  const sizes = await pool.query<{ name: string; bytes: number }>(
    "select relname as name, pg_total_relation_size(oid) as bytes from pg_class where relname in ('search_post', 'search_post_tokens', 'post')",
  );
  for (const { name, bytes } of sizes.rows) console.log(`${name}: ${Math.round(bytes / 2 ** 20)} MB`);

  const program = await startProgram({
    port,
    dataDir: join(data, "files"),
    databaseUrl: database.url,
    logFile: join(data, "program.log"),
    ...(engine && { env: engine }),
  });
  try {
    const requests = await searchRequests(pool, 20_000);
    const measure = async (job: Omit<LoadJob, "port">) => {
      const before = { program: cpuSecondsOf(program.pid), database: cpuSecondsOf(database.pid) };
      const report = await runLoad({ ...job, port });
      const each = (now: number, then: number) => ((now - then) * 1000) / report.answered;
      return {
        ...report,
        programCpu: each(cpuSecondsOf(program.pid), before.program),
        databaseCpu: each(cpuSecondsOf(database.pid), before.database),
      };
    };
    const row = (name: string, run: LoadReport & { programCpu: number; databaseCpu: number }): Row => [
      name,
      run.perSecond,
      run.p50,
      run.p90,
      run.p99,
      run.max,
      run.programCpu,
      run.databaseCpu,
      errorsOf(run),
    ];
    const load = { warmUpSeconds: 3, seconds };
    // Java compiles what it runs often; a site's engine has done so long ago.
    const first = engine ? { ...load, warmUpSeconds: 30 } : load;
    const most = await measure({ ...first, requests: requests.posts, connections: 8 });
    // After the one above, which has filled the caches of program and database as a site that runs has them.
    const fixed = await measure({ ...load, requests: requests.posts, connections: 50, rate });
    const newest = await measure({ ...load, requests: requests.newest, connections: 8 });
    const everything = await measure({ ...load, requests: requests.everything, connections: 8 });
    const typing = await measure({ ...load, requests: requests.typing, connections: 8 });
    const runs = { fixed, most, newest, everything, typing };
    const isReached = printReport(
      `Search in ${engine ? "OpenSearch" : "PostgreSQL"}, ${Number(values.posts).toLocaleString("en")} posts`,
      [
        "run",
        "answers/s",
        "p50 ms",
        "p90 ms",
        "p99 ms",
        "max ms",
        "program CPU ms",
        "database CPU ms",
        "errors",
      ],
      [
        row(`posts, ${rate} a second`, fixed),
        row("posts, 8 connections", most),
        row("posts, newest first, 8 connections", newest),
        row("posts, people and tags, 8 connections", everything),
        row("suggestions while typing, 8 connections", typing),
      ],
      [
        { what: "answers a second, posts", measured: most.perSecond, unit: "/s", atLeast: rate },
        { what: `p99 at ${rate} arrivals a second`, measured: fixed.p99, unit: "ms", atMost: 50 },
        { what: "rebuild", measured: rebuildSeconds, unit: "s", atMost: 180 },
        {
          what: "errors",
          measured: Object.values(runs).reduce((sum, run) => sum + errorsOf(run), 0),
          unit: "",
          atMost: 0,
        },
      ],
    );
    process.exitCode = isReached ? 0 : 1;
  } finally {
    await program.stop();
  }
} finally {
  await pool.end();
  await database.stop();
}
