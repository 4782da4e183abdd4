import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Registry } from "prom-client";
import { beforeAll, expect, test } from "vitest";
import { holdBackup, siteBackups } from "../../test/site-backups.ts";
import { testServer } from "../../test/test-server.ts";
import { createSiteBackup } from "../backup-process.ts";
import { installBackupMetrics } from "../platform/backup/metrics.ts";
import { backupName } from "../platform/backup/backup-file.ts";
import { listBackups, madeAt } from "../platform/backup/retention.ts";

const server = testServer();
const backups = siteBackups(server);
let folder: string;

beforeAll(async () => {
  folder = backups.fresh("nightly");
  await mkdir(folder);
});

async function nightly(backupDir = folder) {
  const { config, logger } = server.maru.platform;
  const settings = { ...config, backupDir, backupHour: 18, backupKeep: 2 };
  return createSiteBackup(settings, await backups.siteUrl(), logger)!;
}
const old = (day: string) => backupName(new Date(`2026-01-${day}T18:00:00Z`), false);

test("a night has one backup; the newest are kept, and what is not ours", { timeout: 60_000 }, async () => {
  for (const name of [old("01"), old("02"), "notes.txt"]) await writeFile(join(folder, name), "");
  const registry = new Registry();
  installBackupMetrics(registry, folder);
  const backup = await nightly();
  await backup.run();
  const left = await readdir(folder);
  const [newest, second] = listBackups(left);
  expect(Date.now() - madeAt(newest!).getTime()).toBeLessThan(60_000);
  expect([second, left.length]).toEqual([old("02"), 3]);
  expect(left).toContain("notes.txt");
  const figures = await registry.metrics();
  expect(figures).toContain(
    `maru_backup_last_success_timestamp_seconds ${madeAt(newest!).getTime() / 1000}\n`,
  );
  expect(figures).toMatch(/^maru_backup_last_size_bytes [1-9]\d+$/m);
  await backup.run();
  expect((await readdir(folder)).sort()).toEqual(left.sort());
});

test("while there is none, its age is that of 1970", async () => {
  const registry = new Registry();
  installBackupMetrics(registry, backups.fresh("nothing"));
  expect(await registry.metrics()).toContain("maru_backup_last_success_timestamp_seconds 0\n");
});

test("one that fails deletes nothing and says why", { timeout: 60_000 }, async () => {
  const before = await readdir(folder);
  const { config, logger } = server.maru.platform;
  const settings = { ...config, backupDir: folder, backupPassphraseFile: "/nowhere/passphrase" };
  const backup = createSiteBackup(settings, await backups.siteUrl(), logger)!;
  const tomorrow = new Date(Date.now() + 86_400_000);
  await expect(backup.run(tomorrow)).rejects.toThrow("The passphrase cannot be read");
  expect(await readdir(folder)).toEqual(before);
  await expect((await nightly(backups.fresh("not-mounted"))).run()).rejects.toThrow(
    "MARU_BACKUP_DIR cannot be used",
  );
});

test("it ends with the site, and leaves nothing", { timeout: 60_000 }, async () => {
  const before = await readdir(folder);
  const hold = await holdBackup(await backups.siteUrl());
  const backup = await nightly();
  const run = backup.run(new Date(Date.now() + 86_400_000)).then(
    () => "done",
    (error: Error) => error.message,
  );
  await hold.reached();
  expect((await readdir(folder)).length).toBe(before.length + 1);
  backup.stop();
  expect(await run).toContain("interrupted");
  await hold.letGo();
  expect(await readdir(folder)).toEqual(before);
});
