import type { Config } from "../config.ts";
import { createDb, createPool, type Db } from "../platform/database/database.ts";
import { openDatabase } from "./database.ts";

/** Runs what needs the database only, beside the site where that runs. */
export async function withDatabase(config: Config, work: (db: Db) => Promise<number>): Promise<number> {
  const database = await openDatabase(config, { beside: true });
  const pool = createPool(database.url, 2, () => {});
  try {
    return await work(createDb(pool));
  } finally {
    await pool.end();
    await database.close();
  }
}
