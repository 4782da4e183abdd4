import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

interface Page {
  items: { id: string; author: { handle: string }; viewer: { liked: boolean } }[];
  nextCursor: string | null;
}

/** Mostly what the reader (the first) does, and what the others write. */
const reader = fc.constantFrom(0, 0, 0, 1, 2);
const writer = fc.constantFrom(0, 1, 1, 2, 2);

/** Everything that can happen between three people who are seen through the eyes of the first. */
const step = fc.oneof(
  fc.record({
    act: fc.constant("post" as const),
    who: writer,
    tag: fc.constantFrom("", " #고양이", " #영화"),
    visibility: fc.constantFrom("public", "followers"),
  }),
  fc.record({
    act: fc.constantFrom("follow" as const, "block" as const, "mute" as const),
    who: reader,
    whom: fc.integer({ min: 1, max: 2 }),
    on: fc.boolean(),
  }),
  fc.record({
    act: fc.constant("tag" as const),
    who: reader,
    tag: fc.constantFrom("고양이", "영화"),
    on: fc.boolean(),
  }),
  fc.record({ act: fc.constant("hide" as const), nth: fc.nat(20), on: fc.boolean() }),
  fc.record({ act: fc.constant("delete" as const), nth: fc.nat(20) }),
  fc.record({
    act: fc.constant("edit" as const),
    nth: fc.nat(20),
    text: fc.constantFrom("조용한 글", "다시 쓴 글 #고양이"),
  }),
  fc.record({ act: fc.constant("private" as const), who: fc.nat(2), on: fc.boolean() }),
  fc.record({
    act: fc.constant("rename" as const),
    who: fc.nat(2),
    displayName: fc.constantFrom("하나", "둘"),
  }),
  fc.record({
    act: fc.constantFrom("like" as const, "bookmark" as const),
    who: reader,
    nth: fc.nat(20),
    on: fc.boolean(),
  }),
);

/** What a home must hold, straight from the tables: the oracle that knows no cache and no timeline. */
const oracle = `
  select p.id::text as id from post p join account a on a.id = p.author_id
  where p.parent_id is null and (p.author_id = $1 or (
    p.hidden_at is null
    and not exists (select from block where (blocker_id = $1 and blocked_id = p.author_id) or (blocker_id = p.author_id and blocked_id = $1))
    and not exists (select from mute where muter_id = $1 and muted_id = p.author_id)
    and (exists (select from follow where follower_id = $1 and followee_id = p.author_id)
      or (p.visibility = 'public' and not a.is_private
        and exists (select from tag_follow t where t.account_id = $1 and t.tag = any(p.tags))))))
  order by p.id desc`;

describe.each([
  ["pushed", "20000"],
  ["pulled", "1"],
])("posts that are %s", (name, pullFollowers) => {
  const server = testServer({ MARU_PULL_FOLLOWERS: pullFollowers });
  const { as, given } = server;

  async function readHome(person: Person, limit: number): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const answer = await as(person).get(`/feeds/home?limit=${limit}${cursor ? `&cursor=${cursor}` : ""}`);
      const page: Page = answer.json();
      ids.push(...page.items.map((post) => post.id));
      cursor = page.nextCursor;
    } while (cursor);
    return ids;
  }

  /** The first page, which memory may hold as it was sent last, has nothing on it that is not so any more. */
  async function expectFreshFirstPage(person: Person, limit: number): Promise<void> {
    const [stored, fresh] = [`limit=${limit}`, `limit=${limit}&since=1`].map(async (query): Promise<Page> =>
      (await as(person).get(`/feeds/home?${query}`)).json(),
    );
    expect((await stored!).items).toEqual((await fresh!).items);
  }

  async function expected(person: Person): Promise<string[]> {
    const { rows } = await server.maru.platform.pool.query<{ id: string }>(oracle, [person.id]);
    return rows.map((row) => row.id);
  }

  test("after every change each home is at once what the tables say", { timeout: 120_000 }, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 10, maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        async (steps, limit) => {
          run++;
          const people = await Promise.all([0, 1, 2].map((index) => given.person(`${name}_${run}_${index}`)));
          const posts: { id: string; author: Person }[] = [];
          for (const [follower, followee] of [
            [0, 1],
            [0, 2],
            [1, 2],
            [2, 1],
          ] as const) {
            await given.follow(people[follower]!, people[followee]!);
          }
          for (const one of steps) {
            if (one.act === "post") {
              const author = people[one.who]!;
              posts.push({
                ...(await given.post(author, `글${one.tag}`, { visibility: one.visibility })),
                author,
              });
            } else if (one.act === "tag") {
              await as(people[one.who]!)[one.on ? "put" : "delete"](
                `/tags/${encodeURIComponent(one.tag)}/follow`,
              );
            } else if (one.act === "private") {
              await as(people[one.who]!).patch("/me", { isPrivate: one.on });
            } else if (one.act === "rename") {
              await as(people[one.who]!).patch("/me", { displayName: one.displayName });
            } else if ("whom" in one) {
              await as(people[one.who]!)[one.on ? "put" : "delete"](
                `/accounts/${people[one.whom]!.handle}/${one.act}`,
              );
            } else {
              const post = posts[one.nth % Math.max(1, posts.length)];
              if (!post) continue;
              if (one.act === "hide")
                await as(post.author)[one.on ? "put" : "delete"](`/posts/${post.id}/hidden`);
              else if (one.act === "delete") await as(post.author).delete(`/posts/${post.id}`);
              else if (one.act === "edit")
                await as(post.author).patch(`/posts/${post.id}`, { text: one.text });
              else await as(people[one.who]!)[one.on ? "put" : "delete"](`/posts/${post.id}/${one.act}`);
            }
            await server.arrived();
            expect(await readHome(people[0]!, limit)).toEqual(await expected(people[0]!));
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
