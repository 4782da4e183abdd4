import fc from "fast-check";
import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";
import { action, people, perform, same } from "../../../test/post-actions.ts";
import { createModel, type Model, type ModelPost } from "../../../test/post-model.ts";

const server = testServer();
const { as, given, settle } = server;

/** The counters as they stand; views apart, which other runs may still be writing. */
async function counters() {
  const read = async (statement: string) => (await server.maru.platform.pool.query(statement)).rows;
  return {
    posts: await read(
      "select post_id, likes, comments, bookmarks from post_stats where likes <> 0 or comments <> 0 or bookmarks <> 0 order by 1",
    ),
    authors: await read("select account_id, posts from author_stats where posts <> 0 order by 1"),
    tags: (await read("select tag, posts, heat, heat_at from tag_stats where posts <> 0 order by 1")).map(
      ({ tag, posts, heat, heat_at: at }) => {
        // The two may refer to different moments; compare what they make of one.
        const moment = Date.UTC(2026, 0, 1);
        return { tag, posts, heat: Math.log2(heat) + (at.getTime() - moment) / (2 * 86_400_000) };
      },
    ),
  };
}

/** How many posts the tags of this test have. */
const tagCounts = () =>
  Promise.all(
    ["one", "two", "three"].map(
      async (tag) => (await as(null).get(`/tags/${tag}`)).json<{ count: number }>().count,
    ),
  );

/** `before` is what earlier runs left under the same tags. */
async function check(model: Model, persons: Person[], before: number[]): Promise<void> {
  await settle();
  const folded = await counters();
  const marks = (set: Set<string>, { id }: ModelPost) =>
    [...set].filter((mark) => mark.startsWith(`${id} `)).length;
  const byId = new Map(folded.posts.map((row) => [String(row.post_id), row]));
  for (const post of model.posts) {
    const counted = byId.get(post.id);
    same(
      {
        likes: counted?.likes ?? 0,
        bookmarks: counted?.bookmarks ?? 0,
        comments: counted?.comments ?? 0,
      },
      {
        likes: post.gone ? 0 : marks(model.likes, post),
        bookmarks: post.gone ? 0 : marks(model.bookmarks, post),
        comments: post.gone
          ? 0
          : model.posts.filter((one) => one.parent === post && !one.gone && !one.hidden).length,
      },
    );
  }
  for (const [index, reader] of [...persons, null].entries()) {
    const who = reader ? index : null;
    for (const post of model.posts) {
      const read = await as(reader).get(`/posts/${post.id}`);
      same([post.id, read.statusCode], [post.id, model.sees(who, post) ? 200 : 404]);
    }
    for (const [author, person] of persons.entries()) {
      const list = await as(reader).get(`/accounts/${person.handle}/posts?comments=true&limit=50`);
      const expected = model.posts
        .filter((post) => post.author === author && model.sees(who, post))
        .map((post) => post.id);
      if (list.statusCode === 404) same(expected, []);
      else
        same(
          list.json().items.map((item: { id: string }) => item.id),
          expected.toReversed(),
        );
    }
  }
  const counted = model.posts.filter(
    (post) =>
      !post.parent &&
      !post.hidden &&
      !post.gone &&
      post.visibility === "public" &&
      !model.closed.has(post.author),
  );
  const under = ["#one", "#two", "#three"].map(
    (tag) => counted.filter(({ text }) => text.split(" ").includes(tag)).length,
  );
  same(
    await tagCounts(),
    under.map((count, index) => count + before[index]!),
  );
  await server.maru.rebuild("post-counters");
  const rebuilt = await counters();
  same({ ...folded, tags: [] }, { ...rebuilt, tags: [] });
  same(
    folded.tags.map(({ tag, posts }) => [tag, posts]),
    rebuilt.tags.map(({ tag, posts }) => [tag, posts]),
  );
  for (const [index, { heat }] of folded.tags.entries())
    same(Math.abs(heat - rebuilt.tags[index]!.heat) < 1e-6, true);
}

test("whatever people do, every counter equals its rows and everybody sees what they may", async () => {
  const report = await fc.check(
    fc.asyncProperty(fc.array(action, { minLength: 40, maxLength: 120, size: "max" }), async (actions) => {
      const persons = await Promise.all(Array.from({ length: people }, () => given.person()));
      const model = createModel();
      await settle();
      const before = await tagCounts();
      for (const one of actions) await perform(server, model, persons, one);
      await check(model, persons, before);
    }),
    { numRuns: 6, endOnFailure: true },
  );
  if (report.failed) throw new Error(fc.defaultReportMessage(report), { cause: report.errorInstance });
  expect(report.numRuns).toBe(6);
}, 120_000);

test("the same things at once, in any order, count exactly", async () => {
  const persons = await Promise.all(Array.from({ length: people }, () => given.person()));
  const post = await given.post(persons[0]!, "#busy");
  const calls = persons.flatMap((person, index) => [
    ...Array.from(
      { length: 8 },
      (_, turn) => () => as(person)[(turn + index) % 2 ? "put" : "delete"](`/posts/${post.id}/like`),
    ),
    ...Array.from({ length: 4 }, () => () => as(person).post(`/posts/${post.id}/comments`, { text: "busy" })),
    ...Array.from(
      { length: 4 },
      (_, turn) => () => as(persons[0]!)[turn % 2 ? "put" : "delete"](`/posts/${post.id}/hidden`),
    ),
    ...Array.from(
      { length: 2 },
      (_, turn) => () => as(persons[0]!).patch(`/posts/${post.id}`, { text: `#busy #other${turn}` }),
    ),
  ]);
  for (const answer of await Promise.all(calls.map((call) => call())))
    expect([200, 201, 404]).toContain(answer.statusCode);
  await settle();
  const folded = await counters();
  await server.maru.rebuild("post-counters");
  const { tags, ...rebuilt } = await counters();
  expect(folded).toMatchObject(rebuilt);
  expect(folded.tags.map(({ tag, posts: count }) => [tag, count])).toEqual(
    tags.map(({ tag, posts: count }) => [tag, count]),
  );
});

test("a rebuild while people go on neither fails nor counts anything twice", async () => {
  const persons = await Promise.all(Array.from({ length: people }, () => given.person()));
  const post = await given.post(persons[0]!, "rebuilt");
  let rebuilding = true;
  const marking = persons.map(async (person) => {
    for (let turn = 0; rebuilding; turn++)
      await as(person)[turn % 2 ? "delete" : "put"](`/posts/${post.id}/like`);
    await as(person).put(`/posts/${post.id}/like`);
  });
  for (let turn = 0; turn < 10; turn++) await server.maru.rebuild("post-counters");
  rebuilding = false;
  await Promise.all(marking);
  await settle();
  expect((await as(null).get(`/posts/${post.id}`)).json()).toMatchObject({ counts: { likes: people } });
});
