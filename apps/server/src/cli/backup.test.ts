import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { runCommand } from "../../test/run-command.ts";
import { ask, holdBackup, siteBackups } from "../../test/site-backups.ts";
import { testServer } from "../../test/test-server.ts";
import { listBackups } from "../platform/backup/retention.ts";

const server = testServer();
const backups = siteBackups(server);
const maru = (...args: string[]) => runCommand(server, args);
let folder: string;

beforeAll(async () => {
  const ann = await server.given.person("ann");
  for (let n = 0; n < 20; n++) await server.given.post(ann, `글 ${n} #고양이`);
  await server.settle();
  folder = backups.fresh("backups");
  await mkdir(folder);
});

/** The command line, under way. */
async function start(
  args: string[],
  env: Record<string, string> = {},
  shell = "exec",
): Promise<ChildProcess> {
  const main = join(import.meta.dirname, "main.ts");
  return spawn("sh", ["-c", `${shell} "$@"`, "sh", process.execPath, main, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      PATH: process.env["PATH"]!,
      DATABASE_URL: await backups.siteUrl(),
      MARU_DATA_DIR: server.maru.platform.config.dataDir,
      LOG_LEVEL: "error",
      ...env,
    },
  });
}

const unfinished = async () => (await readdir(folder)).filter((name) => name.endsWith(".unfinished"));

test(
  "a backup is written, verified, restored, and refused over what is there",
  { timeout: 120_000 },
  async () => {
    const written = await maru("backup", folder);
    expect(written).toMatchObject({
      code: 0,
      text: expect.stringMatching(/maru-\d{8}T\d{6}Z\.tar: .* rows/),
    });
    const [name] = listBackups(await readdir(folder));
    const path = join(folder, name!);
    expect(await maru("verify-backup", path)).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^\S+ is good: \d+ rows of \d+ tables/),
    });
    // Nothing is left of what it was tried in.
    expect(
      await ask(await backups.siteUrl(), "select from pg_database where datname ~ '^maru_verify_'"),
    ).toEqual([]);
    expect(await maru("restore", path)).toMatchObject({
      code: 1,
      text: expect.stringContaining("something in this database already"),
    });
    const databaseUrl = await backups.emptyDatabase();
    const dataDir = backups.fresh("data");
    expect(
      await runCommand(server, ["restore", path], { DATABASE_URL: databaseUrl, MARU_DATA_DIR: dataDir }),
    ).toMatchObject({ code: 0, text: expect.stringContaining("are restored") });
    expect(await ask(databaseUrl, "select count(*)::int as posts from post")).toEqual([{ posts: 20 }]);

    const other = await backups.emptyDatabase();
    expect(await maru("db", "move", other)).toMatchObject({
      code: 1,
      text: expect.stringContaining("Maru is running on this database"),
    });
    expect(
      await runCommand(server, ["db", "move", other], { DATABASE_URL: databaseUrl, MARU_DATA_DIR: dataDir }),
    ).toMatchObject({ code: 0, text: expect.stringContaining("are there, and compared") });
    expect(await ask(other, "select count(*)::int as posts from post")).toEqual([{ posts: 20 }]);
  },
);

test("what is wrong is said in one line", { timeout: 120_000 }, async () => {
  const taken = backups.fresh("taken");
  await writeFile(taken, "mine");
  for (const [args, code, text] of [
    [["backup"], 2, "It is: maru backup"],
    [["backup", taken], 1, "is there already"],
    [["backup", join(folder, "none", "a.tar")], 1, "There is no folder"],
    [["backup", folder, "--media", "some"], 2, "It is: maru backup"],
    [["restore"], 2, "It is: maru restore"],
    [["verify-backup", taken], 1, "taken cannot be used. It is cut off"],
    [["verify-backup", folder], 1, "cannot be used. It cannot be read"],
    [["verify-backup", taken, "--passphrase-file", "/nowhere"], 1, "The passphrase cannot be read"],
    [["db", "move", "https://maru.example"], 2, "It is: maru db move"],
  ] as const) {
    const answer = await maru(...args);
    expect([args, answer.code, answer.text.trim().split("\n").length]).toEqual([args, code, 1]);
    expect(answer.text).toContain(text);
  }
  expect(await readFile(taken, "utf8")).toBe("mine");
});

test(
  "a backup that is killed leaves nothing that looks like one, and one that is ended nothing at all",
  { timeout: 120_000 },
  async () => {
    const before = listBackups(await readdir(folder));
    const hold = await holdBackup(await backups.siteUrl());
    const killed = await start(["backup", folder]);
    await hold.reached();
    expect(await unfinished()).toHaveLength(1);
    killed.kill("SIGKILL");
    await once(killed, "exit");
    expect(listBackups(await readdir(folder))).toEqual(before);
    await hold.letGo();

    // What the one that was killed held in the database goes with its connections.
    const held = "select from pg_stat_activity where application_name = 'maru backup'";
    await expect.poll(async () => ask(await backups.siteUrl(), held)).toEqual([]);
    const again = await holdBackup(await backups.siteUrl());
    const ended = await start(["backup", folder]);
    await again.reached();
    expect(await unfinished()).toHaveLength(2);
    ended.kill("SIGTERM");
    expect(await once(ended, "exit")).toEqual([1, null]);
    expect(await unfinished()).toHaveLength(1);
    await again.letGo();
    expect((await maru("backup", folder)).code).toBe(0);
  },
);

test("a disk that takes no more leaves nothing", { timeout: 60_000 }, async () => {
  const before = await readdir(folder);
  // In blocks of 512 or 1024 bytes.
  const full = await start(["backup", folder], {}, "ulimit -f 8; exec");
  let text = "";
  full.stderr!.on("data", (chunk) => (text += String(chunk)));
  expect(await once(full, "exit")).toEqual([1, null]);
  expect(text).toContain("does not take a file as large as this backup");
  expect(await readdir(folder)).toEqual(before);
});

/** A file that gives the first part of a backup, and then nothing until it is closed. */
async function stalledBackup(): Promise<{ path: string; whole: string; close(): void }> {
  const { path: whole } = await backups.write();
  const bytes = await readFile(whole);
  const path = backups.fresh("pipe");
  await promisify(execFile)("mkfifo", [path]);
  const writer = createWriteStream(path);
  writer.on("error", () => {});
  writer.write(bytes.subarray(0, bytes.length * 0.8));
  return { path, whole, close: () => writer.destroy() };
}

/** What restores in databases of this name do just now. */
const loading = (name: string) =>
  `select query from pg_stat_activity where application_name = 'maru backup' and datname ~ '${name}' and query ~* 'copy'`;

test(
  "a restore that is killed in the middle has changed nothing, and can be begun anew",
  { timeout: 120_000 },
  async () => {
    const stalled = await stalledBackup();
    const databaseUrl = await backups.emptyDatabase();
    const busy = loading(new URL(databaseUrl).pathname.slice(1));
    const env = { DATABASE_URL: databaseUrl, MARU_DATA_DIR: backups.fresh("data") };
    const child = await start(["restore", stalled.path], env);
    await expect.poll(() => ask(databaseUrl, busy), { timeout: 30_000 }).toHaveLength(1);
    child.kill("SIGKILL");
    await once(child, "exit");
    stalled.close();
    await expect.poll(() => ask(databaseUrl, busy)).toEqual([]);
    expect(
      await ask(databaseUrl, "select from pg_class where relnamespace = 'public'::regnamespace"),
    ).toEqual([]);
    expect((await runCommand(server, ["restore", stalled.whole], env)).code).toBe(0);
  },
);

test("a verification that is interrupted throws its database away", { timeout: 60_000 }, async () => {
  const stalled = await stalledBackup();
  const url = await backups.siteUrl();
  const child = await start(["verify-backup", stalled.path]);
  await expect.poll(() => ask(url, loading("^maru_verify_")), { timeout: 30_000 }).toHaveLength(1);
  child.kill("SIGTERM");
  // Who sends it is interrupted, too; a pipe that gives nothing cannot be left before.
  stalled.close();
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(await ask(url, "select from pg_database where datname ~ '^maru_verify_'")).toEqual([]);
});
