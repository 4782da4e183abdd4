import { mkdir } from "node:fs/promises";
import { pino } from "pino";
import type { Config } from "../config.ts";
import { startEmbeddedPostgres } from "../platform/database/embedded/embedded-postgres.ts";
import { findRunningPostgres } from "../platform/database/embedded/running-postgres.ts";

export interface OpenDatabase {
  url: string;
  /** Resolves when an embedded database has died and cannot be brought back. */
  lost: Promise<Error>;
  close(): Promise<void>;
}

/** The operator's database, or the embedded one, started. With `beside`, that of a Maru which is running on the same folder will do. */
export async function openDatabase(config: Config, { beside = false } = {}): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    return opened(config.databaseUrl);
  }
  const running = beside ? await findRunningPostgres(config.dataDir) : undefined;
  if (running) return opened(running);
  await mkdir(config.dataDir, { recursive: true });
  const logger = pino({ level: config.logLevel, base: null });
  let closing = false;
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    // What PostgreSQL does from minute to minute is of interest to those who ask for it.
    log: (level, message, detail) =>
      logger[level === "info" || (closing && level === "warn") ? "debug" : level](detail ?? {}, message),
  });
  return {
    url: embedded.connectionString,
    lost: new Promise((resolve) => embedded.onGiveUp(resolve)),
    close() {
      closing = true;
      return embedded.stop();
    },
  };
}

/** A database that somebody else looks after. */
function opened(url: string): OpenDatabase {
  return { url, lost: new Promise(() => {}), close: async () => {} };
}
