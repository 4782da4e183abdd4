import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabases } from "../../../test/empty-databases.ts";
import { ask } from "../../../test/site-backups.ts";
import { allMigrations, backUpSite, migrateRestored } from "../../site-backup.ts";
import { createPool } from "../database/database.ts";
import { migrate, ownFolder } from "../database/migrate.ts";
import { openPlain } from "./encryption.ts";
import { restoreBackup } from "./restore-backup.ts";
import { noMedia } from "./restore-media.ts";

const databases = emptyDatabases();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-older-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a backup of an older schema is restored as it was, and brought up to date", async () => {
  const before = await databases.create();
  await mkdir(join(folder, "older"));
  for (const name of (await readdir(ownFolder.path)).sort().slice(0, 9))
    await cp(join(ownFolder.path, name), join(folder, "older", name));
  const pool = createPool(before, 1, () => {});
  await migrate(pool, () => {}, [], { prefix: "", path: join(folder, "older") });
  await pool.query(`
    create table event_20250102 partition of event for values from ('2025-01-02') to ('2025-01-03');
    insert into account (handle, display_name) values ('ann', '앤');
    insert into event (at, aggregatetype, aggregateid, type, payload) values ('2025-01-02 12:00Z', 'account', '1', 'account.created', '{}')`);
  await pool.end();

  const target = join(folder, "older.tar");
  await backUpSite({ dataDir: folder }, before, target, { media: "include", passphraseFile: undefined });
  const after = await databases.create();
  const { header } = await restoreBackup(await openPlain(target, undefined), {
    databaseUrl: after,
    media: noMedia,
    spaces: allMigrations,
  });
  expect([header.migrations.length, header.partitions]).toEqual([9, ["20250102"]]);
  expect(await ask(after, "select count(*)::int as rows from event_20250102")).toEqual([{ rows: 1 }]);
  await migrateRestored({ spaces: ["all"] }, after);
  expect(await ask(after, "select handle, display_name as name from account")).toEqual([
    { handle: "ann", name: "앤" },
  ]);
  expect(await ask(after, "select from chat")).toEqual([]);
  expect((await ask(after, "select from migration")).length).toBeGreaterThan(9);
});
