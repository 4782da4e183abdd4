import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;

interface Item {
  id: string;
  kind: string;
  count: number;
  actors: { handle: string }[];
}
const listOf = async (person: Person, query = "") =>
  (await as(person).get(`/notifications${query}`)).json<{ items: Item[]; nextCursor: string | null }>();
const unreadOf = async (person: Person) =>
  (await as(person).get("/notifications/unread")).json<{ unread: number }>().unread;
const huge = "x".repeat(200 * 1024);
const at = (count: number) => Array.from({ length: count });

/** Somebody with two things to hear of, and who did them. */
async function told() {
  const [me, friend] = [await given.person(), await given.person()];
  const post = await given.post(me, "글");
  await as(friend).put(`/posts/${post.id}/like`);
  await as(friend).post(`/posts/${post.id}/comments`, { text: "댓글" });
  await settle();
  return { me, friend, post };
}

test("what is no page of mine is refused", async () => {
  const [{ me }, { me: other }] = [await told(), await told()];
  const mine = (await listOf(me, "?limit=1")).nextCursor!;
  const theirs = (await listOf(other, "?limit=1")).nextCursor!;
  const ofKinds = (await listOf(me, "?limit=1&kinds=like,comment")).nextCursor!;
  const forged = `${mine.slice(0, -1)}${mine.endsWith("A") ? "B" : "A"}`;
  for (const query of [
    "limit=0",
    "limit=51",
    "limit=1.5",
    "limit=x",
    "cursor=",
    "cursor=x",
    `cursor=${"x".repeat(201)}`,
    `cursor=${theirs}`,
    `cursor=${ofKinds}`,
    `cursor=${forged}`,
    "kinds=",
    "kinds=LIKE",
    "kinds=like,,mention",
    "kinds=like&kinds=mention",
    `kinds=${"a".repeat(201)}`,
    "kinds=%00",
    "kinds='",
    "more=1",
  ]) {
    const answer = await as(me).get(`/notifications?${query}`);
    expect([query, answer.statusCode]).toEqual([query, 400]);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
  }
  expect((await listOf(me, "?kinds=no-such-kind")).items).toEqual([]);
  expect((await listOf(me, `?limit=1&cursor=${mine}`)).items).toHaveLength(1);
  for (const path of ["/notifications", "/notifications/unread", "/notifications/settings"])
    expect((await as(null).get(path)).statusCode).toBe(401);
});

test("reading takes a place and nothing else, and nobody reads for others", async () => {
  const [{ me }, { me: other }] = [await told(), await told()];
  for (const [body, status] of [
    [{}, 400],
    [{ upTo: 1 }, 400],
    [{ upTo: null }, 400],
    [{ upTo: "" }, 400],
    [{ upTo: "0" }, 400],
    [{ upTo: "-1" }, 400],
    [{ upTo: "01" }, 400],
    [{ upTo: "1\n" }, 400],
    [{ upTo: "1e9" }, 400],
    [{ upTo: ["1"] }, 400],
    [{ upTo: "9".repeat(17) }, 400],
    [{ upTo: "9".repeat(16) }, 404],
    [{ upTo: "1", accountId: other.id }, 400],
    [{ upTo: huge }, 413],
  ] as const) {
    const answer = await as(me).post("/notifications/read", body);
    expect([JSON.stringify(body).slice(0, 50), answer.statusCode]).toEqual([
      JSON.stringify(body).slice(0, 50),
      status,
    ]);
  }
  expect((await as(null).post("/notifications/read", { upTo: "1" })).statusCode).toBe(401);
  expect(await unreadOf(me)).toBe(2);

  // Another's id is a place like any other, in one's own list.
  const newest = (await listOf(other)).items[0]!.id;
  expect((await as(me).post("/notifications/read", { upTo: newest })).json()).toEqual({ unread: 0 });
  expect(await unreadOf(other)).toBe(2);
});

test("reading to the end of time, and many times at once, leaves what comes later new", async () => {
  const { me, friend, post } = await told();
  const answers = await Promise.all(
    at(20).map(() => as(me).post("/notifications/read", { upTo: String(Number.MAX_SAFE_INTEGER) })),
  );
  for (const answer of answers) expect([answer.statusCode, answer.json()]).toEqual([200, { unread: 0 }]);
  await as(friend).post(`/posts/${post.id}/comments`, { text: "나중에" });
  await settle();
  expect(await unreadOf(me)).toBe(1);
});

test("settings know their kinds, and switches at the same moment all count", async () => {
  const me = await given.person();
  const { kinds } = (await as(me).get("/notifications/settings")).json<{ kinds: Record<string, boolean> }>();
  const raw = (payload: string) =>
    as(me).patch("/notifications/settings", undefined, {
      payload,
      headers: { "content-type": "application/json" },
    });
  for (const body of [
    '{"kinds":{"nothing":true}}',
    '{"kinds":{"like":1}}',
    '{"kinds":{"like":null}}',
    '{"kinds":{"like":"true"}}',
    '{"kinds":["like"]}',
    '{"kinds":null}',
    '{"kinds":{"toString":true}}',
    '{"kinds":{"__proto__":{"like":false}}}',
    '{"__proto__":{"digest":true}}',
    '{"constructor":{"prototype":{"digest":true}}}',
    '{"digest":1}',
    '{"digest":null}',
    '{"digestAvailable":true}',
    '{"off":["like"]}',
    "[]",
    "null",
    "{",
  ])
    expect([body, (await raw(body)).statusCode]).toEqual([body, 400]);
  expect((await raw(`{"kinds":{"${huge}":true}}`)).statusCode).toBe(413);
  expect((await raw('{"digest":true}')).statusCode).toBe(422);
  expect((await as(null).patch("/notifications/settings", { kinds: {} })).statusCode).toBe(401);
  expect((await as(me).get("/notifications/settings")).json()).toMatchObject({ kinds, digest: false });

  const names = Object.keys(kinds);
  const answers = await Promise.all(
    names.flatMap((kind) =>
      at(3).map(() => as(me).patch("/notifications/settings", { kinds: { [kind]: false } })),
    ),
  );
  for (const answer of answers) expect(answer.statusCode).toBe(200);
  const after = (await as(me).get("/notifications/settings")).json<{ kinds: Record<string, boolean> }>();
  expect(after.kinds).toEqual(Object.fromEntries(names.map((kind) => [kind, false])));
});

test.each<[string, (author: Person, postId: string) => Promise<unknown>]>([
  ["hidden", (author, postId) => as(author).put(`/posts/${postId}/hidden`)],
  ["for followers", (author, postId) => as(author).patch(`/posts/${postId}`, { visibility: "followers" })],
  ["edited to name nobody", (author, postId) => as(author).patch(`/posts/${postId}`, { text: "아무도" })],
  ["of a private account", (author) => as(author).patch("/me", { isPrivate: true })],
  ["of an account that is gone", (author) => as(author).delete("/me", { password: author.password })],
])("a mention in a post that is now %s is neither shown nor counted", async (_name, close) => {
  const [me, author] = [await given.person(), await given.person()];
  const post = await given.post(author, `@${me.handle} 비밀`);
  await settle();
  expect(await unreadOf(me)).toBe(1);
  await close(author, post.id);
  await settle();
  expect(await unreadOf(me)).toBe(0);
  expect((await listOf(me)).items).toEqual([]);
});

test("whoever has blocked me since, or is gone, leaves the groups and their counts", async () => {
  const me = await given.person();
  const post = await given.post(me, "글");
  const likers = await Promise.all(at(4).map(() => given.person()));
  for (const liker of likers) await as(liker).put(`/posts/${post.id}/like`);
  await settle();
  const [blocker, blocked, gone, stays] = likers as [Person, Person, Person, Person];
  await as(blocker).put(`/accounts/${me.handle}/block`);
  await as(me).put(`/accounts/${blocked.handle}/block`);
  await as(gone).delete("/me", { password: gone.password });
  await settle();
  const [group] = (await listOf(me)).items;
  expect([group!.count, group!.actors.map(({ handle }) => handle)]).toEqual([1, [stays.handle]]);
  await as(stays).put(`/accounts/${me.handle}/block`);
  expect([(await listOf(me)).items, await unreadOf(me)]).toEqual([[], 0]);
});

test.each([
  "nothing",
  "1.",
  ".x",
  `1.${"A".repeat(22)}`,
  `01.${"A".repeat(22)}`,
  `1.${"A".repeat(22)}.1`,
  `9999999999999999.${"A".repeat(22)}`,
  "%00",
  "%0d%0aLocation:%20https:",
  "..%2f..%2fevil.example",
  "%2f%2fevil.example",
  "x".repeat(61),
])("a link that ends nobody's e-mails: %s", async (token) => {
  const answer = await as(null).post(`/digest/${token}`);
  expect(answer.statusCode).toBe(404);
  const opened = await as(null).get(`/digest/${token}`);
  expect(opened.headers.location ?? "/digest/none").toMatch(/^\/digest\/[^/\r\n]+$/);
});
