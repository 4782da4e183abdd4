import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createPool } from "../apps/server/src/platform/database/database.ts";
import { startDatabase } from "./lib/data-set.ts";
import { errorsOf } from "./lib/load.ts";
import { createMeasure, measuredHead } from "./lib/measure.ts";
import { cleanEnvironment, commandLine, root, startProgram } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";
import { prepareSearchData } from "./lib/search-data.ts";
import { searchRequests } from "./lib/search-queries.ts";

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
    const measure = createMeasure(port, program, database);
    const load = { warmUpSeconds: 3, seconds };
    // Java compiles what it runs often; a site's engine has done so long ago.
    const first = engine ? { ...load, warmUpSeconds: 30 } : load;
    const most = await measure("posts, 8 connections", {
      ...first,
      requests: requests.posts,
      connections: 8,
    });
    // After the one above, which has filled the caches of program and database as a site that runs has them.
    const fixed = await measure(`posts, ${rate} a second`, {
      ...load,
      requests: requests.posts,
      connections: 50,
      rate,
    });
    const newest = await measure("posts, newest first, 8 connections", {
      ...load,
      requests: requests.newest,
      connections: 8,
    });
    const everything = await measure("posts, people and tags, 8 connections", {
      ...load,
      requests: requests.everything,
      connections: 8,
    });
    const typing = await measure("suggestions while typing, 8 connections", {
      ...load,
      requests: requests.typing,
      connections: 8,
    });
    const runs = { fixed, most, newest, everything, typing };
    const isReached = printReport(
      `Search in ${engine ? "OpenSearch" : "PostgreSQL"}, ${Number(values.posts).toLocaleString("en")} posts`,
      measuredHead,
      Object.values(runs).map(({ row }) => row),
      [
        { what: "answers a second, posts", measured: most.run.perSecond, unit: "/s", atLeast: rate },
        { what: `p99 at ${rate} arrivals a second`, measured: fixed.run.p99, unit: "ms", atMost: 50 },
        { what: "rebuild", measured: rebuildSeconds, unit: "s", atMost: 180 },
        {
          what: "errors",
          measured: Object.values(runs).reduce((sum, { run }) => sum + errorsOf(run), 0),
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
