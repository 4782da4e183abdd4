import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { createPool } from "../../apps/server/src/platform/database/database.ts";
import { cpuSecondsOf } from "./cpu.ts";
import { prepareDataSet, startDatabase } from "./data-set.ts";
import type { BenchOptions } from "./options.ts";
import { type Program, startProgram } from "./program.ts";

/** The program on a fresh copy of the large data set, and a hand on its database. */
export interface Stage {
  program: Program;
  pool: pg.Pool;
  databaseUrl: string;
  /** Seconds of CPU that the program and all processes of the database have used so far. */
  cpuSeconds(): { program: number; database: number };
  /** Starts the program anew, with cold caches and with other settings where given. */
  restart(env?: Record<string, string>, nodeOptions?: string[]): Promise<void>;
}

const copy = "maru_bench";

/** Sets the stage, works on it, and takes everything down, also after an error or Ctrl-C. */
export async function withStage<T>(options: BenchOptions, work: (stage: Stage) => Promise<T>): Promise<T> {
  const dataDir = await prepareDataSet(options);
  const files = join(options.data, "files");
  await mkdir(files, { recursive: true });
  const takeDown: (() => Promise<void>)[] = [];
  const strike = async () => {
    while (takeDown.length > 0) await takeDown.pop()!().catch((error: unknown) => console.error(error));
  };
  const interrupted = () => void strike().finally(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const database = await startDatabase(dataDir);
    takeDown.push(() => database.stop());
    const admin = createPool(withDatabase(database.url, "postgres"), 1, () => {});
    takeDown.push(() => admin.end());
    await admin.query("set statement_timeout = 0");
    await admin.query(`drop database if exists ${copy} with (force)`);
    await admin.query(`create database ${copy} template maru strategy file_copy`);
    takeDown.push(async () => void (await admin.query(`drop database if exists ${copy} with (force)`)));
    const databaseUrl = withDatabase(database.url, copy);
    const pool = createPool(databaseUrl, 2, () => {});
    takeDown.push(() => pool.end());
    const start = (env: Record<string, string> = {}, nodeOptions: string[] = []) =>
      startProgram({
        port: options.port,
        dataDir: files,
        databaseUrl,
        logFile: join(options.data, "program.log"),
        env,
        nodeOptions,
      });
    const stage: Stage = {
      program: await start(),
      pool,
      databaseUrl,
      cpuSeconds: () => ({
        program: cpuSecondsOf(stage.program.pid),
        database: cpuSecondsOf(database.pid),
      }),
      async restart(env, nodeOptions) {
        await stage.program.stop();
        stage.program = await start(env, nodeOptions);
      },
    };
    takeDown.push(() => stage.program.stop());
    return await work(stage);
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await strike();
    await rm(files, { recursive: true, force: true });
  }
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}
