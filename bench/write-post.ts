import { median } from "./lib/latencies.ts";
import { errorsOf, type LoadReport, type LoadRequest, runLoad } from "./lib/load.ts";
import { readOptions } from "./lib/options.ts";
import { printReport } from "./lib/report.ts";
import { homeRequests, pickByFollowers, pickFollowers, signIn } from "./lib/sessions.ts";
import { withStage } from "./lib/stage.ts";
import type { Row } from "./lib/table.ts";

const connections = 20;
/** Far more than a large site sees, and far less than what the machine can do: what one person waits for, not a queue. */
const perSecond = 50;

/** Without a hashtag, so that nobody but the followers gets the post. */
function postRequests(tokens: string[], count: number): LoadRequest[] {
  return Array.from({ length: count }, (_, index) => ({
    method: "POST",
    path: "/api/v1/posts",
    token: tokens[index % tokens.length]!,
    body: JSON.stringify({ text: `오늘은 창가에 햇살이 오래 머물렀다. 고양이도 그랬다. ${index}` }),
  }));
}

interface Run {
  name: string;
  isMany: boolean;
  isFixed: boolean;
  report: LoadReport;
  /** Milliseconds per post. */
  programCpu: number;
  databaseCpu: number;
}

const options = readOptions();

const isReached = await withStage(options, async (stage) => {
  const { pool, program } = stage;
  const few = await pickByFollowers(pool, connections, 30);
  const [many] = await pickByFollowers(pool, 1, 10_000);
  if (!many) throw new Error("the data set has nobody with 10,000 followers");
  const fewIds = few.map((author) => author.id);
  const fewTokens = await signIn(pool, fewIds);
  const manyTokens = await signIn(pool, [many.id]);
  const followers = await signIn(pool, await pickFollowers(pool, many.id, many.followers));
  // Warm timelines, so that every post by the second author is pushed into all of them.
  const warming = await runLoad({
    port: program.port,
    requests: homeRequests(followers),
    connections: 20,
    count: followers.length,
  });

  async function write(isMany: boolean, isFixed: boolean): Promise<Run> {
    const requests = postRequests(isMany ? manyTokens : fewTokens, 1000);
    const { seconds } = options;
    const before = stage.cpuSeconds();
    const rate = isFixed ? { rate: perSecond } : {};
    const report = await runLoad({
      port: program.port,
      requests,
      connections,
      seconds,
      warmUpSeconds: 1,
      ...rate,
    });
    const after = stage.cpuSeconds();
    const authors = isMany
      ? `one author, ${many!.followers} followers`
      : `20 authors, ${few[0]!.followers} followers`;
    return {
      name: `${authors}, ${isFixed ? `${perSecond} a second` : "as fast as answered"}`,
      isMany,
      isFixed,
      report,
      programCpu: ((after.program - before.program) * 1000) / report.answered,
      databaseCpu: ((after.database - before.database) * 1000) / report.answered,
    };
  }

  await write(false, false);
  await write(true, false);
  const runs: Run[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const isFixed of [true, false]) {
      for (const isMany of [false, true]) runs.push(await write(isMany, isFixed));
    }
  }
  const middle = (isMany: boolean, isFixed: boolean, key: "p50" | "p99") =>
    median(
      runs.filter((run) => run.isMany === isMany && run.isFixed === isFixed).map((run) => run.report[key]),
    );
  const rows = runs
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, report, programCpu, databaseCpu }): Row => [
      name,
      report.perSecond,
      report.p50,
      report.p90,
      report.p99,
      report.max,
      programCpu,
      databaseCpu,
      errorsOf(report),
    ]);
  return printReport(
    `Writing a post: ${connections} connections`,
    ["run", "posts/s", "p50 ms", "p90 ms", "p99 ms", "max ms", "program CPU ms", "database CPU ms", "errors"],
    rows,
    [
      {
        what: `p99, 30 followers, ${perSecond} a second`,
        measured: middle(false, true, "p99"),
        unit: "ms",
        atMost: 10,
      },
      {
        what: `p99, 10,000 warm followers, ${perSecond} a second`,
        measured: middle(true, true, "p99"),
        unit: "ms",
        atMost: 10,
      },
      {
        what: "median with 10,000 followers, of that with 30",
        measured: (middle(true, true, "p50") / middle(false, true, "p50")) * 100,
        unit: "%",
        atMost: 150,
      },
      {
        what: "errors",
        measured: errorsOf(warming) + runs.reduce((sum, { report }) => sum + errorsOf(report), 0),
        unit: "",
        atMost: 0,
      },
    ],
  );
});
process.exitCode = isReached ? 0 : 1;
