import { mkdir } from "node:fs/promises";
import { pino } from "pino";
import type { Config } from "../config.ts";
import { startEmbeddedPostgres } from "../platform/database/embedded/embedded-postgres.ts";

export interface OpenDatabase {
  url: string;
  /** Resolves when an embedded database has died and cannot be brought back. */
  lost: Promise<Error>;
  close(): Promise<void>;
}

/** The operator's database, or the embedded one, started. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    return { url: config.databaseUrl, lost: new Promise(() => {}), close: async () => {} };
  }
  await mkdir(config.dataDir, { recursive: true });
  const logger = pino({ level: config.logLevel, base: null });
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    // What PostgreSQL does from minute to minute is of interest to those who ask for it.
    log: (level, message, detail) => logger[level === "info" ? "debug" : level](detail ?? {}, message),
  });
  return {
    url: embedded.connectionString,
    lost: new Promise((resolve) => embedded.onGiveUp(resolve)),
    close: () => embedded.stop(),
  };
}
