import { mkdtemp, rm, chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../src/platform/database/embedded/embedded-postgres.ts";
import { createPool } from "../src/platform/database/database.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { migrationsOf, spaces } from "../src/spaces/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL that the tests may do anything with. */
    adminUrl: string;
  }
}

const template = "maru_template";

/** Migrates one template database on a real PostgreSQL; each test file clones it (some 50 ms) and throws the clone away. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["MARU_TEST_DATABASE_URL"];
  let adminUrl = given ?? "";
  let stop = async () => {};
  if (!given) {
    const dataDir = await mkdtemp(join(tmpdir(), "maru-test-"));
    // The database runs as a user of its own when the tests run as root.
    await chmod(dataDir, 0o755);
    const embedded = await startEmbeddedPostgres({
      dataDir,
      log: (level, message) => level === "error" && console.error(message),
      settings: { fsync: "off", max_connections: "200" },
    });
    adminUrl = embedded.connectionString;
    stop = async () => {
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    };
  }
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(`drop database if exists ${template} with (force)`);
  await admin.query(`create database ${template} encoding 'UTF8' template template0`);
  await admin.end();
  const pool = createPool(urlOf(adminUrl, template), 2, () => {});
  await migrate(pool, () => {}, migrationsOf(spaces));
  await pool.end();
  project.provide("adminUrl", adminUrl);
  return stop;
}

export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}
