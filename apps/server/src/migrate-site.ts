import type pg from "pg";
import type { Config } from "./config.ts";
import { migrate } from "./platform/database/migrate.ts";
import { chooseSpaces, migrationsOf } from "./spaces/index.ts";

/** Brings the schema of a site up to date, that of its spaces too; tells what it applies. */
export function migrateSite(pool: pg.Pool, config: Config, tell: (name: string) => void): Promise<void> {
  return migrate(pool, tell, migrationsOf(chooseSpaces(config.spaces)));
}
