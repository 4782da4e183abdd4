import { errorsOf, type LoadRequest, runLoad } from "./lib/load.ts";
import { median } from "./lib/latencies.ts";
import { readOptions } from "./lib/options.ts";
import { printReport } from "./lib/report.ts";
import { homeRequests, pickByFollowers, pickFollowers, signIn } from "./lib/sessions.ts";
import { withStage } from "./lib/stage.ts";
import type { Row } from "./lib/table.ts";

const connections = 20;
const perConnection = 50;

function postRequests(tokens: string[], count: number): LoadRequest[] {
  return Array.from({ length: count }, (_, index) => ({
    method: "POST",
    path: "/api/v1/posts",
    token: tokens[index % tokens.length]!,
    body: JSON.stringify({ text: `오늘은 창가에 햇살이 오래 머물렀다. 고양이도 그랬다. ${index} #고양이` }),
  }));
}

const options = readOptions();

const isReached = await withStage(options, async ({ pool, program }) => {
  const few = await pickByFollowers(pool, connections, 30);
  const [many] = await pickByFollowers(pool, 1, 10_000);
  if (!many) throw new Error("the data set has nobody with 10,000 followers");
  const fewTokens = await signIn(
    pool,
    few.map((author) => author.id),
  );
  const manyTokens = await signIn(pool, [many.id]);
  const followers = await signIn(pool, await pickFollowers(pool, many.id, 10_000));
  // Warm timelines, so that every post by the second author is pushed into all of them.
  await runLoad({
    port: program.port,
    requests: homeRequests(followers),
    connections: 20,
    count: followers.length,
  });

  const count = connections * perConnection;
  const write = (tokens: string[]) =>
    runLoad({ port: program.port, requests: postRequests(tokens, count), connections, count });
  await write(fewTokens);
  const runs: { name: string; isMany: boolean; report: Awaited<ReturnType<typeof write>> }[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const [isMany, tokens] of [
      [false, fewTokens],
      [true, manyTokens],
    ] as const) {
      const name = isMany
        ? `one author with ${many.followers} followers`
        : `${few.length} authors with ${few[0]!.followers} followers`;
      runs.push({ name, isMany, report: await write(tokens) });
    }
  }
  const middle = (isMany: boolean, key: "p50" | "p99") =>
    median(runs.filter((run) => run.isMany === isMany).map((run) => run.report[key]));
  const rows = runs.map(({ name, report }): Row => [
    name,
    report.perSecond,
    report.p50,
    report.p90,
    report.p99,
    report.max,
    errorsOf(report),
  ]);
  return printReport(
    `Writing a post: ${connections} connections`,
    ["run", "posts/s", "p50 ms", "p90 ms", "p99 ms", "max ms", "errors"],
    rows,
    [
      { what: "p99, some 30 followers", measured: middle(false, "p99"), unit: "ms", atMost: 10 },
      { what: "p99, more than 10,000 warm followers", measured: middle(true, "p99"), unit: "ms", atMost: 10 },
      {
        what: "median with 10,000 followers, of that with 30",
        measured: (middle(true, "p50") / middle(false, "p50")) * 100,
        unit: "%",
        atMost: 150,
      },
      {
        what: "errors",
        measured: runs.reduce((sum, { report }) => sum + errorsOf(report), 0),
        unit: "",
        atMost: 0,
      },
    ],
  );
});
process.exitCode = isReached ? 0 : 1;
