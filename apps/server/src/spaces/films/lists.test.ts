import { beforeAll, describe, expect, test } from "vitest";
import { givenFilm, givenFilms } from "../../../test/films.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import type { FilmInput } from "./catalogue/film-input.ts";

const server = testServer();
const { as, given, settle } = server;
let minji: Person;

interface FilmJson {
  id: string;
  title: { ko: string };
  score: { sort: number; charted: boolean };
  year: number;
}
const list = async (query: string): Promise<FilmJson[]> => {
  const answer = await as(null).get(`/films?${query}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<{ items: FilmJson[] }>().items;
};
const titles = async (query: string) => (await list(query)).map(({ title }) => title.ko);

/** Rated so well and so often that sites alone rank it. */
const rated = (value: number): Partial<FilmInput> => ({
  ratings: [{ site: "cinebox", value, votes: 50_000, ratedOn: "2026-11-01" }],
});
const director = {
  person: { ids: [{ source: "own", value: "p1" }], nameKo: "한서림" },
  role: "director",
} as const;

beforeAll(async () => {
  minji = await given.person("minji");
  const { db } = server.maru.platform;
  await db.insertInto("filmSite").values({ id: "cinebox", name: "시네박스", measure: "imdb" }).execute();
  await givenFilms(server, [
    { titleKo: "달빛 세탁소", year: 2025, genres: ["drama"], ...rated(8.9), credits: [director] },
    {
      titleKo: "옥상 위의 고래",
      year: 2024,
      genres: ["fantasy", "drama"],
      ...rated(7.5),
      credits: [director],
    },
    { titleKo: "그림자 극단", year: 2025, genres: ["thriller"], ...rated(3.1) },
    { titleKo: "아무도 모르는", year: 2026, genres: ["drama"] },
    {
      titleKo: "좀비 마을버스",
      titleEn: "Zombie Village Bus",
      otherTitles: ["마을버스의 좀비"],
      year: 2023,
      genres: ["comedy"],
      ...rated(6.2),
      offers: [{ platform: "tving", kind: "stream", country: "KR" }],
    },
  ]);
  await settle();
});

describe("the list", () => {
  test("goes by the lower bound, without what is too little to rank, which stands apart", async () => {
    expect(await titles("sort=score")).toEqual([
      "달빛 세탁소",
      "옥상 위의 고래",
      "좀비 마을버스",
      "그림자 극단",
    ]);
    expect(await titles("chart=thin")).toEqual(["아무도 모르는"]);
    const all = await list("sort=score");
    expect(all.map(({ score }) => score.sort)).toEqual(
      all.map(({ score }) => score.sort).sort((a, b) => b - a),
    );
  });

  test.each([
    ["genre=drama", ["달빛 세탁소", "옥상 위의 고래"]],
    ["genre=drama&year=2024", ["옥상 위의 고래"]],
    ["year=2025", ["달빛 세탁소", "그림자 극단"]],
    ["platform=tving", ["좀비 마을버스"]],
    ["tier=0", ["그림자 극단"]],
    ["tier=2", ["달빛 세탁소"]],
    ["genre=western", []],
    ["q=달빛", ["달빛 세탁소"]],
    ["q=zombie", ["좀비 마을버스"]],
    ["q=ㄱㄹㅈ", ["그림자 극단"]],
    ["series=true", []],
  ])("is narrowed by %s", async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test("of a person has the films that they had a part in", async () => {
    const [found] = (await as(null).get("/search?type=film-people&q=한서림")).json()["film-people"].items;
    expect(found).toMatchObject({ name: { ko: "한서림" }, credits: { director: 2, actor: 0, writer: 0 } });
    expect(await titles(`person=${found.id}`)).toEqual(["달빛 세탁소", "옥상 위의 고래"]);
    expect((await as(null).get(`/films/people/${found.id}`)).json()).toEqual(found);
    expect((await as(null).get("/films/people/1")).statusCode).toBe(404);
  });

  test("by time goes by year", async () => {
    expect(await titles("sort=latest")).toEqual([
      "아무도 모르는",
      "그림자 극단",
      "달빛 세탁소",
      "옥상 위의 고래",
      "좀비 마을버스",
    ]);
  });

  test("of what is popular goes by weight, not by how many", async () => {
    const [many, one] = await givenFilms(server, [{ titleKo: "많은 새 계정" }, { titleKo: "한 평론가" }]);
    const critic = await given.person();
    await server.maru.platform.log.commit(async (tx) => {
      const { logFilmEvents } = await import("./film-events.ts");
      await logFilmEvents(server.maru.platform.log, tx, [
        { type: "seed_tier", accountId: Number(critic.id), tier: 3 },
      ]);
    });
    for (let count = 0; count < 6; count++)
      await as(await given.person()).put(`/films/${many}/vote`, { value: "like" });
    await as(critic).put(`/films/${one}/vote`, { value: "like" });
    await settle();
    expect((await titles("sort=popular")).slice(0, 2)).toEqual(["한 평론가", "많은 새 계정"]);
    // One like never tops: nor does it rank a film.
    expect(await titles("sort=score&limit=1")).toEqual(["달빛 세탁소"]);
    expect(await titles("chart=thin")).toContain("한 평론가");
  });

  test("refuses what it does not know", async () => {
    for (const query of [
      "sort=likes",
      "tier=3",
      "year=1",
      "limit=51",
      "person=x",
      "cursor=made-up",
      "page=2",
    ])
      expect([query, (await as(null).get(`/films?${query}`)).statusCode]).toEqual([query, 400]);
  });
});

describe("pages", () => {
  test("of every list have no gaps and no doubles", async () => {
    const inputs = Array.from({ length: 23 }, (_, place) => ({
      titleKo: `쪽 ${place}`,
      genres: ["sport"],
      year: 1990 + (place % 3),
      ...(place % 2 === 0 && rated(5 + (place % 5))),
    }));
    await givenFilms(server, inputs);
    await settle();
    for (const query of [
      "sort=score&genre=sport",
      "chart=thin&genre=sport",
      "sort=popular&genre=sport",
      "sort=latest&genre=sport",
    ]) {
      const whole = await list(`${query}&limit=50`);
      const paged: FilmJson[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const path = `/films?${query}&limit=4${cursor && `&cursor=${cursor}`}`;
        const page = (await as(null).get(path)).json() as { items: FilmJson[]; nextCursor: string | null };
        paged.push(...page.items);
        cursor = page.nextCursor;
      }
      expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
      expect(new Set(paged.map(({ id }) => id)).size).toBe(whole.length);
    }
    const first = (await as(null).get("/films?genre=sport&limit=4")).json<{ nextCursor: string }>();
    const other = await as(null).get(`/films?genre=drama&limit=4&cursor=${first.nextCursor}`);
    expect(other.statusCode).toBe(400);
  });
});

test("what lists can be narrowed by is counted", async () => {
  const facets = (await as(null).get("/films/facets")).json();
  expect(facets.genres).toContainEqual({ id: "comedy", name: { ko: "코미디", en: "Comedy" }, films: 1 });
  expect(facets.platforms).toContainEqual({ id: "tving", name: { ko: "티빙", en: "TVING" }, films: 1 });
  expect(facets.years.map((one: { year: number }) => one.year)).toContain(2024);
});

test("films like one share people before genres", async () => {
  const [moonlight] = await list("q=달빛");
  const similar = (await as(null).get(`/films/${moonlight!.id}/similar`)).json<{ items: FilmJson[] }>().items;
  expect(similar[0]!.title.ko).toBe("옥상 위의 고래");
  expect(similar.map(({ id }) => id)).not.toContain(moonlight!.id);
});

test("a film is found by every title, followed, and written about", async () => {
  const find = async (q: string) =>
    (await as(null).get(`/search?type=films&q=${encodeURIComponent(q)}`)).json().films.items;
  for (const q of ["좀비", "zombie village", "마을버스의 좀비", "ㅈㅂㅁㅇ"])
    expect([q, (await find(q)).length]).toEqual([q, 1]);
  const [bus] = await find("좀비");
  const reader = await given.person();
  expect((await as(reader).put(`/films/${bus.id}/follow`)).json()).toEqual({ following: true, followers: 1 });
  const note = await given.post(minji, "보고 왔어요", { filmIds: [bus.id] });
  expect(note).toMatchObject({ films: [{ id: bus.id, name: "좀비 마을버스" }] });
  await settle();
  await server.maru.arrived();
  const home = (await as(reader).get("/feeds/home")).json<{ items: { id: string }[] }>();
  expect(home.items.map(({ id }) => id)).toContain(note.id);
});

test("the sites of a score are named, and its parts add up", async () => {
  const film = await givenFilm(server, rated(7.7));
  await as(minji).put(`/films/${film}/vote`, { value: "dislike" });
  await settle();
  const score = (await as(null).get(`/films/${film}/score`)).json();
  expect(score.base.sources).toEqual([
    {
      site: "cinebox",
      name: "시네박스",
      value: 7.7,
      outOf: 10,
      votes: 50000,
      date: "2026-11-01",
      attribution: "",
      url: null,
    },
  ]);
  const points = score.tiers.reduce((sum: number, tier: { points: number }) => sum + tier.points, 0);
  expect(score.base.score + points).toBeCloseTo(score.score, 2);
  expect(score.base.share + score.members.share).toBeCloseTo(1, 3);
  expect(score.tiers.map((tier: { tier: number; dislikes: number }) => [tier.tier, tier.dislikes])).toEqual([
    [3, 0],
    [2, 0],
    [1, 1],
    [0, 0],
  ]);
});
