import { chmod, chown, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { answer, copyWithoutLinks, exists, keep, ordinaryPerson, query, testFolder } from "./test-folder.ts";

const { dataDir, folder, pgData, start, startProgram } = testFolder();

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
  const packageRoot = join(folder(), "package");
  await copyWithoutLinks(packageRoot);
  const server = await start({ packageRoot });
  expect(await query(server.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(await exists(join(packageRoot, "native", "lib", "libpq.so.5"))).toBe(process.platform === "linux");
});

test("a folder too deep for a socket gets a short one", async () => {
  const deep = join(folder(), "d".repeat(100));
  const { connection, stop } = await start({ dataDir: deep });
  expect(connection.host.startsWith(deep)).toBe(false);
  expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
  expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  await stop();
  expect(await exists(connection.host)).toBe(false);
});

test("where no socket is possible the server listens on the loopback interface alone", async () => {
  vi.stubEnv("TMPDIR", join(folder(), "absent"));
  const { connection, connectionString } = await start({ dataDir: join(folder(), "d".repeat(100)) }).finally(
    () => vi.unstubAllEnvs(),
  );
  expect(connection.host).toBe("127.0.0.1");
  expect(await query(connection, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await query(connectionString, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a folder without write permission is refused in one sentence", async () => {
  await mkdir(dataDir(), { mode: 0o500 });
  const { refusal } = await startProgram(undefined, { becoming: ordinaryPerson });
  expect(refusal).toMatch(/^No permission to use .*MARU_DATA_DIR/);
});

test("a package that can be neither completed nor written is copied", async () => {
  const packageRoot = join(folder(), "package");
  await copyWithoutLinks(packageRoot);
  await chmod(join(packageRoot, "native", "lib"), 0o555);
  await mkdir(dataDir());
  if (ordinaryPerson !== undefined) await chown(dataDir(), ordinaryPerson, ordinaryPerson);
  const { connection } = await startProgram(undefined, { packageRoot, becoming: ordinaryPerson });
  expect(await query(connection, "select 1 as one")).toEqual([{ one: 1 }]);
  expect((await readdir(dataDir())).some((name) => name.startsWith("postgresql-"))).toBe(true);
  await chmod(join(packageRoot, "native", "lib"), 0o755);
});
