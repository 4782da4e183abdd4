import { expect, test } from "vitest";
import { dumpFilms, placesOf, testImports, unlessStopped } from "../../../../../test/film-imports.ts";
import { imdbFiles, imdbFolder, manyImdbFiles, ratingsHead } from "../../../../../test/imdb-files.ts";
import type { Counts } from "../import-run.ts";
import { importImdb } from "./import-imdb.ts";

const imports = testImports();
const choice = { shorts: false, adult: false };

const folderOf = (content: Record<string, readonly string[]>) => imdbFolder(imports, content);
const run = (folder: string): Promise<Counts> => importImdb(imports.deps, imports.watch(), [folder], choice);

test("films come with titles, ratings and people, and search and ranks are told", async () => {
  const counts = await run(await folderOf(imdbFiles));
  expect(counts).toMatchObject({
    titles: 6,
    titlesLeftOut: 3,
    films: 3,
    filmsCreated: 3,
    ratingsWritten: 2,
    peopleCreated: 2,
    creditsWithoutPerson: 1,
    unknownGenres: 1,
    faults: 0,
  });
  expect(imports.notes()).toEqual([]);
  const dump = (await dumpFilms(imports.db)) as Record<string, { [name: string]: unknown }[]>;
  const [first, parasite] = dump["films"]!;
  expect(first).toMatchObject({ ids: ["imdb tt0000001"], film: { title_ko: null, title_en: "First" } });
  expect(parasite).toMatchObject({
    film: {
      title_ko: "기생충",
      title_en: "Parasite",
      title_original: "기생충",
      other_titles: ["Gisaengchung", "パラサイト 半地下の家族", "Parasites"],
      year: 2019,
      genres: ["drama", "thriller"],
      runtime_minutes: 132,
    },
    rank: {
      year: 2019,
      labels: ["genre:drama", "genre:thriller", "year:2019"],
      is_charted: false,
      evidence: 8,
      people: 0,
    },
  });
  expect((parasite!["rank"] as { score: number }).score).toBeCloseTo(73.11);
  expect(dump["credits"]).toEqual([
    { film: "imdb tt6751668", person: "imdb nm0814280", role: "actor", position: 0, character: "Ki Taek" },
    { film: "imdb tt6751668", person: "imdb nm0094435", role: "director", position: 2, character: null },
    { film: "imdb tt6751668", person: "imdb nm0094435", role: "writer", position: 3, character: null },
  ]);
  expect(dump["people"]).toMatchObject([
    { person: { name_en: "Bong Joon Ho", born: 1969, died: null } },
    { person: { name_en: "Song Kang-ho" } },
  ]);
  expect(dump["told"]).toEqual([
    { film: "imdb tt0000001", type: "film_base", payload: [{ site: "imdb", value: 5.7, count: 2000 }] },
    { film: "imdb tt6751668", type: "film_base", payload: [{ site: "imdb", value: 8.5, count: 1000000 }] },
  ]);
  expect(dump["ratings"]).toMatchObject([{ rating: { rated_on: "2026-11-01" } }, {}]);
  expect(dump["changed"]).toHaveLength(5);
  expect(dump["sites"]).toMatchObject([
    { id: "imdb", attribution: expect.stringContaining("courtesy of IMDb") },
  ]);
});

test("the same files once more change nothing", async () => {
  const folder = await folderOf(imdbFiles);
  await run(folder);
  const before = await placesOf(imports.db);
  expect(await run(folder)).toMatchObject({ films: 3, filmsCreated: 0, filmsChanged: 0, ratingsWritten: 0 });
  expect(await placesOf(imports.db)).toEqual(before);
});

test("newer files write what differs, and what people have edited stays", async () => {
  await run(await folderOf(imdbFiles));
  await imports.db
    .insertInto("filmChange")
    .values((eb) => ({
      filmId: eb.selectFrom("filmExternalId").select("filmId").where("value", "=", "tt0000001"),
      status: "done" as const,
      before: "{}",
      after: JSON.stringify({ title: { en: "By hand" } }),
    }))
    .execute();
  await imports.db.updateTable("film").set({ titleEn: "By hand" }).where("titleEn", "=", "First").execute();
  await imports.db
    .updateTable("filmRank")
    .set({ labels: ["genre:drama", "genre:thriller", "tier:2", "year:2019"] })
    .execute();
  const newer = {
    ...imdbFiles,
    "title.basics.tsv.gz": imdbFiles["title.basics.tsv.gz"].map((line) =>
      line.replaceAll("First", "Else").replaceAll("\t2019\t", "\t2020\t"),
    ),
    "title.ratings.tsv.gz": [ratingsHead, "tt0000001\t5.7\t2000", "tt6751668\t8.4\t1000001"],
  };
  expect(await run(await folderOf(newer))).toMatchObject({
    filmsCreated: 0,
    filmsChanged: 2,
    ratingsWritten: 1,
    peopleChanged: 0,
  });
  const { films, told } = (await dumpFilms(imports.db)) as { films: object[]; told: object[] };
  expect(films[0]).toMatchObject({
    film: { title_en: "By hand", title_original: "Else", year: 2020 },
    rank: { year: 2020, labels: ["genre:drama", "genre:thriller", "year:2020", "tier:2"] },
  });
  expect(told).toHaveLength(3);
});

test("an import that is stopped at any batch and begun again comes to the same as one in one go", async () => {
  const folder = await folderOf(manyImdbFiles);
  const whole = await run(folder);
  const expected = await dumpFilms(imports.db);
  await imports.reset();

  let stops = 0;
  let counts: Counts | undefined;
  while (!counts) {
    // The first commit is that of the site; then one batch goes through.
    const { deps, watch } = imports.stoppingAfter(2);
    counts = await importImdb(deps, watch, [folder], choice).catch(unlessStopped);
    if (!counts) stops += 1;
  }
  expect(stops).toBeGreaterThan(2);
  expect(counts).toEqual(whole);
  expect(await dumpFilms(imports.db)).toEqual(expected);
}, 60_000);
