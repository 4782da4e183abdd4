import { existsSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { createMaru } from "../../apps/server/src/app.ts";
import { readConfig } from "../../apps/server/src/config.ts";
import { createPool } from "../../apps/server/src/platform/database/database.ts";
import { migrate } from "../../apps/server/src/platform/database/migrate.ts";
import { migrationsOf, spaces } from "../../apps/server/src/spaces/index.ts";
import { startDatabase } from "../lib/data-set.ts";
import { fillCatalogue } from "./fill-catalogue.ts";
import { fillOpinions } from "./fill-opinions.ts";
import { fillLog } from "./fill-log.ts";
import type { FilmSizes } from "./sizes.ts";

/** Derived data that pages need, besides that of the films: the program would make it when it starts, and take its time. */
const consumers = ["people-counters", "post-counters", "topic-counters", "search", "search-names"];

/**
 * The folder of a database with films and all that members have said of them, made once; scores and ranks are left to be made of the log. Delete it
 * to have it made anew.
 */
export async function prepareFilmData(data: string, name: string, sizes: FilmSizes): Promise<string> {
  const dataDir = join(data, name);
  const complete = join(dataDir, "complete");
  if (existsSync(complete)) return dataDir;
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  // The database runs as a user of its own when the bench runs as root.
  await chmod(dataDir, 0o755);
  console.log(`Making the data set in ${dataDir}`);
  const database = await startDatabase(dataDir);
  const pool = createPool(database.url, 1, () => {});
  try {
    await migrate(pool, () => {}, migrationsOf(spaces));
    await fill(pool, sizes);
    await derive(database.url, dataDir);
  } finally {
    await pool.end();
    await database.stop();
  }
  await writeFile(complete, "");
  return dataDir;
}

async function fill(pool: pg.Pool, sizes: FilmSizes): Promise<void> {
  const begun = performance.now();
  await pool.query("set statement_timeout = 0");
  // Fifty times what the site's own statements may use: these sort millions of rows.
  await pool.query("set work_mem = '400MB'");
  await pool.query("set maintenance_work_mem = '400MB'");
  await pool.query("select setseed(0.5)");
  for (const part of [fillCatalogue, fillOpinions, fillLog]) {
    await part(pool, sizes);
    console.log(`  ${part.name}, ${Math.round((performance.now() - begun) / 1000)} s`);
  }
  await pool.query("vacuum analyze");
}

async function derive(databaseUrl: string, dataDir: string): Promise<void> {
  const config = readConfig({ MARU_DATA_DIR: dataDir, MARU_DEMO: "off", LOG_LEVEL: "warn" });
  const maru = await createMaru(config, databaseUrl);
  try {
    for (const consumer of consumers) await maru.rebuild(consumer);
  } finally {
    await maru.stop();
  }
}
