import { beforeAll, expect, test } from "vitest";
import { plants } from "./plants/plants.ts";
import { type Person, testServer } from "./test-server.ts";

interface Plant {
  id: string;
  name: string;
}
type Shown = { id: string; plants: Plant[] };

const server = testServer({ MARU_SPACES: "plants" }, [plants]);
const { as, given, settle } = server;
let author: Person;
let friend: Person;

beforeAll(async () => {
  [author, friend] = [await given.person(), await given.person()];
});

const plant = async (name: string) => (await as(author).post("/plants", { name })).json<Plant>();
const about = async (ids: string[], more: object = {}) =>
  (await as(author).post("/posts", { text: "새잎이 났어요", plantIds: ids, ...more })).json<Shown>();
const shown = async (id: string) => (await as(friend).get(`/posts/${id}`)).json<Shown>().plants;
const homeOf = async (person: Person) =>
  (await as(person).get("/feeds/home?reasons=true")).json<{ items: (Shown & { reason: object })[] }>().items;

test("a space that the core has never heard of has pages, tables and an entry in the navigation", async () => {
  const instance = (await as(null).get("/instance")).json<{ spaces: string[]; navigation: object[] }>();
  expect(instance.spaces).toEqual(["plants"]);
  expect(instance.navigation).toMatchObject([{ space: "plants", path: "/plants", label: { ko: "식물" } }]);
  const { rows } = await server.maru.platform.pool.query(
    "select name from migration where name like 'plants/%'",
  );
  expect(rows).toEqual([{ name: "plants/0001_plants.sql" }]);
});

test("posts show what they are about, as it is called now, in the order in which it was named", async () => {
  const [fern, ivy] = [await plant("고사리"), await plant("아이비")];
  const post = await about([ivy.id, fern.id]);
  expect(post.plants).toEqual([ivy, fern]);
  expect(await shown(post.id)).toEqual([ivy, fern]);
  await as(author).patch(`/plants/${fern.id}`, { name: "보스턴고사리" });
  expect(await shown(post.id)).toEqual([ivy, { ...fern, name: "보스턴고사리" }]);
  await as(author).patch(`/posts/${post.id}`, { plantIds: [fern.id] });
  expect((await shown(post.id)).map(({ id }) => id)).toEqual([fern.id]);
  await as(author).patch(`/posts/${post.id}`, { text: "다른 말" });
  expect(await shown(post.id)).toHaveLength(1);
  await as(author).delete(`/plants/${fern.id}`);
  expect(await shown(post.id)).toEqual([]);
});

test("what cannot be named is refused, and nothing is written", async () => {
  const { id } = await plant("산세베리아");
  const refused = async (plantIds: unknown) => {
    const answer = await as(author).post("/posts", { text: "글", plantIds });
    return [answer.statusCode, answer.json<{ errors: { field: string }[] }>().errors[0]!.field];
  };
  expect(await refused(["1"])).toEqual([422, "plantIds"]);
  expect(await refused([id, id])).toEqual([422, "plantIds"]);
  expect(await refused([author.id])).toEqual([422, "plantIds"]);
  expect((await refused(["99999999999999999999"]))[0]).toBe(400);
  expect((await refused(["하나"]))[0]).toBe(400);
  expect((await refused([id, "2", "3", "4"]))[0]).toBe(400);
  const posts = (await as(author).get(`/accounts/${author.handle}/posts`)).json<{ items: Shown[] }>();
  expect(posts.items.flatMap((post) => post.plants)).toEqual([]);
});

test("whoever follows it has public posts about it at home, with the reason, until they unfollow", async () => {
  const { id, name } = await plant("몬스테라");
  const old = await about([id]);
  expect((await as(friend).put(`/plants/${id}/follow`)).json()).toEqual({ following: true, followers: 1 });
  const open = await about([id]);
  await about([id], { visibility: "followers" });
  await server.arrived();
  const home = await homeOf(friend);
  expect(home.map((post) => post.id)).toEqual([open.id, old.id]);
  expect(home[0]!.reason).toEqual({ topic: { space: "plants", id, name } });
  await as(friend).delete(`/plants/${id}/follow`);
  expect(await homeOf(friend)).toEqual([]);
});

test("it is found by its name, and under a new one once it has that", async () => {
  const { id } = await plant("올리브나무");
  await settle();
  const found = async (query: string) =>
    (await as(null).get(`/search?type=plants&q=${encodeURIComponent(query)}`)).json<{
      plants: { items: Plant[] };
    }>().plants.items;
  expect((await found("올리브")).map((one) => one.id)).toEqual([id]);
  await as(author).patch(`/plants/${id}`, { name: "레몬나무" });
  await settle();
  expect([await found("올리브"), (await found("레몬")).length]).toEqual([[], 1]);
  await server.maru.rebuild("search-names");
  const typed = (await as(null).get(`/search/suggest?q=${encodeURIComponent("레몬")}`)).json<{
    plants: Plant[];
  }>();
  expect(typed.plants).toEqual([{ id, name: "레몬나무" }]);
  await as(author).delete(`/plants/${id}`);
  await settle();
  expect(await found("레몬")).toEqual([]);
});

test("its counts are those of what everybody may see, and equal a rebuild", async () => {
  const { id } = await plant("선인장");
  await about([id]);
  await about([id], { visibility: "followers" });
  const hidden = await about([id]);
  await as(author).put(`/posts/${hidden.id}/hidden`);
  await as(friend).put(`/plants/${id}/follow`);
  const stats = async () => {
    await settle();
    const query = "select posts, followers from topic_stats where topic_id = $1";
    return (await server.maru.platform.pool.query(query, [id])).rows;
  };
  expect(await stats()).toEqual([{ posts: 1, followers: 1 }]);
  await as(author).patch("/me", { isPrivate: true });
  expect(await stats()).toEqual([{ posts: 0, followers: 1 }]);
  await as(author).patch("/me", { isPrivate: false });
  await as(friend).delete("/me", { password: friend.password });
  expect(await stats()).toEqual([{ posts: 1, followers: 0 }]);
  await server.maru.rebuild("topic-counters");
  expect(await stats()).toEqual([{ posts: 1, followers: 0 }]);
});

test("a search leaves out what the site has not got", async () => {
  expect((await as(null).get("/search?q=a&type=films")).json()).toEqual({});
});
