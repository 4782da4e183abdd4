import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { cpuSecondsOf } from "../lib/cpu.ts";
import { cleanEnvironment, commandLine, root } from "../lib/program.ts";
import type { FilmStage } from "./stage.ts";

export interface Rebuilt {
  seconds: number;
  /** The most memory that the program had, in bytes. */
  peak: number;
  programCpu: number;
  databaseCpu: number;
}

/** `maru rebuild films`, as an operator runs it. Throws when it fails. */
export async function rebuildFilms({ databaseUrl, database, files }: FilmStage): Promise<Rebuilt> {
  const [begun, databaseBefore] = [performance.now(), cpuSecondsOf(database.pid)];
  const child = spawn(process.execPath, [commandLine, "rebuild", "films"], {
    cwd: root,
    stdio: "inherit",
    env: { ...cleanEnvironment(), DATABASE_URL: databaseUrl, MARU_DATA_DIR: files, LOG_LEVEL: "warn" },
  });
  const seen = { peak: 0, cpu: 0 };
  const timer = setInterval(() => look(child, seen), 50);
  try {
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`maru rebuild films ended with ${code}`);
  } finally {
    clearInterval(timer);
  }
  return {
    seconds: (performance.now() - begun) / 1000,
    peak: seen.peak,
    programCpu: seen.cpu,
    databaseCpu: cpuSecondsOf(database.pid) - databaseBefore,
  };
}

/** What a process that still runs has used so far. */
function look({ pid }: ChildProcess, seen: { peak: number; cpu: number }): void {
  try {
    const high = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    seen.peak = Math.max(seen.peak, Number(high?.[1] ?? 0) * 1024);
    seen.cpu = Math.max(seen.cpu, cpuSecondsOf(pid!));
  } catch {
    // It has just ended.
  }
}
