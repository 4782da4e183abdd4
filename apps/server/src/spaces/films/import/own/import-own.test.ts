import { expect, test } from "vitest";
import { dumpFilms, placesOf, testImports } from "../../../../../test/film-imports.ts";
import { type Counts, Stopped } from "../import-run.ts";
import { importOwn } from "./import-own.ts";

const imports = testImports();
const run = (path: string, watch = {}): Promise<Counts> =>
  importOwn(imports.deps, imports.watch(watch), path);

const parasite = {
  id: "17",
  ids: { imdb: "tt6751668", tmdb: "496243" },
  title: { ko: "기생충", en: "Parasite", original: "기생충", others: ["Gisaengchung"] },
  year: 2019,
  genres: ["drama", "thriller"],
  runtimeMinutes: 132,
  ageRating: "15",
  synopsis: { ko: "전원 백수로 살 길 막막한 기택네." },
  people: [
    { name: "봉준호", role: "director" },
    { name: "송강호", role: "actor", character: "기택" },
  ],
  offers: [
    { platform: "netflix", kind: "stream", country: "KR" },
    {
      platform: "naver",
      kind: "rent",
      country: "KR",
      price: 2500,
      currency: "KRW",
      url: "https://serieson.naver.com/1",
    },
  ],
  ratings: [
    { site: "imdb", measure: "imdb", value: 8.5, votes: 1000000, date: "2026-11-01" },
    {
      site: "watcha",
      measure: "star5",
      value: 4.2,
      votes: 90000,
      date: "2023-11-01",
      attribution: "© Watcha Pedia",
    },
  ],
};

const csv = [
  "id,imdb,tmdb,title_ko,title_en,title_original,other_titles,year,genres,runtime_minutes,age_rating,synopsis_ko,directors,actors,offers,ratings",
  '17,tt6751668,496243,기생충,Parasite,기생충,Gisaengchung,2019,drama|thriller,132,15,"전원 백수로 살 길 막막한 기택네.",봉준호,송강호=기택,' +
    "netflix stream KR | naver rent KR 2500 KRW https://serieson.naver.com/1," +
    "imdb imdb 8.5 1000000 2026-11-01 | watcha star5 4.2 90000 2023-11-01 © Watcha Pedia",
].join("\r\n");

test("CSV and JSONL of the same film are the same", async () => {
  expect(await run(await imports.file("own.jsonl.gz", `${JSON.stringify(parasite)}\n`))).toMatchObject({
    films: 1,
    filmsCreated: 1,
    peopleCreated: 2,
    ratingsWritten: 2,
    faults: 0,
  });
  const one = await dumpFilms(imports.db);
  expect(one).toMatchObject({
    films: [
      {
        ids: ["imdb tt6751668", "own 17", "tmdb 496243"],
        film: { title_ko: "기생충", age_rating: "15", synopsis_ko: parasite.synopsis.ko },
        rank: { labels: ["genre:drama", "genre:thriller", "year:2019", "on:naver", "on:netflix"] },
      },
    ],
    offers: [
      { offer: { platform: "netflix", price: null } },
      { offer: { platform: "naver", price: 2500, currency: "KRW" } },
    ],
    sites: [
      { id: "imdb" },
      { id: "watcha", name: "watcha", measure: "star5", attribution: "© Watcha Pedia" },
    ],
    // Three years old: 90,000 · 2^(−2/4).
    told: [
      {
        payload: [
          { site: "imdb", count: 1000000 },
          { site: "star5", value: 4.2, count: 63640 },
        ],
      },
    ],
  });
  await imports.reset();
  await run(await imports.file("own.csv", csv));
  expect(await dumpFilms(imports.db)).toEqual(one);
  expect(imports.notes()).toEqual([]);
});

test("the same file once more changes nothing", async () => {
  const path = await imports.file("own.csv", csv);
  await run(path);
  const before = await placesOf(imports.db);
  await run(path);
  expect(await placesOf(imports.db)).toEqual(before);
});

test("what has changed is written: offers that are gone go, labels follow, an older rating does not replace a newer one", async () => {
  await run(await imports.file("own.jsonl", JSON.stringify(parasite)));
  const next = {
    ids: { tmdb: "496243" },
    title: { en: "Parasite!" },
    genres: ["comedy"],
    people: [{ name: "송강호", role: "actor", character: "Ki-taek" }],
    offers: [{ platform: "tving", kind: "stream" }],
    ratings: [
      { site: "imdb", measure: "imdb", value: 1, votes: 1, date: "2026-10-31" },
      { site: "watcha", measure: "star5", value: 4.2, votes: 90000, date: "2026-11-02" },
    ],
  };
  expect(await run(await imports.file("next.jsonl", JSON.stringify(next)))).toMatchObject({
    filmsChanged: 1,
    peopleCreated: 0,
    ratingsWritten: 1,
  });
  expect(await dumpFilms(imports.db)).toMatchObject({
    films: [
      {
        film: { title_ko: "기생충", title_en: "Parasite!" },
        rank: { labels: ["genre:comedy", "year:2019", "on:tving"] },
      },
    ],
    credits: [{ role: "actor", character: "Ki-taek" }],
    offers: [{ offer: { platform: "tving" } }],
    ratings: [{ rating: { value: 8.5 } }, { rating: { rated_on: "2026-11-02", told_age: 0 } }],
    told: [{}, { payload: [{ count: 1000000 }, { count: 90000 }] }],
  });
});

test("whoever is in a film already under the same name is known again by another id", async () => {
  await run(await imports.file("own.jsonl", JSON.stringify(parasite)));
  const people = [{ name: "봉준호", role: "director", ids: { tmdb: "21684" } }];
  const counts = await run(await imports.file("next.jsonl", JSON.stringify({ id: "17", people })));
  expect(counts).toMatchObject({ peopleCreated: 0 });
  // Also in another film, now that the id is known.
  const other = { id: "18", title: { original: "Mickey 17" }, people };
  expect(await run(await imports.file("other.jsonl", JSON.stringify(other)))).toMatchObject({
    peopleCreated: 0,
  });
});

test("lines that are not as they should be are named, and the rest comes in", async () => {
  const lines = [
    "{",
    '{"title":{"en":"No id"}}',
    '{"id":"1"}',
    '{"id":"2","title":{"en":"Two"},"year":"last"}',
    '{"id":"3","title":{"en":"Three"},"tilte":1}',
    '{"id":"4","title":{"en":"Four"},"people":[{"name":"x","role":"cook"}]}',
    '{"id":"5","title":{"en":"Five \\ud800 \\u0000"},"ratings":[{"site":"rt","measure":"rt","value":101,"votes":1,"date":"2026-01-01"},{"site":"metacritic","measure":"metacritic","value":80,"votes":1,"date":"2026-01-01"}]}',
    '{"id":"6","title":{"en":"Six"},"ratings":[{"site":"metacritic","measure":"star5","value":4,"votes":1,"date":"2026-01-01"}]}',
    '{"id":"7","title":{"en":"Seven"},"ratings":[{"site":"x","measure":"star5","value":4,"votes":1,"date":"2026-02-30"}],"genres":["drama","noise"]}',
    '{"id":"5","title":{"en":"Again"}}',
    `{"id":"8","title":{"en":"${"x".repeat(10_000_000)}"}}`,
    '{"id":"9","title":{"en":"Nine"},"offers":[{"platform":"netflix","kind":"rent","price":3}]}',
  ];
  const counts = await run(await imports.file("own.jsonl", lines.join("\n")));
  expect(counts).toMatchObject({ films: 5, filmsCreated: 4, unknownGenres: 1, faults: 12 });
  expect(imports.notes()).toEqual([
    "own.jsonl, line 1: is not JSON",
    "own.jsonl, line 2: needs an id, its own or another one",
    "own.jsonl, line 4: year must be integer (integer)",
    "own.jsonl, line 5: it must not have additional properties (tilte)",
    expect.stringContaining("line 6: people.0.role must be equal to one of the allowed values"),
    "own.jsonl, line 7: rating of rt: 101 is not on the scale of rt, which goes from 0 to 100; it is left out",
    "own.jsonl, line 8: rating of metacritic: it is measured as metacritic here, not as star5; it is left out",
    "own.jsonl, line 9: rating of x: 2026-02-30 is no day; it is left out",
    "own.jsonl, line 10: own 5 stands in line 7 already",
    expect.stringMatching(/line 11: has 100000\d\d bytes, more than 1048576/),
    "own.jsonl, line 12: netflix: a price goes with a currency; it is left out",
    "own.jsonl, line 3: own 1: a film that is not here yet needs a title",
  ]);
  const { films } = (await dumpFilms(imports.db)) as { films: object[] };
  expect(films[0]).toMatchObject({ film: { title_en: "Five \uFFFD" } });
});

test("two ids that stand for different films here are said to", async () => {
  await run(
    await imports.file(
      "two.jsonl",
      '{"id":"1","title":{"en":"One"}}\n{"ids":{"tmdb":"2"},"title":{"en":"Two"}}',
    ),
  );
  await run(await imports.file("both.jsonl", '{"id":"1","ids":{"tmdb":"2"},"year":2000}'));
  expect(imports.notes()).toEqual([
    "both.jsonl, line 1: own 1 and tmdb 2 are different films here; the first of them was taken",
  ]);
});

test("files of another encoding or kind are refused with what to do", async () => {
  const korean = Buffer.concat([
    Buffer.from("id,title_ko\n1,"),
    Buffer.from("b1e2bbfdc3e6", "hex"),
    Buffer.from("\n2,둘\n"),
  ]);
  expect(await run(await imports.file("own.csv", korean))).toMatchObject({ films: 1, faults: 1 });
  expect(imports.notes()).toEqual([
    expect.stringContaining("own.csv, line 2: is not UTF-8; it may be CP949: iconv"),
  ]);
  await expect(run(await imports.file("own.txt", "x"))).rejects.toThrow(
    "ends neither with .csv nor with .jsonl",
  );
  await expect(run(await imports.file("semi.csv", "id;title_ko\n1;하나\n"))).rejects.toThrow(
    "has none of the columns",
  );
  await run(await imports.file("more.csv", "id,title_ko,colour\n3,셋,red\n"));
  expect(imports.notes()[1]).toContain("left out: colour");
});

test("an import that was stopped goes on, and knows the films before it again", async () => {
  const lines = Array.from({ length: 2_500 }, (_, n) =>
    JSON.stringify({ id: `${n === 2_400 ? 3 : n}`, title: { en: `Film ${n}` } }),
  );
  lines[1_500] = "broken";
  const path = await imports.file("many.jsonl", lines.join("\n"));
  const whole = await run(path);
  const expected = await dumpFilms(imports.db);
  await imports.reset();
  const { deps, watch } = imports.stoppingAfter(1);
  await expect(importOwn(deps, watch, path)).rejects.toThrow(Stopped);
  expect(await run(path)).toEqual(whole);
  expect(whole).toMatchObject({ films: 2_498, faults: 2 });
  expect(await dumpFilms(imports.db)).toEqual(expected);
});
