import { beforeAll, expect, test } from "vitest";
import { anyCat, type CatJson, givenCat } from "../../../test/cats.ts";
import { holdRows, untilWaiting } from "../../../test/hold-rows.ts";
import { givenPicture } from "../../../test/test-picture.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { addDays, dayAt } from "./calendar.ts";

const server = testServer();
const { as, given, settle } = server;
let owner: Person;
let stranger: Person;
const today = dayAt(new Date(), "Asia/Seoul");

beforeAll(async () => {
  [owner, stranger] = [await given.person(), await given.person()];
});

type Refusal = { errors: { field: string }[] };

test("what cannot be said of a cat is refused, with the field, and changes nothing", async () => {
  const theirs = await givenPicture(server, stranger);
  const cat = await givenCat(server, owner);
  const refused: [field: string, body: object][] = [
    ["name", { name: "" }],
    ["name", { name: "   " }],
    ["name", { name: "가".repeat(31) }],
    ["name", { name: "나".repeat(1000) }],
    ["name", { name: "두\u202e부" }],
    ["name", { name: "두\n부" }],
    ["name", { name: "\u200b\u200b" }],
    ["name", { name: "두\u0000부" }],
    ["breed", { breed: "dog" }],
    ["breed", { breed: "__proto__" }],
    ["breed", { breed: "" }],
    ["colour", { colour: "purple" }],
    ["colour", { colour: "constructor" }],
    ["pattern", { pattern: "argyle" }],
    ["sex", { sex: "tomcat" }],
    ["birthday", { birthday: addDays(today, 1) }],
    ["birthday", { birthday: "1979-12-31" }],
    ["birthday", { birthday: "2025-02-30" }],
    ["birthday", { birthday: "어제" }],
    ["birthday", { birthday: { date: "1980-01-15", precision: "season" } }],
    ["birthday.precision", { birthday: { date: "2020-01-15", precision: "century" } }],
    ["adoptedOn", { adoptedOn: addDays(today, 2) }],
    ["adoptedOn", { birthday: "2020-05-05", adoptedOn: "2020-05-04" }],
    ["personality", { personality: ["하나", "둘", "셋", "넷", "다섯", "여섯"] }],
    ["personality", { personality: ["가".repeat(21)] }],
    ["personality", { personality: [""] }],
    ["story", { story: "가".repeat(2001) }],
    ["photoId", { photoId: theirs }],
    ["photoId", { photoId: "4" }],
    ["photoId", { photoId: "9999999999999999" }],
  ];
  const before = (await as(owner).get(`/cats/${cat.id}`)).body;
  for (const [field, body] of refused) {
    for (const answer of [
      await as(owner).post("/cats", { ...anyCat, ...body }),
      await as(owner).patch(`/cats/${cat.id}`, body),
    ]) {
      expect(answer.statusCode, `${JSON.stringify(body)} ${answer.body}`).toBe(422);
      expect(answer.json<Refusal>().errors[0]!.field, JSON.stringify(body)).toBe(field);
    }
  }
  expect((await as(owner).get(`/cats/${cat.id}`)).body).toBe(before);
  expect(
    (await as(owner).get(`/accounts/${owner.handle}/cats`)).json<{ items: object[] }>().items,
  ).toHaveLength(1);
});

test("what is no body at all is refused before the rules look at it", async () => {
  const cat = await givenCat(server, owner);
  for (const body of [
    {},
    { name: 5 },
    { name: null },
    { ...anyCat, owner: stranger.id },
    { ...anyCat, neutered: "yes" },
    { ...anyCat, personality: 3 },
  ])
    expect((await as(owner).post("/cats", body)).statusCode, JSON.stringify(body)).toBe(400);
  for (const body of [{}, { id: "1" }, { followers: 9 }])
    expect((await as(owner).patch(`/cats/${cat.id}`, body)).statusCode, JSON.stringify(body)).toBe(400);
  expect((await as(owner).post("/cats", { ...anyCat, memorialOn: "2024-01-01" })).statusCode).toBe(400);
  expect((await as(owner).post("/cats", { ...anyCat, name: "가".repeat(3_000_000) })).statusCode).toBe(413);
});

test("a name may have 30 of anything that can be seen, and is kept as it is normalised", async () => {
  for (const [given, kept] of [
    ["🐈‍⬛".repeat(10), "🐈‍⬛".repeat(10)],
    [" 나비 ".normalize("NFD"), "나비"],
    ["Sir  Fluff", "Sir Fluff"],
    ["가".repeat(30), "가".repeat(30)],
  ] as const)
    expect((await givenCat(server, owner, { name: given })).name).toBe(kept);
});

test("nobody but its people changes a cat; who may not see it is told that there is none", async () => {
  const [open, closed] = [await givenCat(server, owner), await givenCat(server, owner, { private: true })];
  const calls = (cat: CatJson, who: Person | null) => [
    as(who).patch(`/cats/${cat.id}`, { name: "내 고양이" }),
    as(who).delete(`/cats/${cat.id}`),
    as(who).post(`/cats/${cat.id}/invitations`, { handle: owner.handle }),
    as(who).get(`/cats/${cat.id}/invitations`),
    as(who).post(`/cats/${cat.id}/corrections`, { mediaId: "1", breed: "siamese", consent: true }),
  ];
  const codes = async (cat: CatJson, who: Person | null) =>
    (await Promise.all(calls(cat, who))).map((answer) => answer.statusCode);
  expect(await codes(open, stranger)).toEqual([403, 403, 403, 403, 403]);
  expect(await codes(closed, stranger)).toEqual([404, 404, 404, 404, 404]);
  expect(await codes(open, null)).toEqual([401, 401, 401, 401, 401]);
  for (const path of ["", "/posts", "/album", "/photos", "/followers"])
    for (const who of [stranger, null])
      expect((await as(who).get(`/cats/${closed.id}${path}`)).statusCode, path).toBe(404);
  expect((await as(stranger).put(`/cats/${closed.id}/follow`)).statusCode).toBe(404);
  expect((await as(stranger).get(`/cats?near=${closed.id}`)).statusCode).toBe(404);
  expect((await as(stranger).put(`/cats/${closed.id}/invitations/accept`)).statusCode).toBe(404);
  expect((await as(owner).get(`/cats/${open.id}`)).json()).toMatchObject({ name: "두부" });
});

test("ids, cursors and filters that cannot be are refused", async () => {
  for (const id of ["0", "-1", "x", "99999999999999999999", "1%20or%201=1"])
    expect((await as(owner).get(`/cats/${id}`)).statusCode, id).toBe(404);
  for (const query of ["limit=0", "limit=51", "cursor=x", "age=old", "sort=cutest", "near=x", "what=1"])
    expect((await as(owner).get(`/cats?${query}`)).statusCode, query).toBe(400);
  for (const query of ["breed=dog", "colour=purple", "pattern=x"])
    expect((await as(owner).get(`/cats?${query}`)).statusCode, query).toBe(422);
  for (let made = 0; made < 2; made++) await givenCat(server, owner);
  const { nextCursor } = (await as(null).get("/cats?limit=1")).json<{ nextCursor: string }>();
  for (const other of ["/cats?limit=1&sort=followers", "/cats?limit=1&breed=siamese", "/bookmarks?limit=1"])
    expect((await as(owner).get(`${other}&cursor=${nextCursor}`)).statusCode, other).toBe(400);
});

test("the same key makes one cat, however often it is sent", async () => {
  const person = await given.person();
  const headers = { "idempotency-key": "one-cat" };
  const answers = await Promise.all([1, 2, 3].map(() => as(person).post("/cats", anyCat, { headers })));
  expect(new Set(answers.map((answer) => answer.json<CatJson>().id)).size).toBe(1);
  expect((await as(person).post("/cats", { ...anyCat, name: "콩" }, { headers })).statusCode).toBe(422);
  expect(
    (await as(person).get(`/accounts/${person.handle}/cats`)).json<{ items: object[] }>().items,
  ).toHaveLength(1);
});

test("a post names only cats that are there and that its author may see, no more than ten", async () => {
  const [open, closed] = [await givenCat(server, owner), await givenCat(server, owner, { private: true })];
  const write = async (catIds: unknown) => {
    const answer = await as(stranger).post("/posts", { text: "글", catIds });
    return [answer.statusCode, answer.json<{ type: string; errors: { field: string }[] }>()] as const;
  };
  for (const catIds of [[closed.id], ["1"], [open.id, closed.id]]) {
    const [status, problem] = await write(catIds);
    expect([status, problem.type, problem.errors[0]!.field]).toEqual([
      422,
      "/problems/unknown-cat",
      "catIds",
    ]);
  }
  expect((await write(Array.from({ length: 11 }, (_, place) => String(place + 1))))[0]).toBe(400);
  const post = await given.post(stranger, "이웃집 고양이", { catIds: [open.id] });
  expect((await as(await given.person()).delete(`/cats/${open.id}/posts/${post.id}`)).statusCode).toBe(403);
  expect((await as(owner).delete(`/cats/${open.id}/posts/${post.id}`)).statusCode).toBe(204);
  expect((await as(owner).delete(`/cats/${open.id}/posts/${post.id}`)).statusCode).toBe(404);
  expect((await as(null).get(`/posts/${post.id}`)).json()).toMatchObject({ cats: [] });
});

test("a cat that is deleted while posts about it are written: each is refused or stands without it", async () => {
  for (let round = 0; round < 4; round++) {
    const [gone, stays] = [await givenCat(server, owner), await givenCat(server, owner)];
    const writes = Array.from({ length: 6 }, (_, place) =>
      as(place % 2 ? owner : stranger).post("/posts", { text: `글 ${place}`, catIds: [gone.id, stays.id] }),
    );
    const [deleted, ...answers] = await Promise.all([as(owner).delete(`/cats/${gone.id}`), ...writes]);
    expect(deleted.statusCode).toBe(204);
    for (const answer of answers) {
      expect(answer.statusCode, answer.body).toBeOneOf([201, 422]);
      const { id } = answer.json<{ id?: string }>();
      const shown =
        id && (await as(owner).get(`/posts/${id}`)).json<{ cats: CatJson[] }>().cats.map((cat) => cat.id);
      expect(shown).toEqual(id && [stays.id]);
    }
  }
  const { rows } = await server.maru.platform.pool.query(
    "select count(*)::int as n from post p where exists (select from unnest(p.topics) t where not exists (select from cat where id = t))",
  );
  expect(rows).toEqual([{ n: 0 }]);
});

const lockTopics = "select from topic where id = any($1) for update";
const lockPosts = "select from post where id = any($1) for update";
const topicsOf = async (postId: string) =>
  (await server.maru.platform.pool.query("select topics from post where id = $1", [postId])).rows[0].topics;

test("a cat that is deleted while a post about it is half written goes from that post too", async () => {
  const [gone, stays] = [await givenCat(server, owner), await givenCat(server, owner)];
  await settle();
  // The post has the first cat already, and waits for the second.
  const release = await holdRows(server, lockTopics, [stays.id]);
  const writing = as(stranger).post("/posts", { text: "글", catIds: [gone.id, stays.id] });
  await untilWaiting(server, 1);
  const deleting = as(owner).delete(`/cats/${gone.id}`);
  await untilWaiting(server, 2);
  await release();
  const [written, deleted] = [await writing, await deleting];
  expect([written.statusCode, deleted.statusCode]).toEqual([201, 204]);
  const { id } = written.json<{ id: string }>();
  expect(await topicsOf(id)).toEqual([Number(stays.id)]);
  expect((await as(owner).get(`/posts/${id}`)).json()).toMatchObject({ cats: [{ id: stays.id }] });
});

test("a post about a cat that is half deleted waits, and is refused with the field", async () => {
  const gone = await givenCat(server, owner);
  const before = await given.post(stranger, "먼저 쓴 글", { catIds: [gone.id] });
  await settle();
  // The cat is locked already, and waits for a post that shows it.
  const release = await holdRows(server, lockPosts, [before.id]);
  const deleting = as(owner).delete(`/cats/${gone.id}`);
  await untilWaiting(server, 1);
  const writing = as(stranger).post("/posts", { text: "나중에 쓴 글", catIds: [gone.id] });
  await untilWaiting(server, 2);
  await release();
  const [deleted, written] = [await deleting, await writing];
  expect([deleted.statusCode, written.statusCode]).toEqual([204, 422]);
  expect(written.json()).toMatchObject({ type: "/problems/unknown-cat", errors: [{ field: "catIds" }] });
  expect(await topicsOf(before.id)).toEqual([]);
});
