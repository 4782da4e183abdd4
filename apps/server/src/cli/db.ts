import type { Config } from "../config.ts";
import { isSiteRunning } from "../platform/backup/backup-queries.ts";
import { connect, hangUp } from "../platform/backup/connect.ts";
import { moveDatabase } from "../platform/backup/move-database.ts";
import { allMigrations, migrateRestored, moved } from "../site-backup.ts";
import { openDatabase } from "./database.ts";

const usage = "maru db move postgresql://user:password@host/database";

/** `maru db …`: looks after the database while the site is stopped. Answers the exit code. */
export async function db(config: Config, args: string[]): Promise<number> {
  const [command, target, ...rest] = args;
  if (command !== "move" || target === undefined || rest.length > 0 || !isPostgres(target)) {
    console.error(`It is: ${usage}`);
    return 2;
  }
  const began = Date.now();
  const database = await openDatabase(config);
  try {
    await expectStopped(database.url);
    const { header, manifest } = await moveDatabase(database.url, target, {
      spaces: allMigrations,
      kept: moved,
    });
    await migrateRestored(config, target);
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(
      `${rows} rows of ${header.tables.length} tables are there, and compared, in ${seconds} s. ` +
        "Start Maru with that address as DATABASE_URL. The old database is as it was; the pictures stay where they are.",
    );
    return 0;
  } finally {
    await database.close();
  }
}

const isPostgres = (url: string) =>
  URL.canParse(url) && ["postgres:", "postgresql:"].includes(new URL(url).protocol);

/** What people write after the copy was made would be lost. */
async function expectStopped(databaseUrl: string): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    if (await isSiteRunning(client))
      throw new Error(
        "Maru is running on this database. Stop it first, so that nothing is written meanwhile.",
      );
  } finally {
    hangUp(client);
  }
}
