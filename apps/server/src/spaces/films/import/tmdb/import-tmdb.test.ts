import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { dumpFilms, placesOf, testImports } from "../../../../../test/film-imports.ts";
import type { Counts } from "../import-run.ts";
import { importOwn } from "../own/import-own.ts";
import { importTmdb } from "./import-tmdb.ts";

const imports = testImports();
const key = "0123456789abcdef0123456789abcdef";

/** As `GET /movie/496243` is documented to answer, shortened. */
const parasite = {
  id: 496243,
  imdb_id: "tt6751668",
  title: "Parasite",
  original_title: "기생충",
  original_language: "ko",
  release_date: "2019-05-30",
  runtime: 133,
  overview: "All unemployed, Ki-taek's family …",
  poster_path: "/7IiTTgloJzvGI1TAYymCfbfl3vT.jpg",
  vote_average: 8.494,
  vote_count: 19000,
  genres: [
    { id: 35, name: "Comedy" },
    { id: 53, name: "Thriller" },
    { id: 10770, name: "TV Movie" },
  ],
  credits: {
    cast: [
      { id: 2, name: "Lee Sun-kyun", character: "Park Dong-ik", order: 1 },
      { id: 1, name: "Song Kang-ho", character: "Kim Ki-taek", order: 0 },
    ],
    crew: [
      { id: 21684, name: "Bong Joon Ho", job: "Screenplay" },
      { id: 21684, name: "Bong Joon Ho", job: "Director" },
      { id: 5, name: "Hong Kyung-pyo", job: "Director of Photography" },
    ],
  },
  translations: {
    translations: [{ iso_639_1: "ko", data: { title: "", overview: "전원 백수로 …" } }],
  },
  alternative_titles: { titles: [{ title: "Gisaengchung" }, { title: "Parasite" }] },
  release_dates: { results: [{ iso_3166_1: "KR", release_dates: [{ certification: "15" }] }] },
};

interface Answer {
  status: number;
  body?: object | string;
  headers?: Record<string, string>;
  /** It never answers. */
  silent?: boolean;
}

let asked: { path: string; query: URLSearchParams; authorization: string | undefined }[] = [];
let answers: Record<string, (Answer | object)[]> = {};
const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const url = new URL(request.url ?? "", "http://tmdb.test");
  asked.push({ path: url.pathname, query: url.searchParams, authorization: request.headers.authorization });
  const list =
    answers[url.pathname + (url.pathname.includes("discover") ? `?${url.searchParams.get("page")}` : "")] ??
    [];
  const next = (list.length > 1 ? list.shift() : list[0]) ?? { status: 404, body: { status_code: 34 } };
  const { status, body, headers } =
    "status" in next ? (next as Answer) : { status: 200, body: next, headers: {} };
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body ?? {}));
});
let address: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/3`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  answers = { "/3/movie/496243": [parasite] };
});

let pauses: number[] = [];
async function run(from: { ids: string } | { pages: number }, given = key): Promise<Counts> {
  pauses = [];
  const keyFile = await imports.file("key.txt", `${given}\n`);
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  return importTmdb(imports.deps, imports.watch(), { keyFile, address, from, pause });
}

test("movies of a list come with titles, people, their poster's path and the rating, and TMDB is named", async () => {
  const ids = await imports.file("ids.txt", '496243\n\n{"id":7,"original_title":"gone"}\nseven\n496243\n');
  expect(await run({ ids })).toMatchObject({
    films: 1,
    filmsCreated: 1,
    peopleCreated: 3,
    ratingsWritten: 1,
    faults: 2,
  });
  expect(imports.notes()).toEqual([
    "ids.txt, line 4: names no id in ids.txt",
    "ids.txt, line 3: TMDB has no movie 7, or what it says of it cannot be read",
  ]);
  expect(asked.map(({ path }) => path)).toEqual(["/3/movie/496243", "/3/movie/7"]);
  expect(asked[0]?.query.get("api_key")).toBe(key);
  expect(await dumpFilms(imports.db)).toMatchObject({
    films: [
      {
        ids: ["imdb tt6751668", "tmdb 496243"],
        film: {
          title_ko: "기생충",
          title_en: "Parasite",
          other_titles: ["Gisaengchung"],
          genres: ["comedy", "thriller"],
          runtime_minutes: 133,
          age_rating: "15",
          synopsis_ko: "전원 백수로 …",
          poster_id: null,
          poster_path: "/7IiTTgloJzvGI1TAYymCfbfl3vT.jpg",
        },
      },
    ],
    credits: [
      { role: "director", person: "tmdb 21684", position: 0 },
      { role: "actor", person: "tmdb 1", position: 1 },
      { role: "actor", person: "tmdb 2", position: 2 },
      { role: "writer", person: "tmdb 21684" },
    ],
    sites: [
      {
        id: "tmdb",
        measure: "imdb",
        attribution: expect.stringContaining("not endorsed or certified by TMDB"),
      },
    ],
    told: [{ payload: [{ site: "imdb", value: 8.494, count: 19000 }] }],
  });
  const before = await placesOf(imports.db);
  await run({ ids });
  expect(await placesOf(imports.db)).toEqual(before);
});

test("a token is sent as one, and not in the address", async () => {
  await run({ ids: await imports.file("ids.txt", "496243") }, "eyJhbGciOiJIUzI1NiJ9.x.y");
  expect(asked[0]?.authorization).toBe("Bearer eyJhbGciOiJIUzI1NiJ9.x.y");
  expect(asked[0]?.query.has("api_key")).toBe(false);
});

test("what passes is waited for: as long as TMDB says, otherwise longer each time", async () => {
  answers["/3/movie/496243"] = [
    { status: 429, headers: { "retry-after": "7" } },
    { status: 503 },
    { status: 502, body: "<html>" },
    parasite,
  ];
  expect(await run({ ids: await imports.file("ids.txt", "496243") })).toMatchObject({ filmsCreated: 1 });
  expect(pauses[0]).toBe(7_000);
  expect(pauses[1]).toBeGreaterThanOrEqual(500);
  expect(pauses[1]).toBeLessThanOrEqual(1_000);
  expect(pauses[2]).toBeGreaterThanOrEqual(1_000);
  expect(pauses[2]).toBeLessThanOrEqual(2_000);
});

test("what does not pass ends the import in words, without the key", async () => {
  const ids = await imports.file("ids.txt", "496243");
  answers["/3/movie/496243"] = [{ status: 503 }];
  const error = await run({ ids }).catch((one: Error) => one);
  expect(error).toMatchObject({ message: expect.stringContaining("answered 503 to GET /movie/496243") });
  expect((error as Error).message).not.toContain(key);
  expect(pauses).toHaveLength(5);
  answers["/3/movie/496243"] = [{ status: 401 }];
  await expect(run({ ids })).rejects.toThrow("TMDB does not take the key");
  answers["/3/movie/496243"] = [{ status: 200, body: "<html>" }];
  await expect(run({ ids })).rejects.toThrow("does not answer as TMDB does");
  answers["/3/movie/496243"] = [{ ...parasite, credits: { cast: [{ name: 7 }] } }];
  expect(await run({ ids })).toMatchObject({ films: 0, faults: 1 });
});

test("pages of the most popular are read to the last one, and an import that was cut off goes on behind a page", async () => {
  const movie = (id: number) => ({ id, title: `Film ${id}`, vote_count: 0 });
  for (let page = 1; page <= 3; page++)
    answers[`/3/discover/movie?${page}`] = [
      { results: Array.from({ length: 20 }, (_, n) => ({ id: page * 100 + n })), total_pages: 3 },
    ];
  for (const page of [1, 2, 3])
    for (let n = 0; n < 20; n++) answers[`/3/movie/${page * 100 + n}`] = [movie(page * 100 + n)];
  answers["/3/movie/305"] = [{ status: 400 }];
  await expect(run({ pages: 10 })).rejects.toThrow("answered 400");
  expect((await dumpFilms(imports.db)) as { films: object[] }).toMatchObject({ films: { length: 40 } });
  asked = [];
  answers["/3/movie/305"] = [movie(305)];
  expect(await run({ pages: 10 })).toMatchObject({ films: 60, filmsCreated: 60 });
  expect(asked.filter(({ path }) => path.includes("discover")).map(({ query }) => query.get("page"))).toEqual(
    ["3"],
  );
});

test("a film that is here by IMDb's id gets TMDB's, and its people are the same ones", async () => {
  const own = {
    ids: { imdb: "tt6751668" },
    title: { original: "기생충" },
    people: [{ name: "Bong Joon Ho", role: "director", ids: { imdb: "nm0094435" } }],
  };
  await importOwn(imports.deps, imports.watch(), await imports.file("own.jsonl", JSON.stringify(own)));
  expect(await run({ ids: await imports.file("ids.txt", "496243") })).toMatchObject({
    filmsCreated: 0,
    filmsChanged: 1,
    peopleCreated: 2,
  });
});
