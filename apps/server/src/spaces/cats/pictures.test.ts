import { beforeAll, expect, test } from "vitest";
import { givenCat } from "../../../test/cats.ts";
import { givenPicture } from "../../../test/test-picture.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { addDays, anniversary, dayAt } from "./calendar.ts";
import { ageInMonth } from "./pictures.ts";

const server = testServer();
const { as, given, settle } = server;
let owner: Person;
let reader: Person;
const today = dayAt(new Date(), "Asia/Seoul");

beforeAll(async () => {
  [owner, reader] = [await given.person(), await given.person()];
});

interface Photo {
  postId: string;
  media: { id: string };
  likes: number;
}
interface Month {
  month: string;
  ageMonths: number | null;
  items: Photo[];
  count: number;
}
interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A post with pictures that was written at a moment. */
async function pictured(catId: string, at: string, pictures: number, more: object = {}): Promise<string> {
  const mediaIds: string[] = [];
  for (let place = 0; place < pictures; place++) mediaIds.push(await givenPicture(server, owner));
  const post = await given.post(owner, "사진", { catIds: [catId], mediaIds, ...more });
  const { pool } = server.maru.platform;
  const { rows } = await pool.query<{ id: string }>("select new_id($1::timestamptz)::text as id", [at]);
  const id = rows[0]!.id;
  // As if it had been written then: the id says when a post was.
  await pool.query(
    "insert into post (id, kind, author_id, text, html, visibility, topics, created_at) select $2, kind, author_id, text, html, visibility, topics, $3 from post where id = $1",
    [post.id, id, at],
  );
  for (const table of ["post_media", "post_topic"])
    await pool.query(`update ${table} set post_id = $2 where post_id = $1`, [post.id, id]);
  await as(owner).delete(`/posts/${post.id}`);
  return id;
}

const album = async (catId: string, who: Person | null, cursor = "") =>
  (await as(who).get(`/cats/${catId}/album${cursor}`)).json<Page<Month>>();
const photos = async (catId: string, who: Person | null, query = "") =>
  (await as(who).get(`/cats/${catId}/photos${query}`)).json<Page<Photo>>();

test("an album has the months that have pictures, by the site's clock, with how old the cat was", async () => {
  const cat = await givenCat(server, owner, { birthday: { date: "2026-03-20", precision: "day" } });
  // The last moment of August in Seoul, and the first of September.
  const august = await pictured(cat.id, "2026-08-31T14:59:59Z", 2);
  const september = await pictured(cat.id, "2026-08-31T15:00:00Z", 1);
  await pictured(cat.id, "2026-10-10T00:00:00Z", 0);
  const before = await pictured(cat.id, "2026-02-01T00:00:00Z", 1);
  expect(
    (await album(cat.id, null)).items.map((one) => [
      one.month,
      one.ageMonths,
      one.count,
      one.items.map((item) => item.postId),
    ]),
  ).toEqual([
    ["2026-09", 6, 1, [september]],
    ["2026-08", 5, 2, [august, august]],
    ["2026-02", null, 1, [before]],
  ]);
});

test("an album goes on after twelve months, and shows twenty-four pictures of one", async () => {
  const cat = await givenCat(server, owner, { birthday: null });
  for (let month = 1; month <= 12; month++)
    await pictured(cat.id, `2025-${String(month).padStart(2, "0")}-15T03:00:00Z`, 1);
  for (let post = 0; post < 3; post++) await pictured(cat.id, `2026-01-0${post + 1}T03:00:00Z`, 9);
  const first = await album(cat.id, null);
  expect(first.items).toHaveLength(12);
  expect([first.items[0]!.count, first.items[0]!.items.length]).toEqual([27, 24]);
  const second = await album(cat.id, null, `?cursor=${first.nextCursor}`);
  expect(second.items.map(({ month }) => month)).toEqual(["2025-01"]);
  expect(second.nextCursor).toBeNull();
  expect((await as(null).get(`/cats/${cat.id}/photos?cursor=${first.nextCursor}`)).statusCode).toBe(400);
});

test("the gallery goes through all pictures once, in their order, with their likes", async () => {
  const cat = await givenCat(server, owner);
  const posts = [];
  for (let place = 1; place <= 4; place++)
    posts.unshift(await pictured(cat.id, `2026-05-0${place}T03:00:00Z`, 3));
  await as(reader).put(`/posts/${posts[0]}/like`);
  await settle();
  const all: Photo[] = [];
  let cursor = "";
  do {
    const page = await photos(cat.id, null, `?limit=5${cursor}`);
    all.push(...page.items);
    cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
  } while (cursor !== "");
  expect(all.map(({ postId }) => postId)).toEqual(posts.flatMap((id) => [id, id, id]));
  expect(new Set(all.map(({ media }) => media.id)).size).toBe(12);
  expect(all.map(({ likes }) => likes).slice(0, 4)).toEqual([1, 1, 1, 0]);
});

test("a picture is shown to those who may see its post", async () => {
  const cat = await givenCat(server, owner);
  const open = await pictured(cat.id, "2026-05-01T03:00:00Z", 1);
  const closed = await pictured(cat.id, "2026-05-02T03:00:00Z", 1, { visibility: "followers" });
  const hidden = await pictured(cat.id, "2026-05-03T03:00:00Z", 1);
  await as(owner).put(`/posts/${hidden}/hidden`);
  const seen = async (who: Person | null) => {
    const [inGallery, months] = [await photos(cat.id, who), await album(cat.id, who)];
    const ids = inGallery.items.map(({ postId }) => postId);
    expect(months.items.flatMap(({ items }) => items.map(({ postId }) => postId))).toEqual(ids);
    expect(months.items.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
    return ids;
  };
  expect(await seen(null)).toEqual([open]);
  expect(await seen(reader)).toEqual([open]);
  expect(await seen(owner)).toEqual([closed, open]);
  await given.follow(reader, owner);
  expect(await seen(reader)).toEqual([closed, open]);
  await as(reader).put(`/accounts/${owner.handle}/block`);
  expect((await as(reader).get(`/cats/${cat.id}/photos`)).statusCode).toBe(404);
  await as(reader).delete(`/accounts/${owner.handle}/block`);
});

test("no page of a cat takes more than a few statements", async () => {
  const cat = await givenCat(server, owner);
  for (let place = 1; place <= 5; place++) await pictured(cat.id, `2026-04-0${place}T03:00:00Z`, 2);
  await as(reader).put(`/cats/${cat.id}/follow`);
  const counted = async (path: string) => {
    await as(reader).get(path);
    server.queries();
    expect((await as(reader).get(path)).statusCode, path).toBe(200);
    return server.queries();
  };
  const counts: Record<string, number> = {};
  for (const path of [
    "/cats",
    "/cats?breed=korean-shorthair&colour=white&pattern=solid&age=adult",
    "/cats?sort=followers",
    `/cats/${cat.id}`,
    `/cats/${cat.id}/posts`,
    `/cats/${cat.id}/photos`,
    `/cats/${cat.id}/album`,
    `/cats/${cat.id}/followers`,
    `/accounts/${owner.handle}/cats`,
    "/cats/birthdays",
    "/cats/invitations",
    "/cats/breeds",
    `/cats?near=${cat.id}`,
  ])
    counts[path.replaceAll(cat.id, ":id").replace(owner.handle, ":handle")] = await counted(path);
  expect(counts).toEqual({
    "/cats": 2,
    "/cats?breed=korean-shorthair&colour=white&pattern=solid&age=adult": 2,
    "/cats?sort=followers": 2,
    "/cats/:id": 1,
    "/cats/:id/posts": 2,
    "/cats/:id/photos": 2,
    "/cats/:id/album": 2,
    "/cats/:id/followers": 2,
    "/accounts/:handle/cats": 3,
    "/cats/birthdays": 1,
    "/cats/invitations": 1,
    "/cats/breeds": 0,
    "/cats?near=:id": 3,
  });
});

test("months of a cat, from its birth to its death", () => {
  const cat = { birthday: "2024-02-29", memorialOn: "2026-05-02" };
  expect(
    ["2024-01", "2024-02", "2025-03", "2026-05", "2026-06"].map((month) => ageInMonth(month, cat)),
  ).toEqual([null, 0, 13, 27, null]);
});

test("days to remember are those of one's own and followed cats, the soonest first, without cats in memorial", async () => {
  const [me, friend] = [await given.person(), await given.person()];
  const yearsAgo = (years: number, ahead: number) => anniversary(addDays(today, ahead), -years);
  const mine = await givenCat(server, me, {
    name: "내 고양이",
    birthday: yearsAgo(4, 12),
    adoptedOn: yearsAgo(3, 3),
  });
  const theirs = await givenCat(server, friend, { name: "친구 고양이", birthday: yearsAgo(2, 0) });
  await givenCat(server, friend, { name: "모르는 고양이", birthday: yearsAgo(2, 1) });
  const vague = { date: yearsAgo(2, 5), precision: "month" };
  await givenCat(server, me, { name: "대강 아는 고양이", birthday: vague });
  await givenCat(server, me, { name: "먼 생일", birthday: yearsAgo(2, 45) });
  await givenCat(server, me, { name: "갓 난 고양이", birthday: today });
  const gone = await givenCat(server, me, { name: "별이 된 고양이", birthday: yearsAgo(15, 2) });
  await as(me).patch(`/cats/${gone.id}`, { memorialOn: today });
  await as(me).put(`/cats/${theirs.id}/follow`);
  const items = (await as(me).get("/cats/birthdays")).json<{
    items: { cat: { id: string }; kind: string; on: string; days: number; years: number }[];
  }>().items;
  expect(items.map(({ cat, kind, on, days, years }) => [cat.id, kind, on, days, years])).toEqual([
    [theirs.id, "birthday", today, 0, 2],
    [mine.id, "adoption", addDays(today, 3), 3, 3],
    [mine.id, "birthday", addDays(today, 12), 12, 4],
  ]);
  await as(friend).put(`/accounts/${me.handle}/block`);
  expect((await as(me).get("/cats/birthdays")).json<{ items: object[] }>().items).toHaveLength(2);
});

test("a cat in memorial is as old as it became, and keeps its page, posts and followers", async () => {
  const cat = await givenCat(server, owner, { birthday: "2010-04-01" });
  await as(reader).put(`/cats/${cat.id}/follow`);
  const changed = await as(owner).patch(`/cats/${cat.id}`, { memorialOn: "2024-06-15" });
  expect(changed.json()).toMatchObject({ memorialOn: "2024-06-15", age: { years: 14, months: 2 } });
  for (const memorialOn of ["2009-12-31", addDays(today, 1)])
    expect((await as(owner).patch(`/cats/${cat.id}`, { memorialOn })).statusCode).toBe(422);
  expect((await as(reader).get(`/cats/${cat.id}`)).json()).toMatchObject({ viewer: { following: true } });
  const seniors = (await as(null).get("/cats?age=senior")).json<Page<{ id: string }>>().items;
  expect(seniors.map(({ id }) => id)).not.toContain(cat.id);
  expect((await as(owner).patch(`/cats/${cat.id}`, { memorialOn: null })).json()).toMatchObject({
    memorialOn: null,
  });
});
