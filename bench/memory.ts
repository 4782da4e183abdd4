import { setTimeout as pause } from "node:timers/promises";
import { residentBytesOf } from "./lib/cpu.ts";
import { errorsOf, runLoad } from "./lib/load.ts";
import { readOptions } from "./lib/options.ts";
import { printReport } from "./lib/report.ts";
import { homeRequests, signIn } from "./lib/sessions.ts";
import { withStage } from "./lib/stage.ts";

const idleSeconds = 10;
const megabyte = 1e6;

const options = readOptions();

const isReached = await withStage(options, async (stage) => {
  const { pool } = stage;
  const { rows } = await pool.query<{ id: number }>("select id from account order by hashint8(id), id");
  const tokens = await signIn(
    pool,
    rows.map((row) => row.id),
  );
  await stage.restart();
  const atStart = residentBytesOf(stage.program.pid);
  await pause(idleSeconds * 1000);
  const idle = residentBytesOf(stage.program.pid);

  const warming = await runLoad({
    port: stage.program.port,
    requests: homeRequests(tokens),
    connections: 20,
    count: tokens.length,
  });
  const atOnce = residentBytesOf(stage.program.pid);
  await pause(idleSeconds * 1000);
  const warm = residentBytesOf(stage.program.pid);
  const again = await runLoad({
    port: stage.program.port,
    requests: homeRequests(tokens),
    connections: 50,
    count: tokens.length,
  });
  const afterAgain = residentBytesOf(stage.program.pid);

  return printReport(
    `Memory of the program (resident, without the database)`,
    ["", "MB"],
    [
      ["when ready", atStart / megabyte],
      [`idle for ${idleSeconds} s`, idle / megabyte],
      [
        `after ${tokens.length} people have read their homes (${Math.round(warming.perSecond)}/s)`,
        atOnce / megabyte,
      ],
      [`idle for ${idleSeconds} s`, warm / megabyte],
      [`after all have read them once more (${Math.round(again.perSecond)}/s)`, afterAgain / megabyte],
    ],
    [
      { what: "idle", measured: idle / megabyte, unit: "MB", atMost: 150 },
      {
        what: `with ${tokens.length} warm timelines, the most seen`,
        measured: Math.max(atOnce, warm, afterAgain) / megabyte,
        unit: "MB",
        atMost: 1000,
      },
      { what: "errors", measured: errorsOf(warming) + errorsOf(again), unit: "", atMost: 0 },
    ],
  );
});
process.exitCode = isReached ? 0 : 1;
