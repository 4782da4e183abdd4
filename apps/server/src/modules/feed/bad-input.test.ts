import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;

const missedBy = async (person: Person) =>
  (await as(person).get("/feeds/home/missed")).json<{ since: string | null; count: number }>();
const read = (person: Person, upTo: unknown) => as(person).put("/feeds/home/read", { upTo });
const cursorOf = async (person: Person, path: string) =>
  (await as(person).get(path)).json<{ nextCursor: string }>().nextCursor;

test("addresses that ask for what there is not are refused", async () => {
  const me = await given.person();
  for (let post = 0; post < 2; post++) await given.post(me, "글 #태그");
  const explored = await cursorOf(me, "/feeds/explore?limit=1");
  const tagged = await cursorOf(me, `/feeds/tags/${encodeURIComponent("태그")}?limit=1`);
  for (const [path, status] of [
    ["home?reasons=x", 400],
    ["home?reasons=2", 400],
    ["home?reasons=true&reasons=true", 400],
    ["home?reasons=true&limit=51", 400],
    [`home?reasons=true&cursor=${explored}`, 400],
    [`home?cursor=${tagged}`, 400],
    [`explore?cursor=${tagged}`, 400],
    ["home?since=01", 400],
    [`home?since=${"9".repeat(17)}`, 400],
    ["home?since=1&since=2", 400],
    ["home/missed?since=x", 200],
    ["catch-up?since=0", 400],
    ["catch-up?since=-1", 400],
    ["catch-up?since=x", 400],
    ["catch-up?since=", 400],
    [`catch-up?since=${"9".repeat(17)}`, 400],
    ["catch-up?limit=1", 400],
    ["catch-up?cursor=x", 400],
  ] as const) {
    const answer = await as(me).get(`/feeds/${path}`);
    expect([path, answer.statusCode]).toEqual([path, status]);
  }
  const end = String(Number.MAX_SAFE_INTEGER);
  expect((await as(me).get(`/feeds/catch-up?since=${end}`)).json()).toMatchObject({ looked: 0, upTo: null });
  expect((await as(me).get(`/feeds/home?reasons=true&since=${end}`)).json()).toEqual({
    items: [],
    nextCursor: null,
  });
});

test("the place up to which one has read is that of a post one may see", async () => {
  const [me, author] = [await given.person(), await given.person()];
  const open = await given.post(author, "보여요");
  const hidden = await given.post(author, "숨겨요");
  const under = (await as(author).post(`/posts/${hidden.id}/comments`, { text: "숨긴 글의 댓글" })).json<{
    id: string;
  }>();
  await as(author).put(`/posts/${hidden.id}/hidden`);
  const closed = await given.post(author, "팔로워에게", { visibility: "followers" });
  const shut = await given.person();
  const inPrivate = await given.post(shut, "비공개");
  await as(shut).patch("/me", { isPrivate: true });
  const blocker = await given.person();
  const ofBlocker = await given.post(blocker, "막았어요");
  await as(blocker).put(`/accounts/${me.handle}/block`);
  const gone = await given.post(author, "지울 글");
  await as(author).delete(`/posts/${gone.id}`);
  for (const one of [hidden, under, closed, inPrivate, ofBlocker, gone])
    expect([one.id, (await read(me, one.id)).statusCode]).toEqual([one.id, 404]);
  for (const [upTo, status] of [
    [undefined, 400],
    [null, 400],
    [1, 400],
    ["", 400],
    ["0", 400],
    ["-1", 400],
    ["1 ", 400],
    [["1"], 400],
    ["9".repeat(16), 404],
    ["9".repeat(17), 400],
    ["x".repeat(200 * 1024), 413],
  ] as const)
    expect((await read(me, upTo)).statusCode).toBe(status);
  const more = await as(me).put("/feeds/home/read", { upTo: open.id, accountId: author.id });
  expect(more.statusCode).toBe(400);
  expect(await missedBy(me)).toMatchObject({ since: null, count: 0 });
});

test("of many places at the same moment the newest stays, and it is one's own", async () => {
  const [me, author] = [await given.person(), await given.person()];
  await given.follow(me, author);
  const posts: string[] = [];
  for (let post = 0; post < 20; post++) posts.push((await given.post(author, "글")).id);
  const answers = await Promise.all(posts.toReversed().map((id) => read(me, id)));
  expect([...new Set(answers.map((one) => one.statusCode))]).toEqual([204]);
  expect(await missedBy(me)).toMatchObject({ since: posts.at(-1), count: 0 });
  expect(await missedBy(author)).toMatchObject({ since: null });
});

test.each<[string, (author: Person, postId: string, me: Person) => Promise<unknown>]>([
  ["hidden", (author, id) => as(author).put(`/posts/${id}/hidden`)],
  [
    "of a tag one follows, for followers now",
    (author, id) => as(author).patch(`/posts/${id}`, { visibility: "followers" }),
  ],
  ["of a private account", (author) => as(author).patch("/me", { isPrivate: true })],
  ["of somebody who blocks me", (author, _id, me) => as(author).put(`/accounts/${me.handle}/block`)],
  ["of somebody I block", (author, _id, me) => as(me).put(`/accounts/${author.handle}/block`)],
  ["of somebody I mute", (author, _id, me) => as(me).put(`/accounts/${author.handle}/mute`)],
  ["of an account that is gone", (author) => as(author).delete("/me", { password: author.password })],
])("what is %s is neither missed nor caught up with nor explained", async (_name, close) => {
  const [me, author] = [await given.person(), await given.person()];
  await as(me).put(`/tags/${encodeURIComponent("마당")}/follow`);
  const start = await given.post(me, "떠나기 전");
  await read(me, start.id);
  const post = await given.post(author, "새 글 #마당");
  await server.arrived();
  expect(await missedBy(me)).toMatchObject({ count: 1 });
  await close(author, post.id, me);
  expect(await missedBy(me)).toMatchObject({ count: 0 });
  const caught = await as(me).get("/feeds/catch-up");
  expect(caught.json()).toMatchObject({ looked: 0, groups: [] });
  const explained = await as(me).get("/feeds/home?reasons=true");
  for (const answer of [caught, explained]) {
    expect(answer.body).not.toContain(post.id);
    expect(answer.body).not.toContain(author.handle);
  }
});
