import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../../test/test-database.ts";
import { migrate } from "./migrate.ts";

const database = testDatabase({ empty: true });
let folder: string;

beforeEach(async () => {
  await database.pool.query("drop schema public cascade; create schema public");
  folder = await mkdtemp(join(tmpdir(), "maru-migrations-"));
  await writeFile(join(folder, "0001_first.sql"), "create table first (id int)");
});
afterEach(() => rm(folder, { recursive: true }));

const run = (applied: string[] = []) =>
  migrate(database.pool, (name) => applied.push(name), [], { prefix: "", path: folder });

test("each file is applied once, also when several processes start together", async () => {
  await writeFile(join(folder, "0002_second.sql"), "create table second (id int)");
  const applied: string[] = [];
  await Promise.all([run(applied), run(applied), run(applied)]);
  expect(applied).toEqual(["0001_first.sql", "0002_second.sql"]);
});

test("a file that fails leaves nothing of itself behind", async () => {
  await writeFile(join(folder, "0002_second.sql"), "create table second (id int); select 1/0");
  await expect(run()).rejects.toThrow("0002_second.sql failed: division by zero");
  const { rows } = await database.pool.query(
    "select to_regclass('first') as first, to_regclass('second') as second",
  );
  expect(rows).toEqual([{ first: "first", second: null }]);
});

test("what was applied may not change", async () => {
  await run();
  await writeFile(join(folder, "0001_first.sql"), "create table first (id bigint)");
  await expect(run()).rejects.toThrow("was changed after it had been applied");
});

test("a database from a newer program is refused", async () => {
  await writeFile(join(folder, "0009_later.sql"), "create table later (id int)");
  await run();
  await rm(join(folder, "0009_later.sql"));
  await expect(run()).rejects.toThrow("newer Maru");
});

test("migrations only go forward", async () => {
  await writeFile(join(folder, "0003_third.sql"), "create table third (id int)");
  await run();
  await writeFile(join(folder, "0002_second.sql"), "create table second (id int)");
  await expect(run()).rejects.toThrow("only go forward");
});
