import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createPool } from "../apps/server/src/platform/database/database.ts";
import { breeds } from "../apps/server/src/spaces/cats/breeds.ts";
import { colours, patterns } from "../apps/server/src/spaces/cats/coats.ts";
import { prepareCatData } from "./lib/cat-data.ts";
import { startDatabase } from "./lib/data-set.ts";
import { errorsOf, type LoadRequest } from "./lib/load.ts";
import { createMeasure, measuredHead } from "./lib/measure.ts";
import { startProgram } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";
import { pickPeople, signIn } from "./lib/sessions.ts";
import { mostStatements } from "./lib/statements.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(import.meta.dirname, ".data") },
    cats: { type: "string", default: "100000" },
    port: { type: "string", default: "5950" },
    seconds: { type: "string", default: "15" },
  },
});
const data = resolve(values.data);
const port = Number(values.port);
const seconds = Number(values.seconds);
/** Pages a second at a fixed arrival: some ten thousand people who look around at once. */
const rate = 100;

const ages = ["kitten", "young", "adult", "senior"];

/** Every combination of filters there is, in an order that mixes them: most have no cat at all, or a few. */
function* filters(): Generator<string> {
  const all = [
    breeds.map(({ id }) => id),
    Object.keys(colours),
    Object.keys(patterns),
    ages,
    ["newest", "followers"],
  ];
  const names = ["breed", "colour", "pattern", "age", "sort"];
  for (let n = 0; ; n++) {
    const chosen = names.flatMap((name, place) => {
      const ids = all[place]!;
      const isAsked = name === "sort" || (n >> place) % 2 === 0;
      return isAsked ? [`${name}=${ids[(n * 7919 + place * 31) % ids.length]}`] : [];
    });
    yield chosen.join("&");
  }
}

function requestsFor(tokens: string[], count: number): LoadRequest[] {
  const some = filters();
  return Array.from({ length: count }, (_, place) => ({
    method: "GET",
    path: `/api/v1/cats?${some.next().value}`,
    // Every other one is signed out.
    ...(place % 2 === 0 && { token: tokens[place % tokens.length]! }),
  }));
}

const dataDir = await prepareCatData(data, Number(values.cats));
await mkdir(join(data, "files"), { recursive: true });
const database = await startDatabase(dataDir);
const pool = createPool(database.url, 2, () => {});
try {
  // When somebody was seen last is written down every ten minutes: nobody was seen yet.
  await pool.query("delete from session");
  const tokens = await signIn(pool, await pickPeople(pool, 200));
  const requests = requestsFor(tokens, 4000);
  const statements = await mostStatements(join(data, "files"), database.url, requests.slice(0, 200));
  const program = await startProgram({
    port,
    dataDir: join(data, "files"),
    databaseUrl: database.url,
    logFile: join(data, "program.log"),
  });
  try {
    const measure = createMeasure(port, program, database);
    const load = { warmUpSeconds: 5, seconds };
    const most = await measure("any filter, 8 connections", { ...load, requests, connections: 8 });
    // After the one above, which has filled the caches of program and database as a site that runs has them.
    const fixed = await measure(`any filter, ${rate} a second`, { ...load, requests, connections: 20, rate });
    const alone = await measure("any filter, one at a time", { ...load, requests, connections: 1 });
    const isReached = printReport(
      `Directory of ${Number(values.cats).toLocaleString("en")} cats`,
      measuredHead,
      [fixed.row, alone.row, most.row],
      [
        { what: `p99 at ${rate} arrivals a second`, measured: fixed.run.p99, unit: "ms", atMost: 20 },
        { what: "p99 of one at a time", measured: alone.run.p99, unit: "ms", atMost: 20 },
        { what: "statements of a page", measured: statements, unit: "", atMost: 3 },
        {
          what: "errors",
          measured: errorsOf(fixed.run) + errorsOf(alone.run) + errorsOf(most.run),
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
