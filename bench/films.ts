import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { prepareFilmData } from "./films/data-set.ts";
import { pickProbes, type Seen, watch } from "./films/probes.ts";
import { readRequests } from "./films/read-requests.ts";
import { type Rebuilt, rebuildFilms } from "./films/rebuild.ts";
import { sizesOf } from "./films/sizes.ts";
import { type FilmStage, withFilmStage } from "./films/stage.ts";
import { type Voter, voteRequests } from "./films/votes.ts";
import type { LatencySummary } from "./lib/latencies.ts";
import { errorsOf, type LoadReport } from "./lib/load.ts";
import { createMeasure, measuredHead } from "./lib/measure.ts";
import { type Program, startProgram } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";
import { signIn } from "./lib/sessions.ts";
import { countStatements } from "./lib/statements.ts";
import { type Row, table } from "./lib/table.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(import.meta.dirname, ".data") },
    scale: { type: "string", default: "1" },
    port: { type: "string", default: "5950" },
    seconds: { type: "string", default: "60" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(`Scores and ranks of films: until a vote is seen, a rebuild of the whole log, and lists and pages at a fixed arrival.

  --scale N     a part of the full size, 0.02 or so for a first look (1)
  --seconds N   measured time of each run (60)
  --data DIR    where the data set is kept (bench/.data)
  --port N      of the program (5950)`);
  process.exit(0);
}
const scale = Number(values.scale);
const seconds = Number(values.seconds);
const port = Number(values.port);
if (!(scale > 0 && scale <= 10)) throw new Error("--scale is a number above 0");
const sizes = sizesOf(scale);
const warmUpSeconds = 5;
const readRate = 100;
const voteRate = 200;
/** Votes and reactions that are looked for, each second. */
const probeRate = { films: 4, reviews: 1 };
const voters = 3_000;

async function pickVoters({ pool }: FilmStage): Promise<Voter[]> {
  const { rows } = await pool.query<{ id: number }>(
    "select account_id as id from film_member where weight > 0 order by hashint8(account_id) limit $1",
    [voters],
  );
  const ids = rows.map(({ id }) => id);
  const tokens = await signIn(pool, ids);
  return ids.map((id, place) => ({ id, token: tokens[place]! }));
}

interface Reading {
  run: LoadReport;
  row: Row;
  /** The most statements of a request, by kind. */
  statements: Map<string, number>;
}

async function read(
  stage: FilmStage,
  measure: ReturnType<typeof createMeasure>,
  people: readonly Voter[],
): Promise<Reading> {
  const requests = await readRequests(
    stage.pool,
    port,
    people.slice(0, 500).map(({ token }) => token),
  );
  const done = await measure(`lists and pages of films, ${readRate} a second`, {
    requests,
    connections: 20,
    rate: readRate,
    warmUpSeconds,
    seconds,
  });
  const some = requests.slice(0, 600);
  const statements = new Map<string, number>();
  for (const [place, count] of (await countStatements(stage.files, stage.databaseUrl, some)).entries()) {
    const { kind } = some[place]!;
    statements.set(kind, Math.max(count, statements.get(kind) ?? 0));
  }
  return { ...done, statements };
}

async function vote(stage: FilmStage, measure: ReturnType<typeof createMeasure>, people: readonly Voter[]) {
  const probes = await pickProbes(stage.pool, probeRate.films * seconds, probeRate.reviews * seconds);
  const requests = await voteRequests(
    stage.pool,
    people,
    voteRate * (warmUpSeconds + seconds),
    new Set(probes.films.map(({ id }) => id)),
  );
  const [load, seen] = await Promise.all([
    measure(`votes, ${voteRate} a second`, {
      requests,
      connections: 30,
      rate: voteRate,
      warmUpSeconds,
      seconds,
    }),
    watch(port, probes, seconds + warmUpSeconds),
  ]);
  return { ...load, seen };
}

const timesOf = (name: string, { count, p50, p90, p99, max }: LatencySummary): Row => [
  name,
  count,
  p50,
  p90,
  p99,
  max,
];

function printDetails(rebuilt: Rebuilt, { run, statements }: Reading, seen: Seen): void {
  const { seconds: took, peak, programCpu, databaseCpu } = rebuilt;
  const rebuild: Row = ["maru rebuild films", took, peak / 1e6, programCpu, databaseCpu];
  console.log(`\n${table(["rebuild", "seconds", "peak MB", "program CPU s", "database CPU s"], [rebuild])}`);
  const kinds = Object.entries(run.kinds).map(([kind, times]): Row => [
    ...timesOf(kind, times),
    statements.get(kind) ?? "–",
  ]);
  console.log(
    `\n${table(["reading", "answers", "p50 ms", "p90 ms", "p99 ms", "max ms", "statements"], kinds)}`,
  );
  const looked = [
    timesOf("a vote, until the score has it", seen.score),
    timesOf("a vote, until a list has it", seen.list),
    timesOf("a reaction, until its author's rank has it", seen.rank),
  ];
  console.log(`\n${table(["writing", "times", "p50 ms", "p90 ms", "p99 ms", "max ms"], looked)}`);
}

async function run(stage: FilmStage): Promise<boolean> {
  const rebuilt = await rebuildFilms(stage);
  // As the database does within minutes.
  await stage.pool.query("set statement_timeout = 0");
  await stage.pool.query("vacuum analyze");
  const people = await pickVoters(stage);
  const program: Program = await startProgram({
    port,
    dataDir: stage.files,
    databaseUrl: stage.databaseUrl,
    logFile: join(stage.files, "..", "program.log"),
  });
  try {
    const measure = createMeasure(port, program, stage.database);
    const reading = await read(stage, measure, people);
    const writing = await vote(stage, measure, people);
    printDetails(rebuilt, reading, writing.seen);
    const worst = (kinds: (kind: string) => boolean) =>
      Math.max(
        ...Object.entries(reading.run.kinds).flatMap(([kind, times]) => (kinds(kind) ? [times.p99] : [])),
      );
    const isList = (kind: string) => kind.startsWith("list");
    const { seen } = writing;
    return printReport(
      `${sizes.films.toLocaleString("en")} films, ${sizes.votes.toLocaleString("en")} votes and ${sizes.reviews.toLocaleString("en")} reviews of ${sizes.members.toLocaleString("en")} members`,
      measuredHead,
      [reading.row, writing.row],
      [
        {
          what: "a vote, until score and list have it, p99",
          measured: Math.max(seen.score.p99, seen.list.p99),
          unit: "ms",
          atMost: 500,
        },
        {
          what: "a reaction, until its author's rank has it, p99",
          measured: seen.rank.p99,
          unit: "ms",
          atMost: 500,
        },
        { what: "votes and reactions that were not seen", measured: seen.missing, unit: "", atMost: 0 },
        {
          what: "rebuild of scores and ranks from the whole log",
          measured: rebuilt.seconds,
          unit: "s",
          atMost: 120,
        },
        {
          what: `lists, the slowest kind, p99 at ${readRate} a second`,
          measured: worst(isList),
          unit: "ms",
          atMost: 20,
        },
        {
          what: `pages of films, the slowest kind, p99 at ${readRate} a second`,
          measured: worst((kind) => !isList(kind)),
          unit: "ms",
          atMost: 20,
        },
        {
          what: "statements of a list or page",
          measured: Math.max(...reading.statements.values()),
          unit: "",
          atMost: 4,
        },
        { what: "errors", measured: errorsOf(reading.run) + errorsOf(writing.run), unit: "", atMost: 0 },
      ],
    );
  } finally {
    await program.stop();
  }
}

const dataDir = await prepareFilmData(resolve(values.data), `films-${scale}`, sizes);
process.exitCode = (await withFilmStage(dataDir, run)) ? 0 : 1;
