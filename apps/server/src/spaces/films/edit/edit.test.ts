import { beforeAll, describe, expect, test } from "vitest";
import { givenFilm, givenFilms } from "../../../../test/films.ts";
import { type Person, testServer } from "../../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
let keeper: Person;
let minji: Person;

const maru = async (...args: string[]) => {
  const commands = server.maru.spaces.get("films")!.commands!;
  return commands.find(({ name }) => name === args[0])!.run(args.slice(1));
};

beforeAll(async () => {
  keeper = await given.person("keeper");
  minji = await given.person("minji");
  await maru("moderator", "@keeper", "on");
});

describe("a moderator", () => {
  test("adds a film and corrects it, and what was there is kept", async () => {
    const added = await as(keeper).post("/films", {
      title: { ko: " 소금  항구 " },
      genres: ["drama"],
      people: [
        { name: "백지오", role: "director" },
        { name: "Ana Lee", role: "actor", character: "선장" },
      ],
      platforms: [{ platform: "watcha", kind: "rent", price: 2500, currency: "KRW" }],
    });
    expect(added.statusCode).toBe(201);
    const film = added.json();
    expect(film).toMatchObject({
      title: { ko: "소금 항구", original: "소금 항구" },
      people: [{ name: { ko: "백지오" } }, { name: { en: "Ana Lee" }, character: "선장" }],
      platforms: [{ platform: "watcha", name: { ko: "왓챠" }, price: 2500 }],
      score: { charted: false, people: 0 },
    });
    const [director] = film.people;
    const edited = await as(keeper).patch(`/films/${film.id}`, {
      year: 2024,
      people: [{ personId: director.id, role: "director" }],
      note: "배우는 다른 사람이에요",
    });
    expect(edited.json()).toMatchObject({ year: 2024, people: [{ id: director.id }] });
    const { items } = (await as(null).get(`/films/${film.id}/changes`)).json();
    expect(items).toMatchObject([
      {
        by: { handle: "keeper" },
        status: "done",
        before: { year: null, people: [{ name: "백지오" }, { name: "Ana Lee", character: "선장" }] },
        after: { year: 2024 },
        note: "배우는 다른 사람이에요",
      },
      { before: null, after: { title: { ko: "소금 항구" } } },
    ]);
    await server.settle();
    const found = (await as(null).get("/search?type=films,film-people&q=소금")).json();
    expect(found.films.items.map((one: { id: string }) => one.id)).toEqual([film.id]);
  });

  test("whose request is sent twice adds one film", async () => {
    const once = { headers: { "idempotency-key": "one-film-please" } };
    const answers = await Promise.all(
      [1, 2, 3].map(() => as(keeper).post("/films", { title: { ko: "한 번만" } }, once)),
    );
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
  });

  test("takes a film off and shows it again", async () => {
    const film = await givenFilm(server);
    expect((await as(minji).delete(`/films/${film}`)).statusCode).toBe(403);
    expect((await as(keeper).delete(`/films/${film}`)).statusCode).toBe(204);
    expect((await as(keeper).get(`/films/${film}`)).statusCode).toBe(404);
    expect((await as(keeper).put(`/films/${film}/shown`)).statusCode).toBe(204);
    expect((await as(null).get(`/films/${film}`)).statusCode).toBe(200);
  });
});

describe("a member", () => {
  test("proposes, and a moderator decides", async () => {
    const film = await givenFilm(server, { titleKo: "여름 끝, 라디오" });
    const proposed = await as(minji).patch(`/films/${film}`, { year: 2022, note: "포스터에 있어요" });
    expect(proposed.statusCode).toBe(202);
    const change = proposed.json();
    expect(change).toMatchObject({ status: "proposed", by: { handle: "minji" }, film: { id: film } });
    expect((await as(null).get(`/films/${film}`)).json()).toMatchObject({ year: 2025 });
    const seenBy = async (person: Person | null) =>
      (await as(person).get(`/films/${film}/changes`)).json().items.length;
    expect([await seenBy(null), await seenBy(minji), await seenBy(keeper)]).toEqual([0, 1, 1]);
    expect((await as(minji).get("/films/proposals")).statusCode).toBe(403);
    expect(
      (await as(minji).post(`/films/proposals/${change.id}/decision`, { accept: true })).statusCode,
    ).toBe(403);
    expect((await as(keeper).get("/films/proposals")).json().items).toMatchObject([{ id: change.id }]);
    const decided = await as(keeper).post(`/films/proposals/${change.id}/decision`, { accept: true });
    expect(decided.json()).toMatchObject({ status: "done", before: { year: 2025 } });
    expect((await as(null).get(`/films/${film}`)).json()).toMatchObject({ year: 2022 });
    expect(
      (await as(keeper).post(`/films/proposals/${change.id}/decision`, { accept: false })).statusCode,
    ).toBe(404);
  });

  test("proposes a film, which is there when it is taken", async () => {
    const { id } = (await as(minji).post("/films", { title: { ko: "삼백 번째 첫눈" } })).json();
    const taken = await as(keeper).post(`/films/proposals/${id}/decision`, { accept: true });
    const film = taken.json().film;
    expect(film).toMatchObject({ name: "삼백 번째 첫눈" });
    expect((await as(null).get(`/films/${film.id}/score`)).statusCode).toBe(200);
    const declined = (await as(minji).post("/films", { title: { ko: "장난" } })).json();
    const answer = await as(keeper).post(`/films/proposals/${declined.id}/decision`, { accept: false });
    expect(answer.json()).toMatchObject({ status: "declined", film: null });
  });

  test("whose proposal two moderators take at once gets one film", async () => {
    const { id } = (await as(minji).post("/films", { title: { ko: "둘이 한 번에" } })).json();
    const answers = await Promise.all(
      [1, 2].map(() => as(keeper).post(`/films/proposals/${id}/decision`, { accept: true })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
      200, 404,
    ]);
    await server.settle();
    const found = (await as(null).get(`/search?type=films&q=${encodeURIComponent("둘이 한 번에")}`)).json();
    expect(found.films.items).toHaveLength(1);
  });

  test("has so many proposals waiting at the most", async () => {
    const busy = await given.person();
    const film = await givenFilm(server);
    for (let count = 0; count < 30; count++)
      expect((await as(busy).patch(`/films/${film}`, { year: 1980 + count })).statusCode).toBe(202);
    expect((await as(busy).patch(`/films/${film}`, { year: 1980 })).statusCode).toBe(429);
  });
});

test.each([
  [{}, 422],
  [{ note: "왜요" }, 422],
  [{ title: { ko: null, en: null } }, 422],
  [{ genres: ["goblin"] }, 422],
  [{ genres: "drama" }, 400],
  [{ title: { ko: "가\u202e나" } }, 422],
  [{ title: { ko: "제목" }, people: [{ role: "actor" }] }, 422],
  [{ title: { ko: "제목" }, people: [{ personId: "12345", role: "actor" }] }, 422],
  [{ title: { ko: "제목" }, people: [{ name: "백지오", role: "cook" }] }, 400],
  [{ title: { ko: "제목" }, platforms: [{ platform: "x", kind: "rent", price: 1 }] }, 422],
  [{ title: { ko: "제목" }, platforms: [{ platform: "x", kind: "rent", url: "javascript:alert(1)" }] }, 422],
  [{ title: { ko: "제목" }, posterId: "123456" }, 422],
  [{ title: { ko: "제목" }, year: 1700 }, 400],
  [{ title: { ko: "제목" }, tier: 2 }, 400],
])("a film of %j is refused", async (body, status) => {
  const answer = await as(keeper).post("/films", body);
  expect([answer.body, answer.statusCode]).toEqual([answer.body, status]);
});

test("an import leaves what was written by hand", async () => {
  const ids = [{ source: "own", value: "by-hand" }];
  const [film] = await givenFilms(server, [{ ids, titleKo: "회장님의 김밥", year: 2020 }]);
  await as(keeper).patch(`/films/${film}`, { year: 2024 });
  await givenFilms(server, [{ ids, titleKo: "회장님의 김밥", year: 2020, genres: ["family"] }]);
  expect((await as(null).get(`/films/${film}`)).json()).toMatchObject({
    year: 2024,
    genres: [{ id: "family" }],
  });
});

describe("the operator", () => {
  const rankOf = async (person: Person) => {
    await server.settle();
    return (await as(person).get(`/accounts/${person.handle}/film-rank`)).json();
  };

  test("seeds critics, punishes, voids and gives back", async () => {
    const critic = await given.person();
    expect(await maru("seed-tier", critic.handle, "3")).toBe(0);
    expect(await rankOf(critic)).toMatchObject({ tier: 3, weight: 2.5, points: 2400 });
    expect(await maru("strike", critic.handle, "1")).toBe(0);
    expect(await rankOf(critic)).toMatchObject({ points: 2360 });
    expect(await maru("void", critic.handle)).toBe(0);
    expect(await rankOf(critic)).toMatchObject({ weight: 0 });
    expect(await maru("restore", critic.handle)).toBe(0);
    expect(await rankOf(critic)).toMatchObject({ weight: 2.5 });
    expect(await maru("strike", critic.handle, "3")).toBe(0);
    expect(await rankOf(critic)).toMatchObject({ tier: 0, points: 125 });
    const told = (await as(critic).get("/film-rank/entries")).json().items;
    expect(told.map((entry: { kind: string }) => entry.kind)).toContain("strike");
  });

  test("changes the rules for what comes", async () => {
    expect(await maru("ranks", "equal-weights")).toBe(0);
    const critic = await given.person();
    await maru("seed-tier", critic.handle, "3");
    expect(await rankOf(critic)).toMatchObject({ tier: 3, weight: 1 });
    expect(await maru("ranks", "default")).toBe(0);
    await maru("seed-tier", critic.handle, "3");
    expect(await rankOf(critic)).toMatchObject({ weight: 2.5 });
  });

  test("hears what is wrong with a command", async () => {
    for (const args of [
      ["moderator"],
      ["moderator", "nobody_here"],
      ["moderator", "minji", "maybe"],
      ["seed-tier", "minji", "4"],
      ["strike", "minji", "0"],
      ["ranks", "unfair"],
      ["void"],
    ])
      expect([args, await maru(...args)]).toEqual([args, 2]);
  });
});
