import { beforeAll, describe, expect, test } from "vitest";
import { givenFilm } from "../../../test/films.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
let minji: Person;
let jisu: Person;

const aspects = { story: 9, acting: 8 };
const words = { text: "얼룩을 지우는 이야기인 줄 알았어요.", aspects };
const scoreOf = async (id: string) => (await as(null).get(`/films/${id}/score`)).json();
const idsIn = (response: { json<T>(): T }) =>
  response.json<{ items: { id: string }[] }>().items.map(({ id }) => id);

beforeAll(async () => {
  minji = await given.person("minji");
  jisu = await given.person("jisu");
});

describe("a vote", () => {
  test("shows at once, and moves the score when it was taken in", async () => {
    const film = await givenFilm(server);
    const before = await scoreOf(film);
    expect(before).toMatchObject({ score: 73.11, people: 0, charted: false, members: { score: null } });
    const answer = await as(minji).put(`/films/${film}/vote`, { value: "dislike" });
    expect(answer.json()).toEqual({ vote: "dislike", weight: 0.05 });
    expect((await as(minji).get(`/films/${film}`)).json()).toMatchObject({ viewer: { vote: "dislike" } });
    await settle();
    const after = await scoreOf(film);
    expect(after).toMatchObject({ people: 1, members: { score: 0 } });
    expect(after.score).toBeLessThan(before.score);
    expect((await as(null).get(`/films/${film}`)).json()).toMatchObject({
      score: { score: after.score },
      counts: { likes: 0, dislikes: 1 },
      viewer: null,
    });
    await as(minji).delete(`/films/${film}/vote`);
    await settle();
    expect(await scoreOf(film)).toMatchObject({ score: before.score, people: 0 });
  });

  test("twice is once, and another value takes its place", async () => {
    const film = await givenFilm(server);
    for (const value of ["like", "like", "dislike", "like"])
      expect((await as(minji).put(`/films/${film}/vote`, { value })).statusCode).toBe(200);
    await settle();
    expect(await scoreOf(film)).toMatchObject({ people: 1, members: { score: 100 } });
    const { db } = server.maru.platform;
    const { count } = await db
      .selectFrom("filmEvent")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("filmId", "=", Number(film))
      .where("type", "=", "vote_set")
      .executeTakeFirstOrThrow();
    expect(count).toBe(3);
  });

  test("by everybody at once ends as the last that was kept", async () => {
    const film = await givenFilm(server);
    const values = Array.from({ length: 24 }, (_, place) => (place % 2 === 0 ? "like" : "dislike"));
    await Promise.all(values.map((value) => as(minji).put(`/films/${film}/vote`, { value })));
    await settle();
    const { viewer } = (await as(minji).get(`/films/${film}`)).json();
    expect((await scoreOf(film)).members.score).toBe(viewer.vote === "like" ? 100 : 0);
  });

  test("needs a member, a film that is shown, and a value that there is", async () => {
    const film = await givenFilm(server);
    expect((await as(null).put(`/films/${film}/vote`, { value: "like" })).statusCode).toBe(401);
    expect((await as(minji).put(`/films/${film}/vote`, { value: "love" })).statusCode).toBe(400);
    expect((await as(minji).put(`/films/${film}/vote`, {})).statusCode).toBe(400);
    expect((await as(minji).put("/films/99999999999/vote", { value: "like" })).statusCode).toBe(404);
    const { db } = server.maru.platform;
    await db.updateTable("film").set({ removedAt: new Date() }).where("id", "=", Number(film)).execute();
    for (const answer of [
      await as(minji).put(`/films/${film}/vote`, { value: "like" }),
      await as(minji).delete(`/films/${film}/vote`),
      await as(minji).put(`/films/${film}/watchlist`),
      await as(minji).post(`/films/${film}/reviews`, words),
      await as(minji).get(`/films/${film}`),
      await as(minji).get(`/films/${film}/score`),
    ])
      expect(answer.statusCode).toBe(404);
  });
});

describe("a review", () => {
  test("is a post about the film, of which there is one per person", async () => {
    const film = await givenFilm(server, { titleKo: "달빛 세탁소" });
    const written = await as(minji).post(`/films/${film}/reviews`, { ...words, spoiler: true });
    expect(written.statusCode).toBe(201);
    const post = written.json();
    expect(post).toMatchObject({
      kind: "review",
      text: words.text,
      review: { title: "달빛 세탁소", film: { id: film }, aspects, spoiler: true },
    });
    const second = await as(minji).post(`/films/${film}/reviews`, words);
    expect(second.statusCode).toBe(409);
    expect((await as(jisu).post(`/films/${film}/reviews`, words)).statusCode).toBe(201);
    await settle();
    expect(await scoreOf(film)).toMatchObject({ people: 2 });
    expect((await as(minji).get(`/films/${film}/reviews/mine`)).json()).toMatchObject({ id: post.id });
    expect(idsIn(await as(null).get(`/accounts/minji/reviews`))).toContain(post.id);
    expect(idsIn(await as(null).get(`/films/${film}/posts`))).toContain(post.id);
    await as(minji).delete(`/posts/${post.id}`);
    expect((await as(minji).get(`/films/${film}/reviews/mine`)).statusCode).toBe(404);
    await settle();
    expect(await scoreOf(film)).toMatchObject({ people: 1 });
    expect((await as(minji).post(`/films/${film}/reviews`, words)).statusCode).toBe(201);
  });

  test("of twenty that are sent at once one is written", async () => {
    const film = await givenFilm(server);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => as(minji).post(`/films/${film}/reviews`, words)),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
      201,
      ...Array(19).fill(409),
    ]);
    await settle();
    expect(idsIn(await as(null).get(`/films/${film}/reviews`))).toHaveLength(1);
  });

  test.each([
    [{ story: 0 }, 400],
    [{ story: 11 }, 400],
    [{ story: 5.5 }, 400],
    [{ plot: 5 }, 400],
    [{}, 400],
    [{ story: null }, 422],
  ])("with the aspects %j is refused", async (bad, status) => {
    const film = await givenFilm(server);
    const answer = await as(minji).post(`/films/${film}/reviews`, { ...words, aspects: bad });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
  });

  test("has five thousand characters at the most", async () => {
    const film = await givenFilm(server);
    const write = (length: number) =>
      as(minji).post(`/films/${film}/reviews`, { ...words, text: "가".repeat(length) });
    const refused = await write(5_001);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain("text");
    expect((await write(5_000)).statusCode).toBe(201);
  });

  test("that is hidden is left out for others", async () => {
    const film = await givenFilm(server);
    const { id } = (await as(minji).post(`/films/${film}/reviews`, words)).json();
    const standings = async (who: Person | null) => idsIn(await as(who).get(`/reviews/standings?ids=${id}`));
    const reviews = async (who: Person | null) => idsIn(await as(who).get(`/films/${film}/reviews`));
    await settle();
    for (const who of [minji, jisu, null])
      expect([await reviews(who), await standings(who)]).toEqual([[id], [id]]);
    await as(minji).put(`/posts/${id}/hidden`);
    for (const who of [jisu, null]) expect([await reviews(who), await standings(who)]).toEqual([[], []]);
    expect(await reviews(minji)).toEqual([id]);
  });

  test("is changed by its author only, its aspects and its text", async () => {
    const film = await givenFilm(server);
    const { id } = (await as(minji).post(`/films/${film}/reviews`, words)).json();
    const path = `/films/${film}/reviews/${id}`;
    expect((await as(jisu).patch(path, { spoiler: true })).statusCode).toBe(403);
    expect((await as(minji).patch(path, {})).statusCode).toBe(400);
    await settle();
    const before = await scoreOf(film);
    const answer = await as(minji).patch(path, { aspects: { story: 2 }, text: "다시 보니 별로였어요." });
    expect(answer.json()).toMatchObject({ text: "다시 보니 별로였어요.", review: { aspects: { story: 2 } } });
    await settle();
    expect((await scoreOf(film)).score).toBeLessThan(before.score);
    // As with any other post.
    expect((await as(minji).patch(`/posts/${id}`, { text: "고쳤어요." })).statusCode).toBe(200);
  });
});

describe("what others think of a review", () => {
  test("is counted, moves its author's points, and is taken back", async () => {
    const film = await givenFilm(server);
    const author = await given.person();
    const { id } = (await as(author).post(`/films/${film}/reviews`, words)).json();
    const answer = await as(jisu).put(`/posts/${id}/vote`, { value: "like" });
    expect(answer.json()).toEqual({ id, likes: 1, dislikes: 0, vote: "like", tier: 1 });
    await settle();
    const own = (await as(author).get(`/accounts/${author.handle}/film-rank`)).json();
    expect(own).toMatchObject({ tier: 1, bounds: { lower: 250, upper: 900 } });
    expect(own.points).toBeGreaterThan(600);
    const entries = (await as(author).get("/film-rank/entries")).json();
    expect(entries.items).toMatchObject([
      { kind: "reaction", byTier: 1, review: { id, film: { id: film } } },
    ]);
    await as(jisu).delete(`/posts/${id}/vote`);
    await settle();
    expect((await as(author).get(`/accounts/${author.handle}/film-rank`)).json().points).toBe(600);
    const standings = await as(jisu).get(`/reviews/standings?ids=${id},123`);
    expect(standings.json()).toEqual({ items: [{ id, likes: 0, dislikes: 0, vote: null, tier: 1 }] });
  });

  test("is said of reviews of others only", async () => {
    const film = await givenFilm(server);
    const { id } = (await as(minji).post(`/films/${film}/reviews`, words)).json();
    const note = await given.post(minji, "그냥 글");
    const own = await as(minji).put(`/posts/${id}/vote`, { value: "like" });
    expect(own.statusCode).toBe(422);
    expect(own.json().type).toContain("own-review");
    expect((await as(jisu).put(`/posts/${note.id}/vote`, { value: "like" })).statusCode).toBe(422);
    expect((await as(null).put(`/posts/${id}/vote`, { value: "like" })).statusCode).toBe(401);
    expect((await as(jisu).put("/posts/123/vote", { value: "like" })).statusCode).toBe(404);
    await as(minji).put(`/accounts/${jisu.handle}/block`);
    expect((await as(jisu).put(`/posts/${id}/vote`, { value: "dislike" })).statusCode).toBe(404);
    await as(minji).delete(`/accounts/${jisu.handle}/block`);
  });
});

describe("a rank", () => {
  test("shows others the tier only", async () => {
    const rank = (await as(jisu).get("/accounts/minji/film-rank")).json();
    expect(rank).toMatchObject({
      tier: 1,
      points: null,
      bounds: null,
      series: null,
      growth: null,
      history: [],
    });
    expect((await as(null).get("/film-rank/entries")).statusCode).toBe(401);
  });

  test("of somebody who has never spoken is where everybody begins", async () => {
    const somebody = await given.person();
    const rank = (await as(somebody).get(`/accounts/${somebody.handle}/film-rank`)).json();
    expect(rank).toMatchObject({
      tier: 1,
      points: 600,
      weight: 0.05,
      growth: { stage: 0, days: 0, films: 0, next: { days: 3, films: 5, weight: 0.4 } },
      counts: { votes: 0, reviews: 0 },
    });
  });
});

describe("an account that goes", () => {
  test("takes its votes and reviews along", async () => {
    const film = await givenFilm(server);
    const leaving = await given.person();
    await as(leaving).put(`/films/${film}/vote`, { value: "dislike" });
    await as(leaving).post(`/films/${film}/reviews`, words);
    await as(leaving).put(`/films/${film}/watchlist`);
    await settle();
    expect(await scoreOf(film)).toMatchObject({ people: 1 });
    const gone = await as(leaving).delete("/me", { password: leaving.password });
    expect(gone.statusCode).toBeLessThan(300);
    await settle();
    expect(await scoreOf(film)).toMatchObject({ people: 0, score: 73.11 });
  });
});

describe("the watchlist", () => {
  test("is one's own, newest first, in pages", async () => {
    const films = [await givenFilm(server), await givenFilm(server), await givenFilm(server)];
    const somebody = await given.person();
    for (const film of films)
      expect((await as(somebody).put(`/films/${film}/watchlist`)).json()).toEqual({ inWatchlist: true });
    const first = (await as(somebody).get("/watchlist?limit=2")).json();
    expect(first.items.map((film: { id: string }) => film.id)).toEqual([films[2], films[1]]);
    const second = await as(somebody).get(`/watchlist?limit=2&cursor=${first.nextCursor}`);
    expect(idsIn(second)).toEqual([films[0]]);
    await as(somebody).delete(`/films/${films[1]}/watchlist`);
    expect(idsIn(await as(somebody).get("/watchlist"))).toEqual([films[2], films[0]]);
    expect(idsIn(await as(minji).get("/watchlist"))).toEqual([]);
    expect((await as(null).get("/watchlist")).statusCode).toBe(401);
  });
});
