import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { dumpFilms } from "../../test/film-imports.ts";
import { urlOf } from "../../test/template-database.ts";
import { testDatabase } from "../../test/test-database.ts";

const database = testDatabase();
const films = 20_000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-import-"));
  await mkdir(join(folder, "imdb"));
  const ids = Array.from({ length: films }, (_, n) => `tt${String(n + 1).padStart(7, "0")}`);
  const write = (name: string, lines: string[]) =>
    writeFile(join(folder, "imdb", `${name}.tsv.gz`), gzipSync(`${lines.join("\n")}\n`));
  await write("title.basics", [
    "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres",
    ...ids.map((id, n) => `${id}\tmovie\tFilm ${n}\tFilm ${n}\t0\t2001\t\\N\t90\tDrama`),
  ]);
  await write("title.ratings", [
    "tconst\taverageRating\tnumVotes",
    ...ids.map((id, n) => `${id}\t${(n % 90) / 10 + 1}\t${n}`),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The command line on the test's database. */
async function start(...args: string[]) {
  const { rows } = await database.pool.query<{ name: string }>("select current_database() as name");
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), ...args], {
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: urlOf(inject("adminUrl"), rows[0]!.name),
      MARU_DATA_DIR: folder,
      LOG_LEVEL: "error",
    },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (text += String(part)));
  const ended = once(child, "exit").then(([code]) => ({ code: code as number | null, text }));
  return { child, ended };
}

const run = async (...args: string[]) => (await start(...args)).ended;

async function countFilms(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>("select count(*)::int as count from film");
  return rows[0]!.count;
}

test(
  "an import that is killed half way and started again comes to the same as one in one go",
  { timeout: 120_000 },
  async () => {
    const { child, ended } = await start("import", "films", "imdb", join(folder, "imdb"));
    await expect.poll(countFilms, { interval: 20, timeout: 60_000 }).toBeGreaterThan(0);
    child.kill("SIGKILL");
    await ended;
    expect(await countFilms()).toBeLessThan(films);
    const again = await run("import", "films", "imdb", join(folder, "imdb"));
    expect(again).toMatchObject({ code: 0, text: expect.stringContaining("20,000 of them are new") });
    const killed = await dumpFilms(database.db);
    await database.pool.query(
      "truncate film, film_person, topic, film_site, film_import, film_event, event cascade",
    );
    await run("films", "import", "imdb", join(folder, "imdb"));
    expect(await countFilms()).toBe(films);
    expect(killed).toEqual(await dumpFilms(database.db));
  },
);

test("what goes wrong is said in words, with a code", { timeout: 120_000 }, async () => {
  const own = join(folder, "own.jsonl");
  await writeFile(own, '{"id":"1","title":{"ko":"하나"}}\nbroken\n');
  const good = await run("import", "films", "file", own);
  expect(good.code).toBe(0);
  expect(good.text).toContain("own.jsonl, line 2: is not JSON");
  expect(good.text).toMatch(/1 of them are new[^]*1 lines were not as they should be/);
  const cut = join(folder, "cut.csv.gz");
  await writeFile(cut, gzipSync("id,title_ko\n2,둘\n").subarray(0, -9));
  for (const [args, code, text] of [
    [["import", "films", "file", cut], 1, "cut.csv.gz ends in the middle"],
    [["import", "films"], 2, "maru import films movielens FOLDER"],
  ] as const) {
    const answer = await run(...args);
    expect([args, answer.code]).toEqual([args, code]);
    expect(answer.text).toContain(text);
    expect(answer.text).not.toMatch(/\n +at /);
  }
});
