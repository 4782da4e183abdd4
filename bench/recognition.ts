import { statSync } from "node:fs";
import { join } from "node:path";
import { formOf } from "../apps/server/test/photo-form.ts";
import { fromCamera } from "../apps/server/test/photos.ts";
import { readCard } from "../apps/server/src/spaces/cats/recognition/card.ts";
import { residentBytesOf } from "./lib/cpu.ts";
import { call } from "./lib/http.ts";
import { median } from "./lib/latencies.ts";
import { errorsOf, type LoadReport, type LoadRequest, runLoad } from "./lib/load.ts";
import { readOptions } from "./lib/options.ts";
import { root, startProgram } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";
import { homeRequests, pickPeople, signIn } from "./lib/sessions.ts";
import { type Stage, withStage } from "./lib/stage.ts";
import type { Row } from "./lib/table.ts";

const readers = 2_000;
const photographers = 12;
/** How often homes are read, and photos come, while each is measured beside the other. */
const rates = { homes: 200, photos: 20 };
const megabyte = 1e6;

const options = readOptions({ model: join(root, "models/breed") });
const { seconds, rounds, own } = options;

/** A photo by each of these people. */
function photoRequests(tokens: string[], photo: Buffer): LoadRequest[] {
  const { payload, headers } = formOf([["file", photo, "cat.jpg"]]);
  return tokens.map((token) => ({
    method: "POST",
    path: "/api/v1/cats/recognize",
    token,
    body: payload,
    type: headers["content-type"],
  }));
}

/** The most memory that the program has while something is done, looked at often. */
async function mostMemory<T>(stage: Stage, work: () => Promise<T>): Promise<{ result: T; bytes: number }> {
  let bytes = 0;
  const timer = setInterval(() => (bytes = Math.max(bytes, residentBytesOf(stage.program.pid))), 50);
  try {
    return { result: await work(), bytes };
  } finally {
    clearInterval(timer);
  }
}

const isReached = await withStage(options, async (stage) => {
  const tokens = await signIn(stage.pool, await pickPeople(stage.pool, readers + photographers));
  const homes = homeRequests(tokens.slice(0, readers));
  const photo = await fromCamera();
  const photos = photoRequests(tokens.slice(readers), photo);
  const card = await readCard(own.model);
  const modelBytes = statSync(join(own.model, card.model)).size;

  await stage.restart({ MARU_BREED_MODEL: own.model });
  const { port } = stage.program;
  const read = (more: object) => runLoad({ port, requests: homes, connections: 50, ...more });
  await read({ count: readers });
  await read({ rate: rates.homes, seconds: 3 });
  const before = residentBytesOf(stage.program.pid);

  const cold = await call(port, photos[0]!);
  const { result: alone, bytes: most } = await mostMemory(stage, () =>
    runLoad({ port, requests: photos, connections: 1, count: 60, warmUpSeconds: 1 }),
  );
  const after = residentBytesOf(stage.program.pid);
  const fast = await runLoad({ port, requests: photos, connections: 6, warmUpSeconds: 1, seconds });

  // The same photos at another program tell what the machine itself costs the homes: two programs, two generators and a database share its cores.
  const other = await startProgram({
    port: port + 1,
    dataDir: join(options.data, "files"),
    databaseUrl: stage.databaseUrl,
    logFile: join(options.data, "other-program.log"),
    env: { MARU_BREED_MODEL: own.model },
  });
  const names = ["quiet", "busy", "beside", "elsewhere", "besideElsewhere"] as const;
  const runs = Object.fromEntries(names.map((name) => [name, [] as LoadReport[]])) as Record<
    (typeof names)[number],
    LoadReport[]
  >;
  try {
    await runLoad({ port: other.port, requests: photos, connections: 1, count: 20 });
    for (let round = 0; round < rounds; round++) {
      const fixed = { warmUpSeconds: 1, seconds };
      const together = (where: number) =>
        Promise.all([
          read({ rate: rates.homes, ...fixed }),
          runLoad({ port: where, requests: photos, connections: 12, rate: rates.photos, ...fixed }),
        ]);
      runs.quiet.push(await read({ rate: rates.homes, ...fixed }));
      const [busy, beside] = await together(port);
      const [elsewhere, besideElsewhere] = await together(other.port);
      for (const [name, run] of Object.entries({ busy, beside, elsewhere, besideElsewhere }))
        runs[name as keyof typeof runs].push(run);
    }
  } finally {
    await other.stop();
  }

  const row = (name: string, run: LoadReport): Row => [
    name,
    run.perSecond,
    run.p50,
    run.p90,
    run.p99,
    run.max,
    errorsOf(run),
  ];
  const p99 = (name: keyof typeof runs) => median(runs[name].map((run) => run.p99));
  const riseOver = (name: keyof typeof runs) => (p99("busy") / p99(name) - 1) * 100;
  const all = [alone, fast, ...Object.values(runs).flat()];
  return printReport(
    `Breeds from photos: 12 megapixels, ${(photo.length / megabyte).toFixed(1)} MB as JPEG; ${card.name} ${card.version}`,
    ["run", "answers/s", "p50 ms", "p90 ms", "p99 ms", "max ms", "errors"],
    [
      row("photos, one at a time", alone),
      row("photos, 6 connections", fast),
      ...runs.quiet.map((run) => row(`home, ${rates.homes} a second`, run)),
      ...runs.busy.map((run) => row(`home, ${rates.homes} a second, with photos`, run)),
      ...runs.elsewhere.map((run) => row("… with the photos at another program", run)),
      ...runs.beside.map((run) => row(`photos, ${rates.photos} a second, with homes`, run)),
    ],
    [
      { what: "a photo, one at a time, p99", measured: alone.p99, unit: "ms", atMost: 150 },
      { what: "the first photo after the start", measured: cold.milliseconds, unit: "ms", atMost: 1000 },
      { what: "photos at full load", measured: fast.perSecond, unit: "/s", atLeast: 20 },
      { what: "home's p99, rise with photos beside it", measured: riseOver("quiet"), unit: "%", atMost: 25 },
      { what: "… over photos at another program", measured: riseOver("elsewhere"), unit: "%", atMost: 25 },
      { what: "memory added by recognition", measured: (after - before) / megabyte, unit: "MB", atMost: 80 },
      { what: "memory added, the most seen", measured: (most - before) / megabyte, unit: "MB", atMost: 80 },
      { what: "the model's file", measured: modelBytes / megabyte, unit: "MB", atMost: 4 },
      { what: "errors", measured: all.reduce((sum, run) => sum + errorsOf(run), 0), unit: "", atMost: 0 },
    ],
  );
});
process.exitCode = isReached ? 0 : 1;
