import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { dumpFilms, testImports } from "../../../../../test/film-imports.ts";
import {
  basicsHead,
  imdbFiles,
  imdbFolder,
  manyImdbFiles,
  movie,
  ratingsHead,
} from "../../../../../test/imdb-files.ts";
import type { Counts } from "../import-run.ts";
import { importImdb } from "./import-imdb.ts";

const imports = testImports();
const choice = { shorts: false, adult: false };
const folderOf = (content: Record<string, readonly string[] | Buffer>) => imdbFolder(imports, content);
const run = (folder: string): Promise<Counts> => importImdb(imports.deps, imports.watch(), [folder], choice);

test("lines that are not as they should be are named and counted, and the rest comes in", async () => {
  const counts = await run(
    await folderOf({
      "title.basics.tsv.gz": [
        basicsHead,
        movie("tt0000001", "One"),
        "tt0000002\tmovie\ttoo few",
        movie("tt0000003", "x".repeat(1_100_000)),
        movie("tt0000004", "Four", "\t0\t12\t\\N\t99999\tDrama"),
        movie("zz0000005", "No id"),
        movie("zz0000005", "No id"),
        "zz0000006\tmovie\t\\N\t\\N\t0\t2001\t\\N\t4\t\\N",
      ],
      "title.ratings.tsv.gz": [ratingsHead, "tt0000001\t10.5\t2000", "tt0000004\t\\N\t3"],
    }),
  );
  expect(counts).toMatchObject({ films: 2, faults: 9 });
  expect(imports.notes().map((note) => note.replace(/^title\.basics\.tsv\.gz, /, ""))).toEqual([
    "line 3: has 3 columns instead of 9",
    expect.stringMatching(/^line 4: has 22000\d\d bytes, more than 1048576$/),
    "line 5: startYear 12 is not between 1870 and 2200; the film is taken without it",
    "line 5: runtimeMinutes 99999 is not between 1 and 2000; the film is taken without it",
    "line 6: zz0000005 is no id of a title",
    "line 7: zz0000005 stands there twice",
    "line 8: zz0000006 is no id of a title",
    "title.ratings, line 2: 10.5 is not on the scale of imdb, which goes from 0 to 10",
    "title.ratings, line 3: has no number as its value",
  ]);
});

test.each(["title.basics.tsv.gz", "title.ratings.tsv.gz", "title.principals.tsv.gz"] as const)(
  "of files of which %s ends in the middle, what was read stays, and the line is named",
  async (name) => {
    const packed = gzipSync(`${manyImdbFiles[name].join("\n")}\n`);
    const cut = packed.subarray(0, packed.length * 0.9);
    await expect(run(await folderOf({ ...manyImdbFiles, [name]: cut }))).rejects.toThrow(
      new RegExp(`^${name} ends in the middle: .*; the last whole line is \\d{4,}$`),
    );
    const { films } = (await dumpFilms(imports.db)) as { films: unknown[] };
    expect(films.length).toBeGreaterThan(4_000);
    const rest = await run(await folderOf(manyImdbFiles));
    expect(rest["filmsCreated"]! + films.length).toBe(5_994);
    const mended = await dumpFilms(imports.db);
    await imports.reset();
    await run(await folderOf(manyImdbFiles));
    expect(mended).toEqual(await dumpFilms(imports.db));
  },
  60_000,
);

test("a film of which only a part was read waits for the rest", async () => {
  const ids = ["tt0000001", "tt0000002", "tt0000003"];
  const principals = [
    imdbFiles["title.principals.tsv.gz"][0]!,
    ...ids.flatMap((id) => [1, 2].map((n) => `${id}\t${n}\tnm000000${n}\tactor\t\\N\t\\N`)),
  ].join("\n");
  // Not packed, so that it can be cut in the very row.
  const cut = gzipSync(principals, { level: 0 }).subarray(0, 18 + principals.indexOf("tt0000002\t2") + 12);
  const files = {
    "title.basics.tsv.gz": [basicsHead, ...ids.map((id) => movie(id, "Film"))],
    "name.basics.tsv.gz": imdbFiles["name.basics.tsv.gz"],
    "title.principals.tsv.gz": cut,
  };
  await expect(run(await folderOf(files))).rejects.toThrow("the last whole line is 4");
  expect(await dumpFilms(imports.db)).toMatchObject({ films: [{ ids: ["imdb tt0000001"] }] });
});

test("files that are not sorted are refused with how to sort them", async () => {
  const basics = [basicsHead, movie("tt0000002", "Two"), movie("tt0000001", "One")];
  await expect(run(await folderOf({ "title.basics.tsv.gz": basics }))).rejects.toThrow(
    /title\.basics\.tsv\.gz is not sorted: line 3 has tt0000001 after tt0000002\. .*LC_ALL=C sort/,
  );
  const ratings = [ratingsHead, "tt0000002\t5\t5", "tt0000001\t5\t5"];
  await expect(
    run(
      await folderOf({
        "title.basics.tsv.gz": [basicsHead, basics[2]!, basics[1]!],
        "title.ratings.tsv.gz": ratings,
      }),
    ),
  ).rejects.toThrow(/not sorted/);
});

test("what is no file of IMDb's is said to be none", async () => {
  await expect(run(await folderOf({ "title.ratings.tsv.gz": [ratingsHead] }))).rejects.toThrow(
    "There is no title.basics.tsv.gz",
  );
  await expect(run("/nowhere/at/all")).rejects.toThrow("/nowhere/at/all is not there.");
  const twice = await folderOf({ "a.tsv": [basicsHead], "b.tsv": [basicsHead] });
  await expect(run(twice)).rejects.toThrow("a.tsv and b.tsv are both");
  const wide = await folderOf({ "title.basics.tsv": Buffer.from(`\uFEFF${basicsHead}\n`, "utf16le") });
  await expect(run(wide)).rejects.toThrow("UTF-16");
});
