import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, expect, inject } from "vitest";
import pg from "pg";
import { type Restored, restoreBackup } from "../src/platform/backup/restore-backup.ts";
import { createMediaTarget } from "../src/platform/backup/restore-media.ts";
import { allMigrations, backUpSite } from "../src/site-backup.ts";
import { emptyDatabases } from "./empty-databases.ts";
import { urlOf } from "./template-database.ts";
import type { TestServer } from "./test-server.ts";

/** Backups of the site of a test, and places to restore them to. */
export function siteBackups(server: TestServer) {
  const databases = emptyDatabases();
  let folder: string;
  let count = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "maru-backup-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const fresh = (name: string) => join(folder, `${++count}-${name}`);

  async function siteUrl(): Promise<string> {
    const { rows } = await server.maru.platform.pool.query<{ name: string }>(
      "select current_database() as name",
    );
    return urlOf(inject("adminUrl"), rows[0]!.name);
  }

  return {
    /** A path in a folder of the test that is not there yet. */
    fresh,
    siteUrl,
    emptyDatabase: databases.create,
    async write(options: Partial<Parameters<typeof backUpSite>[3]> = {}) {
      const target = fresh("backup.tar");
      return backUpSite(server.maru.platform.config, await siteUrl(), target, {
        media: "include",
        passphraseFile: undefined,
        ...options,
      });
    },
    /** Restores to a new place, or to the one given. */
    async restore(
      source: string | Readable,
      place: { databaseUrl?: string; dataDir?: string } = {},
    ): Promise<Restored & { databaseUrl: string; dataDir: string }> {
      const { databaseUrl = await databases.create(), dataDir = fresh("data") } = place;
      const media = createMediaTarget(join(dataDir, "media"));
      const restored = await restoreBackup(typeof source === "string" ? createReadStream(source) : source, {
        databaseUrl,
        media,
        spaces: allMigrations,
      });
      return { ...restored, databaseUrl, dataDir };
    },
  };
}

/** Keeps a backup of this database from going on, until it is told. */
export async function holdBackup(databaseUrl: string) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query("begin; lock table film_site in access exclusive mode");
  return {
    /** Resolves when a backup stands before it. */
    reached: () =>
      expect
        .poll(
          () =>
            ask(
              databaseUrl,
              `select from pg_stat_activity where application_name = 'maru backup' and wait_event_type = 'Lock'
                 and datname = current_database()`,
            ),
          { timeout: 30_000 },
        )
        .toHaveLength(1),
    letGo: () => client.end(),
  };
}

/** One statement on a database. */
export async function ask<Row extends object>(databaseUrl: string, statement: string): Promise<Row[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
