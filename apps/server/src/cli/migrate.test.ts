import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { testDatabase } from "../../test/test-database.ts";
import { urlOf } from "../../test/template-database.ts";

const empty = testDatabase({ empty: true });
const main = join(import.meta.dirname, "main.ts");

test("an empty database gets the schema, once, however many bring it up to date at the same moment", async () => {
  const { rows } = await empty.pool.query<{ name: string }>("select current_database() as name");
  const env = { PATH: process.env["PATH"], DATABASE_URL: urlOf(inject("adminUrl"), rows[0]!.name) };
  const migrate = async () =>
    (await promisify(execFile)(process.execPath, [main, "migrate"], { env })).stdout;
  const said = await Promise.all([migrate(), migrate()]);
  const applied = said.flatMap((text) => text.split("\n").filter((line) => line.startsWith("applied ")));
  expect(new Set(applied).size).toBe(applied.length);
  const recorded = await empty.pool.query("select from migration");
  expect(recorded.rowCount).toBe(applied.length);
  expect(applied).toContain("applied 0001_floor.sql");
  expect(await migrate()).toBe("The schema is up to date.\n");
});

test("a database of a newer Maru is refused with the way out, and stays as it is", async () => {
  await empty.pool.query("insert into migration (name, hash) values ('9999_later.sql', '')");
  const { rows } = await empty.pool.query<{ name: string }>("select current_database() as name");
  const env = { PATH: process.env["PATH"], DATABASE_URL: urlOf(inject("adminUrl"), rows[0]!.name) };
  await expect(promisify(execFile)(process.execPath, [main, "migrate"], { env })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^This database was made by a newer Maru .*Start that version.*\n$/),
  });
});
