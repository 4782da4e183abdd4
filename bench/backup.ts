import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { chmod, mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { median } from "./lib/latencies.ts";
import { errorsOf, runLoad } from "./lib/load.ts";
import { readOptions } from "./lib/options.ts";
import { cleanEnvironment, commandLine, root, startProgram } from "./lib/program.ts";
import { printReport } from "./lib/report.ts";
import { homeRequests, pickPeople, signIn } from "./lib/sessions.ts";
import { type Stage, withStage } from "./lib/stage.ts";

/** Homes a second while nothing else happens, and while the backup is written; in windows of so many seconds. */
const load = { rate: 200, connections: 50, windowSeconds: 2, windows: 8 };
const megabyte = 1e6;

const options = readOptions();
const folder = join(options.data, "backup");
const file = join(folder, "backup.tar");

/** The most memory that a process has had so far, in bytes. */
function peakBytesOf({ pid }: ChildProcess): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Runs a command of Maru to its end; meanwhile, again and again, something else. */
async function run(
  args: string[],
  env: Record<string, string>,
  beside?: () => Promise<void>,
): Promise<{ seconds: number; peak: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, [commandLine, ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...cleanEnvironment(), LOG_LEVEL: "warn", ...env },
  });
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, peakBytesOf(child))), 50);
  let isRunning = true;
  const ended = once(child, "exit").then(([code]) => {
    isRunning = false;
    if (code !== 0) throw new Error(`maru ${args[0]} ended with ${code as number | null}`);
    return (performance.now() - begun) / 1000;
  });
  const all = (async () => {
    while (beside && isRunning) await beside();
  })();
  try {
    return { seconds: await ended, peak: peak / megabyte };
  } finally {
    clearInterval(timer);
    await all;
  }
}

/** The p99 of one window of reading homes, in milliseconds. */
async function p99(stage: Stage, tokens: string[]): Promise<number> {
  const report = await runLoad({
    port: stage.program.port,
    requests: homeRequests(tokens),
    connections: load.connections,
    rate: load.rate,
    seconds: load.windowSeconds,
  });
  if (errorsOf(report) > 0) throw new Error(`${errorsOf(report)} errors while homes were read`);
  return report.p99;
}

async function fresh(name: string): Promise<string> {
  const path = join(folder, name);
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
  // The database runs as a user of its own when the bench runs as root.
  await chmod(path, 0o755);
  return path;
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
try {
  const written = await withStage(options, async (stage) => {
    const tokens = await signIn(stage.pool, await pickPeople(stage.pool, 5_000));
    await p99(stage, tokens);
    const alone: number[] = [];
    for (let window = 0; window < load.windows; window++) alone.push(await p99(stage, tokens));
    const beside: number[] = [];
    const env = { DATABASE_URL: stage.databaseUrl, MARU_DATA_DIR: join(options.data, "files") };
    const backup = await run(["backup", file], env, async () => void beside.push(await p99(stage, tokens)));
    return { ...backup, alone: median(alone), beside: median(beside) };
  });
  const { size } = await stat(file);
  const dataDir = await fresh("restored");
  const restored = await run(["restore", file], { MARU_DATA_DIR: dataDir });
  const begun = performance.now();
  const { port } = options;
  const program = await startProgram({ port, dataDir, logFile: join(folder, "restored.log") });
  const startSeconds = (performance.now() - begun) / 1000;
  await program.stop();
  const verified = await run(["verify-backup", file], { MARU_DATA_DIR: await fresh("verified") });
  const isReached = printReport(
    `Backup of ${options.posts.toLocaleString("en")} posts, ${options.people.toLocaleString("en")} people and ${options.follows.toLocaleString("en")} follows: ${(size / megabyte).toFixed(0)} MB`,
    ["step", "seconds", "MB/s", "peak MB"],
    [
      ["backup, while homes are read", written.seconds, size / megabyte / written.seconds, written.peak],
      ["restore", restored.seconds, size / megabyte / restored.seconds, restored.peak],
      ["first start after it", startSeconds, "", ""],
      ["verify-backup", verified.seconds, size / megabyte / verified.seconds, verified.peak],
    ],
    [
      { what: "backup", measured: written.seconds, unit: "s", atMost: 300 },
      { what: "restore", measured: restored.seconds, unit: "s", atMost: 300 },
      {
        what: `p99 of ${load.rate} homes a second beside the backup, of that alone (${written.alone.toFixed(1)} ms)`,
        measured: written.beside / written.alone,
        unit: "×",
        atMost: 2,
      },
      { what: "peak memory", measured: Math.max(written.peak, restored.peak), unit: "MB", atMost: 400 },
    ],
  );
  process.exitCode = isReached ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
