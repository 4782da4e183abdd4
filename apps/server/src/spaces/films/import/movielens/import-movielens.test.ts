import { dirname } from "node:path";
import { expect, test } from "vitest";
import { dumpFilms, placesOf, testImports } from "../../../../../test/film-imports.ts";
import type { Counts } from "../import-run.ts";
import { importOwn } from "../own/import-own.ts";
import { importMovieLens } from "./import-movielens.ts";
import { readMovieTitle } from "./movie-title.ts";

const imports = testImports();

async function folderOf(content: Record<string, string>): Promise<string> {
  const name = crypto.randomUUID();
  let path = "";
  for (const [file, text] of Object.entries(content)) path = await imports.file(file, text, name);
  return dirname(path);
}

const run = (folder: string): Promise<Counts> => importMovieLens(imports.deps, imports.watch(), folder);

const files = {
  "movies.csv": [
    "movieId,title,genres",
    "1,Toy Story (1995),Adventure|Animation|Children|IMAX",
    '6,"City of Lost Children, The (Cité des enfants perdus, La) (1995)",Sci-Fi',
    "9,Twin (2001),(no genres listed)",
    "10,Same film (1995),Drama",
  ].join("\n"),
  "links.csv": "movieId,imdbId,tmdbId\n1,0114709,862\n6,0112682,902\n9,,\n10,0114709,\n",
  "ratings.csv": [
    "userId,movieId,rating,timestamp",
    "1,1,4.0,964982703",
    "2,1,5.0,1537109082",
    "3,1,3.5,964982703",
    "3,6,5.5,964982703",
    "3,6,0.5,964982703",
  ].join("\n"),
};

test("movies come with the mean of their ratings, and one that stands there twice is named", async () => {
  expect(await run(await folderOf(files))).toMatchObject({
    films: 3,
    filmsCreated: 3,
    ratingsWritten: 2,
    unknownGenres: 1,
    faults: 2,
  });
  expect(imports.notes()).toEqual([
    "ratings.csv, line 5: 5.5 is not on the scale of star5, which goes from 0.5 to 5",
    "movies.csv, line 5: imdb tt0114709 stands in line 2 already",
  ]);
  const { films, ratings, told } = (await dumpFilms(imports.db)) as Record<string, object[]>;
  expect(films).toMatchObject([
    {
      film: {
        title_original: "La Cité des enfants perdus",
        title_en: "The City of Lost Children",
        genres: ["sci-fi"],
      },
    },
    {
      ids: ["imdb tt0114709", "movielens 1", "tmdb 862"],
      film: { title_en: "Toy Story", year: 1995, genres: ["adventure", "animation", "family"] },
    },
    { ids: ["movielens 9"] },
  ]);
  expect(ratings).toMatchObject([
    { rating: { site: "movielens", value: 0.5, votes: 1, rated_on: "2000-07-30" } },
    { rating: { value: 4.167, votes: 3, rated_on: "2018-09-16", told_age: 8 } },
  ]);
  // Eight years old: 3 votes count for 3 · 2^(−7/4).
  expect(told).toMatchObject([
    { payload: [{ count: 0 }] },
    { payload: [{ site: "star5", value: 4.167, count: 1 }] },
  ]);
});

test("the same folder once more changes nothing", async () => {
  const folder = await folderOf(files);
  await run(folder);
  const before = await placesOf(imports.db);
  expect(await run(folder)).toMatchObject({ filmsCreated: 0, filmsChanged: 0, ratingsWritten: 0 });
  expect(await placesOf(imports.db)).toEqual(before);
});

test("a film that is here already is known again by its links, and only what is missing is added", async () => {
  const own = await imports.file(
    "own.jsonl",
    '{"ids":{"imdb":"tt0114709"},"title":{"ko":"토이 스토리","original":"Toy Story!"}}',
  );
  await importOwn(imports.deps, imports.watch(), own);
  expect(await run(await folderOf(files))).toMatchObject({ films: 3, filmsCreated: 2, filmsChanged: 1 });
  const { films } = (await dumpFilms(imports.db)) as { films: object[] };
  expect(films[1]).toMatchObject({
    ids: ["imdb tt0114709", "movielens 1", "tmdb 862"],
    film: { title_ko: "토이 스토리", title_original: "Toy Story!", title_en: "Toy Story", year: 1995 },
  });
});

test("a folder without its files is said to be none", async () => {
  await expect(run(await folderOf({ "movies.csv": files["movies.csv"] }))).rejects.toThrow(
    /There is no links\.csv in/,
  );
  await expect(run(await folderOf({ ...files, "links.csv": "a,b\n" }))).rejects.toThrow(
    "links.csv has no column movieId, imdbId, tmdbId",
  );
});

test.each([
  ["Toy Story (1995)", { title: "Toy Story", others: [], year: 1995 }],
  ["Seven (a.k.a. Se7en) (1995)", { title: "Seven", others: ["Se7en"], year: 1995 }],
  ["Misérables, Les (1995)", { title: "Les Misérables", others: [], year: 1995 }],
  ["Avventura, L' (Adventure, The) (1960)", { title: "L'Avventura", others: ["The Adventure"], year: 1960 }],
  ["Babylon 5", { title: "Babylon 5", others: [], year: undefined }],
  ["(500) Days of Summer (2009)", { title: "(500) Days of Summer", others: [], year: 2009 }],
])("the title %s is read", (text, expected) => {
  expect(readMovieTitle(text)).toEqual(expected);
});
