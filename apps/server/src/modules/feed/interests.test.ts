import { beforeAll, expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const { as, given, settle } = testServer();
let writer: Person;
let newcomer: Person;

beforeAll(async () => {
  [writer, newcomer] = [await given.person(), await given.person()];
  await given.post(writer, "우리 집 #고양이 자랑");
  await given.post(writer, "비 오는 날 #영화");
  await settle();
});

test("topics show tags that are in use and those who write about them", async () => {
  const { items } = (await as(newcomer).get("/interests")).json<{
    items: { id: string; tags: string[]; accounts: { handle: string }[] }[];
  }>();
  expect(
    items.map(({ id, tags, accounts }) => [id, tags, accounts.map((account) => account.handle)]),
  ).toEqual([
    ["cats", ["고양이"], [writer.handle]],
    ["films", ["영화"], [writer.handle]],
  ]);
});

test("choosing fills the first feed at once, and choosing again changes nothing", async () => {
  const choose = () =>
    as(newcomer).post("/me/interests", {
      tags: ["고양이"],
      handles: [writer.handle, newcomer.handle, "nobody_here"],
    });
  expect((await choose()).json()).toEqual({ tags: 1, people: 1 });
  expect((await as(newcomer).get("/feeds/home")).json<{ items: unknown[] }>().items).toHaveLength(2);
  expect((await choose()).statusCode).toBe(200);
  await settle();
  expect((await as(null).get(`/accounts/${writer.handle}`)).json()).toMatchObject({
    counts: { followers: 1 },
  });
});

test("someone who has blocked me is passed over", async () => {
  const other = await given.person();
  await as(other).put(`/accounts/${newcomer.handle}/block`);
  expect((await as(newcomer).post("/me/interests", { tags: [], handles: [other.handle] })).json()).toEqual({
    tags: 0,
    people: 0,
  });
});

test.each([
  [{ tags: ["no tag!"], handles: [] }, 422],
  [{ tags: [], handles: ["x/../y"] }, 400],
  [{ tags: Array.from({ length: 51 }, () => "a"), handles: [] }, 400],
  [{ tags: [] }, 400],
])("%j is refused", async (body, status) => {
  expect((await as(newcomer).post("/me/interests", body)).statusCode).toBe(status);
});
