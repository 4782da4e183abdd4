import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { median } from "./lib/latencies.ts";
import { readOptions } from "./lib/options.ts";
import { cleanEnvironment, root } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";

const options = readOptions();
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Seconds from `npm start` to the first page with a 200; then ends it and waits. */
async function secondsToFirstPage(folder: string): Promise<number> {
  const logFile = join(folder, "..", "start.log");
  const log = openSync(logFile, "w");
  const begun = performance.now();
  const child = spawn(npm, ["start"], {
    cwd: folder,
    stdio: ["ignore", log, log],
    env: { ...cleanEnvironment(), PORT: String(options.port) },
  });
  closeSync(log);
  const ended = once(child, "exit");
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(readFileSync(logFile, "utf8").slice(-4000));
      const response = await fetch(`http://127.0.0.1:${options.port}/`).catch(() => undefined);
      await response?.text();
      if (response?.ok) return (performance.now() - begun) / 1000;
      await pause(20);
    }
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

const folder = await mkdtemp(join(tmpdir(), "maru-start-"));
try {
  const clone = join(folder, "maru");
  execFileSync("git", ["clone", "--quiet", root, clone]);
  const first = await secondsToFirstPage(clone);
  const later: number[] = [];
  for (let round = 0; round < options.rounds; round++) later.push(await secondsToFirstPage(clone));
  const isReached = printReport(
    "Starting: `npm start` in a fresh clone, packages in npm's cache, demo community included",
    ["start", "seconds to the first page"],
    [["first", first], ...later.map((seconds): [string, number] => ["again", seconds])],
    [
      { what: "second start", measured: later[0]!, unit: "s", atMost: 2 },
      { what: "later starts (median)", measured: median(later), unit: "s", atMost: 2 },
    ],
  );
  process.exitCode = isReached ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
