import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { Config } from "../config.ts";
import { startEmbeddedPostgres } from "../platform/database/embedded/embedded-postgres.ts";

/** An empty database that is gone when it is closed: beside the operator's own, or in an embedded server of its own. */
export async function openScratchDatabase(config: Config): Promise<{ url: string; close(): Promise<void> }> {
  return config.databaseUrl === undefined ? openServer(config.dataDir) : openBeside(config.databaseUrl);
}

async function openServer(dataDir: string) {
  const folder = join(dataDir, "verify-backup");
  const options = { dataDir: folder, log: () => {} };
  await mkdir(folder, { recursive: true });
  let server = await startEmbeddedPostgres(options);
  // What one that was killed has left is stopped by the start, and goes before this one begins.
  await server.stop();
  await rm(join(folder, "postgres"), { recursive: true, force: true });
  server = await startEmbeddedPostgres({ ...options, settings: { fsync: "off" } });
  return {
    url: server.connectionString,
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openBeside(databaseUrl: string) {
  const name = `maru_verify_${randomBytes(6).toString("hex")}`;
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  await onServer(databaseUrl, `create database ${name} template template0 encoding 'UTF8'`).catch(
    (error: Error) => {
      throw new Error(
        `A database to try the backup in cannot be made (${error.message}). The user of DATABASE_URL needs CREATEDB; or verify elsewhere, without DATABASE_URL.`,
      );
    },
  );
  return {
    url: url.href,
    close: () => onServer(databaseUrl, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
