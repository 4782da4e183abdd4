import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export const root = join(import.meta.dirname, "../..");
export const commandLine = join(root, "apps/server/src/cli/main.ts");

export interface Program {
  pid: number;
  port: number;
  /** Ends it by SIGTERM, or by SIGKILL when it does not end within half a minute. Repeat-safe. */
  stop(): Promise<void>;
}

export interface ProgramOptions {
  port: number;
  /** Files of the program; its own database too, unless `databaseUrl` is given. */
  dataDir: string;
  databaseUrl?: string;
  /** What it says goes here. */
  logFile: string;
  env?: Record<string, string>;
  nodeOptions?: string[];
}

/** The environment of this process without any setting of Maru, so that nothing but the bench decides. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(MARU_|DATABASE_URL$|PORT$|HOST$|LOG_LEVEL$|NODE_ENV$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** Starts the program as `npm start` does, with limits and demo off, and waits until it is ready. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { port, dataDir, databaseUrl, logFile, env = {}, nodeOptions = [] } = options;
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, [...nodeOptions, commandLine, "start"], {
    cwd: root,
    stdio: ["ignore", log, log],
    env: {
      ...cleanEnvironment(),
      NODE_COMPILE_CACHE: join(root, "node_modules/.cache/maru-compiled"),
      PORT: String(port),
      MARU_DATA_DIR: dataDir,
      MARU_DEMO: "off",
      MARU_RATE_LIMITS: "off",
      LOG_LEVEL: "warn",
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      ...env,
    },
  });
  closeSync(log);
  try {
    await untilReady(child, `http://127.0.0.1:${port}/readyz`);
  } catch (error) {
    await end(child);
    throw new Error(`${(error as Error).message}\n${readFileSync(logFile, "utf8").slice(-4000)}`);
  }
  return { pid: child.pid!, port, stop: () => end(child) };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await pause(20)) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
  }
  throw new Error(`the program was not ready in time: ${url}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 30_000);
  await ended;
  clearTimeout(hard);
}
