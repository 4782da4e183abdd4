import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startNginx } from "../apps/server/test/nginx.ts";
import { requireOrSkip } from "../apps/server/test/services.ts";
import type { LoadRequest } from "./lib/load.ts";
import { readOptions } from "./lib/options.ts";
import { type Program, startProgram } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";
import { pickPeople, signIn } from "./lib/sessions.ts";
import { withStage } from "./lib/stage.ts";
import type { Row } from "./lib/table.ts";
import { sendVisitors, type VisitorsReport } from "./lib/visitors.ts";

const options = readOptions({ people: "5000", follows: "100000", posts: "20000", visitors: "500" });
/** Who is there at the same time, each of whom asks for something once a second. */
const visitors = Number(options.own.visitors);
const nginxProgram = requireOrSkip("nginx");
if (nginxProgram === undefined) throw new Error("nginx is missing: npm run services -- start nginx");

/** Of a hundred requests 80 are homes, 10 the first page, 5 searches, and 5 new posts. */
function mixOf(tokens: string[]): LoadRequest[] {
  return tokens.map((token, index) => {
    const place = index % 20;
    if (place === 0) {
      const body = JSON.stringify({ text: `다시 시작하는 동안 ${index}` });
      return { kind: "new post", method: "POST", path: "/api/v1/posts", token, body };
    }
    if (place === 10)
      return {
        kind: "search",
        method: "GET",
        path: `/api/v1/search?q=${encodeURIComponent("고양이")}`,
        token,
      };
    if (place % 10 === 5) return { kind: "first page", method: "GET", path: "/" };
    return { kind: "home", method: "GET", path: "/api/v1/feeds/home", token };
  });
}

const isReached = await withStage(options, async (stage) => {
  const tokens = await signIn(stage.pool, await pickPeople(stage.pool, 2000));
  const ports = [options.port, options.port + 1] as const;
  const env = { MARU_TRUST_PROXY: "on" };
  await stage.restart(env);
  const startSecond = (): Promise<Program> =>
    startProgram({
      port: ports[1],
      dataDir: join(options.data, "files"),
      databaseUrl: stage.databaseUrl,
      logFile: join(options.data, "second.log"),
      env,
    });
  let second = await startSecond();
  const nginx = await startNginx(nginxProgram, ports, { tls: false });
  try {
    const requests = mixOf(tokens);
    const warming = sendVisitors(nginx.port, requests, visitors);
    await pause(5000);
    await warming.end();
    const quiet = sendVisitors(nginx.port, requests, visitors);
    await pause(options.seconds * 1000);
    const steady = await quiet.end();

    const busy = sendVisitors(nginx.port, requests, visitors);
    await pause(2000);
    await stage.restart(env);
    await second.stop();
    second = await startSecond();
    await pause(2000);
    const restarting = await busy.end();

    const failed = ({ failures }: VisitorsReport) =>
      [...failures.values()].reduce((sum, one) => sum + one, 0);
    const row = (name: string, report: VisitorsReport): Row => [
      name,
      report.count,
      failed(report),
      report.p50,
      report.p99,
      report.max,
    ];
    for (const report of [steady, restarting]) if (failed(report) > 0) console.log(report.failures);
    return printReport(
      `${visitors} people, each asking once a second, at two processes behind nginx`,
      ["", "requests", "failed", "p50 ms", "p99 ms", "max ms"],
      [row("all is well", steady), row("one after the other restarts", restarting)],
      [
        { what: "failed while restarting", measured: failed(restarting), unit: "", atMost: 0 },
        { what: "failed otherwise", measured: failed(steady), unit: "", atMost: 0 },
        { what: "p99 when all is well", measured: steady.p99, unit: "ms", atMost: 200 },
      ],
    );
  } finally {
    await nginx.stop();
    await second.stop();
  }
});
process.exitCode = isReached ? 0 : 1;
