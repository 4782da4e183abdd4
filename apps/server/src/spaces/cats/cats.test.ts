import { beforeAll, expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";
import { anyCat, type CatJson } from "../../../test/cats.ts";

const server = testServer();
const { as, given, settle } = server;
let minji: Person;
let haru: Person;

beforeAll(async () => {
  [minji, haru] = [await given.person("minji"), await given.person("haru")];
});

test("a cat is registered, shown, listed, followed, written about and found", async () => {
  const made = await as(minji).post("/cats", {
    ...anyCat,
    name: "  두부 ",
    birthday: { date: "2021-12-03", precision: "month" },
  });
  expect(made.statusCode, made.body).toBe(201);
  const cat = made.json<CatJson>();
  expect(cat).toMatchObject({
    name: "두부",
    breed: { id: "korean-shorthair", name: { ko: "코리안 숏헤어/믹스" } },
    birthday: "2021-12-01",
    birthdayPrecision: "month",
    personality: ["느긋함"],
    counts: { posts: 0, photos: 0, followers: 0 },
    viewer: { following: false, isMine: true, invited: false },
  });
  expect(cat.people.map((one) => one.handle)).toEqual(["minji"]);
  expect((await as(null).get(`/cats/${cat.id}`)).json()).toMatchObject({ id: cat.id, viewer: null });
  for (const path of [
    "/cats",
    "/cats?sort=followers",
    "/cats?breed=korean-shorthair&colour=white",
    "/accounts/minji/cats",
  ])
    expect(
      (await as(haru).get(path)).json<{ items: CatJson[] }>().items.map(({ id }) => id),
      path,
    ).toEqual([cat.id]);

  const followed = await as(haru).put(`/cats/${cat.id}/follow`);
  expect(followed.json()).toEqual({ following: true, followers: 1 });
  const post = await given.post(minji, "식빵을 굽는 중", { catIds: [cat.id] });
  expect(post["cats"]).toEqual([{ id: cat.id, name: "두부", breed: cat.breed, photo: null }]);
  await settle();
  const posts = (await as(haru).get(`/cats/${cat.id}/posts`)).json<{ items: { id: string }[] }>();
  expect(posts.items.map(({ id }) => id)).toEqual([post.id]);
  expect(
    (await as(haru).get("/feeds/home")).json<{ items: { id: string }[] }>().items.map(({ id }) => id),
  ).toEqual([post.id]);
  expect((await as(haru).get(`/cats/${cat.id}`)).json()).toMatchObject({
    counts: { posts: 1, followers: 1 },
    viewer: { following: true, isMine: false },
  });
  for (const word of ["두부", "ㄷㅂ", "숏헤어", "코숏", "white"]) {
    const found = (await as(null).get(`/search?type=cats&q=${encodeURIComponent(word)}`)).json<{
      cats: { items: CatJson[] };
    }>();
    expect(
      found.cats.items.map(({ id }) => id),
      word,
    ).toEqual([cat.id]);
  }
});
