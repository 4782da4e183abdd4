import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { installedPackage } from "./binaries.ts";
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./embedded-postgres.ts";

const isRoot = process.getuid?.() === 0;
const privateCopies = "/var/lib/maru-postgresql";
const nobody = 65534;
const supervisor = new URL("embedded-postgres.ts", import.meta.url).href;

let folder = "";
let log: string[] = [];
let running: EmbeddedPostgres[] = [];
let programs: ChildProcess[] = [];

const dataDir = () => join(folder, "data");
const pgData = () => join(dataDir(), "postgres");
const postmasterPid = async () =>
  Number.parseInt(await readFile(join(pgData(), "postmaster.pid"), "utf8"), 10);
const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-test-"));
  await chmod(folder, 0o755);
  log = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  for (const program of programs) if (program.exitCode === null) program.kill("SIGKILL");
  [running, programs] = [[], []];
  await rm(folder, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}) {
  const server = await startEmbeddedPostgres({
    dataDir: dataDir(),
    log: (_, line) => log.push(line),
    ...options,
  });
  running.push(server);
  return server;
}

type Connection = EmbeddedPostgres["connection"];

async function query(connection: Connection | string, text: string) {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows as Record<string, unknown>[])
    .finally(() => client.end());
}

/** Maru in a program of its own, which can be killed; resolves when its database is up. */
async function startProgram(uid?: number) {
  const program = startProgramOnly(uid);
  const [line] = (await Promise.race([
    once(createInterface({ input: program.stdout as NodeJS.ReadableStream }), "line"),
    once(program, "exit").then(() => ["null"]),
  ])) as [string];
  return { program, connection: JSON.parse(line) as Connection };
}

function startProgramOnly(uid?: number) {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(supervisor)});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir())}, log() {} });
    console.log(JSON.stringify(server.connection));
    process.once("SIGTERM", () => server.stop());`;
  const program = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid, cwd: "/" }),
  });
  programs.push(program);
  return program;
}

async function killed(program: ChildProcess) {
  program.kill("SIGKILL");
  await once(program, "exit");
}

const keep = "create table kept as select 42 as answer";
const answer = "select answer from kept";

test("the first start makes the database, and the next one finds what was written", async () => {
  const first = await start();
  await query(first.connection, keep);
  const [facts] = await query(
    first.connection,
    `select current_setting('data_checksums') as checksums, current_setting('synchronous_commit') as commit,
            datlocale, datlocprovider, pg_encoding_to_char(encoding) as encoding,
            (select rolsuper from pg_roles where rolname = current_user) as superuser
       from pg_database where datname = current_database()`,
  );
  expect(facts).toEqual({
    checksums: "on",
    commit: "on",
    datlocale: "C.UTF-8",
    datlocprovider: "b",
    encoding: "UTF8",
    superuser: false,
  });
  await first.stop();
  await first.stop();

  const second = await start();
  expect(await query(second.connectionString, answer)).toEqual([{ answer: 42 }]);
});

test("the password is random, needed, and readable by its owner alone", async () => {
  const { connection } = await start();
  expect((await stat(join(dataDir(), "postgres.password"))).mode & 0o777).toBe(0o600);
  expect(connection.password).toMatch(/^[\w-]{32}$/);
  await expect(query({ ...connection, password: "password" }, "select 1")).rejects.toThrow(/password/);
});

test("a lost password is replaced and the data stays", async () => {
  const first = await start();
  await query(first.connection, keep);
  await first.stop();
  await rm(join(dataDir(), "postgres.password"));

  const second = await start();
  expect(second.connection.password).not.toBe(first.connection.password);
  expect(await query(second.connection, answer)).toEqual([{ answer: 42 }]);
});

test("settings can be changed by name, the supervisor's own cannot", async () => {
  const { connection } = await start({
    settings: { max_connections: "23", listen_addresses: "*" },
    database: "other",
  });
  const text =
    "select current_setting('max_connections') as most, current_setting('listen_addresses') as addresses";
  expect(await query(connection, text)).toEqual([{ most: "23", addresses: "" }]);
  expect(connection.database).toBe("other");
});

test("after kill -9 of the program the next start finds everything", async () => {
  const { program, connection } = await startProgram();
  await query(connection, keep);
  const orphan = await postmasterPid();
  await killed(program);

  const server = await start();
  expect(await query(server.connection, answer)).toEqual([{ answer: 42 }]);
  expect(log).toContain(`Stopping the PostgreSQL (process ${orphan}) that an earlier run left behind.`);
  expect(await postmasterPid()).not.toBe(orphan);
});

test("after kill -9 of the program and of its server the next start finds everything", async () => {
  const { program, connection } = await startProgram();
  await query(connection, keep);
  const orphan = await postmasterPid();
  await killed(program);
  process.kill(orphan, "SIGKILL");

  const server = await start();
  expect(await query(server.connection, answer)).toEqual([{ answer: 42 }]);
});

test("kill -9 in the middle of the first start leaves nothing half done", async () => {
  const program = startProgramOnly();
  await vi.waitFor(
    async () =>
      expect((await readdir(dataDir())).some((name) => name.startsWith("postgres.new-"))).toBe(true),
    { timeout: 10_000, interval: 5 },
  );
  await killed(program);
  expect(await exists(pgData())).toBe(false);

  const server = await start();
  expect(await query(server.connection, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("kill -9 of the postmaster: it comes back at the same place with its data", async () => {
  const { connection } = await start();
  await query(connection, keep);
  process.kill(await postmasterPid(), "SIGKILL");
  await vi.waitFor(() => expect(log).toContain("PostgreSQL is back."), { timeout: 15_000 });
  expect(await query(connection, answer)).toEqual([{ answer: 42 }]);
});

test("a postmaster that cannot be brought back is given up with one clear line", async () => {
  const server = await start();
  const givenUp = new Promise<Error>((resolve) => server.onGiveUp(resolve));
  await rename(join(pgData(), "global", "pg_control"), join(folder, "pg_control"));
  process.kill(await postmasterPid(), "SIGKILL");
  const { message } = await givenUp;
  expect(message).toMatch(/^PostgreSQL ended and could not be brought back\. .*pg_control/);
  expect(message).not.toContain("\n");
});

test("a second start on the same folder refuses and the first goes on unharmed", async () => {
  const { program, connection } = await startProgram();
  await query(connection, keep);
  const refused = new RegExp(
    `Another Maru \\(process ${program.pid}\\) is already running on .*MARU_DATA_DIR`,
  );
  await expect(start()).rejects.toThrow(refused);
  await expect(start()).rejects.toThrow(refused);
  expect(await query(connection, answer)).toEqual([{ answer: 42 }]);

  program.kill("SIGTERM");
  await once(program, "exit");
  expect(await exists(join(pgData(), "postmaster.pid"))).toBe(false);
  const own = await start();
  await expect(start()).rejects.toThrow(/already running/);
  expect(await query(own.connection, answer)).toEqual([{ answer: 42 }]);
});

test("a stranger who has the number in an old postmaster.pid is neither believed nor harmed", async () => {
  const first = await start();
  await first.stop();
  const { uid, gid } = await stat(pgData());
  const stranger = spawn("sleep", ["60"], isRoot ? { uid, gid } : {});
  programs.push(stranger);
  const lines = [stranger.pid, pgData(), 1, 5432, pgData(), "", "  1  1", "ready", ""];
  await writeFile(join(pgData(), "postmaster.pid"), lines.join("\n"));
  await writeFile(join(pgData(), ".s.PGSQL.5432.lock"), lines.join("\n"));
  if (isRoot) await chown(join(pgData(), "postmaster.pid"), uid, gid);

  const second = await start();
  expect(await query(second.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test("data of another major version is refused and left as it is", async () => {
  await mkdir(pgData(), { recursive: true });
  await writeFile(join(pgData(), "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(
    /PostgreSQL 17; this Maru brings PostgreSQL 18\. Nothing was changed\..*maru backup.*DATABASE_URL/,
  );
  expect(await readdir(pgData())).toEqual(["PG_VERSION"]);
  expect(await readFile(join(pgData(), "PG_VERSION"), "utf8")).toBe("17\n");
  expect(await exists(join(dataDir(), "postgres.password"))).toBe(false);
});

test("a folder that holds something else is refused", async () => {
  await mkdir(pgData(), { recursive: true });
  await writeFile(join(pgData(), "holiday.txt"), "sun");
  await expect(start()).rejects.toThrow(/not a PostgreSQL database/);
});

test("library links that npm did not make are made", async () => {
  const packageRoot = join(folder, "package");
  await copyWithoutLinks(packageRoot);
  const server = await start({ packageRoot });
  expect(await query(server.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(await exists(join(packageRoot, "native", "lib", "libpq.so.5"))).toBe(process.platform === "linux");
});

test("a folder too deep for a socket gets a short one", async () => {
  const deep = join(folder, "d".repeat(100));
  const { connection, stop } = await start({ dataDir: deep });
  expect(connection.host.startsWith(deep)).toBe(false);
  expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
  expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  await stop();
  expect(await exists(connection.host)).toBe(false);
});

test.skipIf(isRoot)("a folder without write permission is refused in one sentence", async () => {
  await mkdir(dataDir(), { mode: 0o500 });
  await expect(start()).rejects.toThrow(/^No permission to use .*MARU_DATA_DIR/);
});

test.skipIf(isRoot)("a package that can be neither completed nor written is copied", async () => {
  const packageRoot = join(folder, "package");
  await copyWithoutLinks(packageRoot);
  await chmod(join(packageRoot, "native", "lib"), 0o555);
  const server = await start({ packageRoot });
  expect(await query(server.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  expect((await readdir(dataDir())).some((name) => name.startsWith("postgresql-"))).toBe(true);
  await chmod(join(packageRoot, "native", "lib"), 0o755);
});

describe.runIf(isRoot)("started as root", () => {
  test("the server runs as another user", async () => {
    await start();
    const { uid } = await stat(`/proc/${await postmasterPid()}`);
    expect(uid).toBeGreaterThan(0);
    expect((await stat(pgData())).uid).toBe(uid);
  });

  test("data and programs below a closed folder, as in /root, work and stay closed", async () => {
    const hadCopies = await exists(privateCopies);
    try {
      const packageRoot = join(folder, "package");
      await copyWithoutLinks(packageRoot);
      await chmod(folder, 0o700);
      const { connection } = await start({ packageRoot });
      await query(connection, keep);
      process.kill(await postmasterPid(), "SIGKILL");
      await vi.waitFor(() => expect(log).toContain("PostgreSQL is back."), { timeout: 15_000 });
      expect(await query(connection, answer)).toEqual([{ answer: 42 }]);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      await running.pop()?.stop();
    } finally {
      if (!hadCopies) await rm(privateCopies, { recursive: true, force: true });
    }
  });

  test("data of an ordinary user stays that user's", async () => {
    await mkdir(dataDir());
    await chown(dataDir(), nobody, nobody);
    const { program, connection } = await startProgram(nobody);
    await query(connection, keep);
    await killed(program);

    const server = await start();
    expect(await query(server.connection, answer)).toEqual([{ answer: 42 }]);
    expect((await stat(`/proc/${await postmasterPid()}`)).uid).toBe(nobody);
    await server.stop();

    const again = await startProgram(nobody);
    expect(await query(again.connection, answer)).toEqual([{ answer: 42 }]);
    again.program.kill("SIGTERM");
    await once(again.program, "exit");
  });

  test("data handed over as root's is given to the server's user", async () => {
    const first = await start();
    await query(first.connection, keep);
    await first.stop();
    await cp(pgData(), join(folder, "copy"), { recursive: true });
    await rm(pgData(), { recursive: true });
    await rename(join(folder, "copy"), pgData());
    expect((await stat(join(pgData(), "global"))).uid).toBe(0);

    const second = await start();
    expect(await query(second.connection, answer)).toEqual([{ answer: 42 }]);
  });
});

async function copyWithoutLinks(packageRoot: string) {
  await cp(installedPackage(), packageRoot, { recursive: true });
  const list = await readFile(join(packageRoot, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { target } of JSON.parse(list) as { target: string }[])
    await rm(join(packageRoot, target), { force: true });
}
