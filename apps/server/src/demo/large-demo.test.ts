import { expect, test } from "vitest";
import { testServer } from "../../test/test-server.ts";
import { loadLargeDemo } from "./large-demo.ts";
import { largeTexts } from "./large-texts.ts";

const server = testServer();
const size = { people: 2000, follows: 30_000, posts: 3000 };

const numbers = async (query: string) =>
  Object.values((await server.maru.platform.pool.query(query)).rows[0]).map(Number);

test("the texts are whole, distinct and in one language each", () => {
  expect(largeTexts.length).toBeGreaterThan(500);
  expect(new Set(largeTexts).size).toBe(largeTexts.length);
  for (const text of largeTexts) {
    expect(text).toMatch(/ #[\p{L}]+$/u);
    expect(/\p{Script=Hangul}/u.test(text)).toBe(!/[a-z]/i.test(text));
  }
});

test("as many as were asked for, some of them followed by very many, and counters that equal the rows", async () => {
  const steps: number[] = [];
  await loadLargeDemo(server.maru.platform.pool, size, (done, total) => steps.push(done / total));
  for (const consumer of ["people-counters", "post-counters"]) await server.maru.rebuild(consumer);
  expect(steps.at(-1)).toBe(1);
  expect(
    await numbers(
      "select (select count(*) from account) as people, (select count(*) from follow) as follows, (select count(*) from post) as posts",
    ),
  ).toEqual([size.people, size.follows, size.posts]);
  const [most, average] = await numbers("select max(followers), avg(followers) from account_stats");
  expect(most! / average!).toBeGreaterThan(20);
  expect(
    await numbers(`select (select sum(followers) - sum(following) from account_stats) as a, (select sum(followers) - (select count(*) from follow) from account_stats) as b,
      (select sum(likes) - (select count(*) from post_like) from post_stats) as c, (select sum(posts) - (select count(*) from post) from author_stats) as d`),
  ).toEqual([0, 0, 0, 0]);
});

test("it goes into an empty database only", async () => {
  await expect(loadLargeDemo(server.maru.platform.pool, size, () => {})).rejects.toThrow(
    "empty database only",
  );
});
