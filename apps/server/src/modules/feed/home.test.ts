import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { plants } from "../../../test/plants/plants.ts";
import {
  addPlants,
  expectedHome,
  homeStep,
  readHome,
  takeHomeStep,
  type WrittenPost,
} from "../../../test/home-model.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

interface Page {
  items: { id: string; author: { handle: string }; viewer: { liked: boolean } }[];
  nextCursor: string | null;
}

describe.each([
  ["pushed", "20000"],
  ["pulled", "1"],
])("posts that are %s", (name, pullFollowers) => {
  const server = testServer({ MARU_PULL_FOLLOWERS: pullFollowers }, [plants]);
  const { as, given } = server;

  /** The first page, which memory may hold as it was sent last, has nothing on it that is not so any more. */
  async function expectFreshFirstPage(person: Person, limit: number): Promise<void> {
    const [stored, fresh] = [`limit=${limit}`, `limit=${limit}&since=1`].map(async (query): Promise<Page> =>
      (await as(person).get(`/feeds/home?${query}`)).json(),
    );
    expect((await stored!).items).toEqual((await fresh!).items);
  }

  test("after every change each home is at once what the tables say", { timeout: 120_000 }, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(homeStep, { minLength: 10, maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (steps, limit) => {
          run++;
          const people = await Promise.all([0, 1, 2].map((index) => given.person(`${name}_${run}_${index}`)));
          const posts: WrittenPost[] = [];
          const things = await addPlants(server.maru, people[0]!);
          for (const [follower, followee] of [
            [0, 1],
            [0, 2],
            [1, 2],
            [2, 1],
          ] as const) {
            await given.follow(people[follower]!, people[followee]!);
          }
          for (const one of steps) {
            await takeHomeStep(server.maru, people, posts, things, one);
            await server.arrived();
            expect(await readHome(server.maru, people[0]!, limit)).toEqual(
              await expectedHome(server.maru, people[0]!),
            );
            await expectFreshFirstPage(people[0]!, limit);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("a home page", () => {
  const server = testServer();
  const { as, given } = server;
  let reader: Person;
  let author: Person;
  beforeAll(async () => {
    [reader, author] = [await given.person(), await given.person()];
    await given.follow(reader, author);
  });
  const read = async (query: string): Promise<Page> => (await as(reader).get(`/feeds/home?${query}`)).json();

  test("has no gap and no double while posts arrive", async () => {
    const before = [];
    for (let index = 0; index < 23; index++) before.push((await given.post(author, `${index}번째`)).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await read(`limit=5${cursor ? `&cursor=${cursor}` : ""}`);
      seen.push(...page.items.map((post) => post.id));
      cursor = page.nextCursor;
      await given.post(author, "읽는 동안 온 글");
      await server.arrived();
    } while (cursor);
    expect(seen).toEqual(before.toReversed());
  });

  test("newer than what one has is read with `since`", async () => {
    const { items } = await read("limit=1");
    const [first, second] = [await given.post(author, "하나"), await given.post(author, "둘")];
    await server.arrived();
    expect((await read(`since=${items[0]!.id}`)).items.map((post) => post.id)).toEqual([second.id, first.id]);
  });

  test("goes on from the database past what a timeline keeps", async () => {
    const many = await given.person();
    await given.follow(reader, many);
    await server.maru.platform.pool.query(
      `insert into post (kind, author_id, text, html) select 'note', $1, n::text, n::text from generate_series(1, 1100) n`,
      [many.id],
    );
    const late = await given.post(many, "마지막");
    await given.follow(reader, await given.person());
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await read(`limit=50${cursor ? `&cursor=${cursor}` : ""}`);
      ids.push(...page.items.map((post) => post.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids[0]).toBe(late.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1100);
  });

  test("costs at most three statements with cold caches and none when warm", async () => {
    const statementsOf = async (person: Person) => {
      await server.maru.settle();
      server.queries();
      await as(person).get("/feeds/home");
      return server.queries();
    };
    const { session, viewer, posts } = { session: 1, viewer: 1, posts: 1 };
    // More than once, since a consumer may look for work at the same moment.
    const patience = { timeout: 15_000 };
    await expect
      .poll(async () => {
        const cold = await given.person();
        await given.follow(cold, author);
        return statementsOf(cold);
      }, patience)
      .toBeLessThanOrEqual(session + viewer + posts);
    await expect.poll(() => statementsOf(reader), patience).toBe(0);
  });

  test.each(["cursor=x", "cursor=", "limit=0", "limit=51", "limit=x", "since=0", "since=-1", "other=1"])(
    "refuses %s",
    async (query) => {
      const answer = await as(reader).get(`/feeds/home?${query}`);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
    },
  );

  test("is only for people who are signed in, with a token that is alive", async () => {
    expect((await as(null).get("/feeds/home")).statusCode).toBe(401);
    expect((await as({ ...reader, token: "maru_forged" }).get("/feeds/home")).statusCode).toBe(401);
    const other = await given.person();
    await as(other).get("/feeds/home");
    expect((await as(other).delete("/sessions/current")).statusCode).toBe(204);
    expect((await as(other).get("/feeds/home")).statusCode).toBe(401);
  });
});
