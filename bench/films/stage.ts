import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { createPool } from "../../apps/server/src/platform/database/database.ts";
import { startDatabase } from "../lib/data-set.ts";

export interface FilmStage {
  databaseUrl: string;
  /** The postmaster. */
  database: { pid: number };
  pool: pg.Pool;
  /** For files of the program. */
  files: string;
}

const copy = "maru_bench";

/** Works on a copy of the data set, which stays as it was made; takes everything down afterwards, also after an error or Ctrl-C. */
export async function withFilmStage<T>(dataDir: string, work: (stage: FilmStage) => Promise<T>): Promise<T> {
  const files = join(dataDir, "files");
  await mkdir(files, { recursive: true });
  const takeDown: (() => Promise<unknown>)[] = [() => rm(files, { recursive: true, force: true })];
  const strike = async () => {
    while (takeDown.length > 0) await takeDown.pop()!().catch((error: unknown) => console.error(error));
  };
  const interrupted = () => void strike().finally(() => process.exit(130));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const database = await startDatabase(dataDir);
    takeDown.push(() => database.stop());
    const admin = createPool(addressOf(database.url, "postgres"), 1, () => {});
    takeDown.push(() => admin.end());
    await admin.query("set statement_timeout = 0");
    await admin.query(`drop database if exists ${copy} with (force)`);
    await admin.query(`create database ${copy} template maru strategy file_copy`);
    takeDown.push(() => admin.query(`drop database if exists ${copy} with (force)`));
    const databaseUrl = addressOf(database.url, copy);
    const pool = createPool(databaseUrl, 2, () => {});
    takeDown.push(() => pool.end());
    return await work({ databaseUrl, database, pool, files });
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await strike();
  }
}

function addressOf(database: string, name: string): string {
  const url = new URL(database);
  url.pathname = `/${name}`;
  return url.href;
}
