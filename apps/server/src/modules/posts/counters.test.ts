import fc from "fast-check";
import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createModel, type Model, type ModelPost } from "../../../test/post-model.ts";

const server = testServer();
const { as, given, settle } = server;

const people = 4;
const someone = fc.nat({ max: people - 1 });
const somePost = fc.nat({ max: 1000 });
const visibility = fc.constantFrom("public" as const, "public" as const, "followers" as const);
const text = fc.constantFrom("plain", "#one", "#two #one", "#three");
const onPost = { who: someone, post: somePost };
/** What only the author may do is mostly done by the author. */
const onOwn = { ...onPost, own: fc.nat({ max: 3 }).map((chance) => chance > 0) };
const is = <const K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: is("post"), who: someone, text, visibility }) },
  { weight: 4, arbitrary: fc.record({ kind: is("comment"), ...onPost, text, visibility }) },
  { weight: 6, arbitrary: fc.record({ kind: is("like", "bookmark"), ...onPost, wanted: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: is("hidden"), ...onOwn, wanted: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: is("edit"), ...onOwn, text, visibility }) },
  { weight: 1, arbitrary: fc.record({ kind: is("delete"), ...onOwn }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: is("follow", "block"), who: someone, other: someone, wanted: fc.boolean() }),
  },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

const same = (found: unknown, wanted: unknown) => expect(found).toEqual(wanted);

async function perform(model: Model, persons: Person[], one: Action): Promise<void> {
  const me = as(persons[one.who]!);
  if (one.kind === "post") {
    const response = await me.post("/posts", { text: one.text, visibility: one.visibility });
    same(response.statusCode, 201);
    const facts = {
      author: one.who,
      parent: null,
      root: null,
      visibility: one.visibility,
      hidden: false,
      gone: false,
    };
    model.posts.push({ id: response.json().id, ...facts });
    return;
  }
  if (one.kind === "follow" || one.kind === "block") {
    const { who, other, wanted } = one;
    if (who === other) return;
    const [mine, theirs] = [`${who} ${other}`, `${other} ${who}`];
    const path = `/accounts/${persons[other]!.handle}/${one.kind}`;
    const response = await (wanted ? me.put(path) : me.delete(path));
    if (one.kind === "block" && response.statusCode === 200) {
      if (!wanted) model.blocks.delete(mine);
      else {
        model.blocks.add(mine);
        model.follows.delete(mine);
        model.follows.delete(theirs);
      }
    } else if (one.kind === "follow" && response.statusCode === 200) {
      if (wanted) model.follows.add(mine);
      else model.follows.delete(mine);
    }
    return;
  }
  if (!("post" in one)) return;
  const post = model.posts[one.post % Math.max(1, model.posts.length)];
  if (!post) return;
  if ("own" in one && one.own) return perform(model, persons, { ...one, who: post.author, own: false });
  const path = `/posts/${post.id}`;
  const seen = model.sees(one.who, post);
  if (one.kind === "comment") {
    const response = await me.post(`${path}/comments`, { text: one.text, visibility: one.visibility });
    same(response.statusCode, model.mayAnswer(one.who, post) ? 201 : 404);
    if (response.statusCode !== 201) return;
    const facts = {
      author: one.who,
      parent: post,
      root: post.root ?? post,
      visibility: one.visibility,
      hidden: false,
      gone: false,
    };
    model.posts.push({ id: response.json().id, ...facts });
    return;
  }
  if (one.kind === "like" || one.kind === "bookmark") {
    const response = await (one.wanted ? me.put(`${path}/${one.kind}`) : me.delete(`${path}/${one.kind}`));
    same(response.statusCode, seen ? 200 : 404);
    if (!seen) return;
    const marks = one.kind === "like" ? model.likes : model.bookmarks;
    if (one.wanted) marks.add(`${post.id} ${one.who}`);
    else marks.delete(`${post.id} ${one.who}`);
    same(response.json().count, [...marks].filter((mark) => mark.startsWith(`${post.id} `)).length);
    return;
  }
  const expected = !seen ? 404 : post.author !== one.who ? 403 : one.kind === "delete" ? 204 : 200;
  if (one.kind === "hidden") {
    const response = await (one.wanted ? me.put(`${path}/hidden`) : me.delete(`${path}/hidden`));
    same(response.statusCode, expected);
    if (expected === 200) post.hidden = one.wanted;
  } else if (one.kind === "edit") {
    same((await me.patch(path, { text: one.text, visibility: one.visibility })).statusCode, expected);
    if (expected === 200) post.visibility = one.visibility;
  } else {
    same((await me.delete(path)).statusCode, expected);
    if (expected === 204) model.remove(post);
  }
}

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

async function check(model: Model, persons: Person[]): Promise<void> {
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
      for (const one of actions) await perform(model, persons, one);
      await check(model, persons);
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
