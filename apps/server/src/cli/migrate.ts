import type { Config } from "../config.ts";
import { migrateSite } from "../migrate-site.ts";
import { createPool } from "../platform/database/database.ts";
import { openDatabase } from "./database.ts";

/** Brings the schema up to date, as a start does, and starts nothing: for deployments that do so before the new processes. */
export async function migrate(config: Config): Promise<number> {
  const database = await openDatabase(config, { beside: true });
  const pool = createPool(database.url, 2, () => {});
  let applied = 0;
  const tell = (name: string) => {
    applied += 1;
    console.log(`applied ${name}`);
  };
  try {
    await migrateSite(pool, config, tell);
    if (applied === 0) console.log("The schema is up to date.");
    return 0;
  } finally {
    await pool.end();
    await database.close();
  }
}
