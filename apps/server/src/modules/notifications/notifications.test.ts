import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";
import { sweepActs } from "./act-queries.ts";

const server = testServer();
const { as, given, settle } = server;

interface Item {
  id: string;
  kind: string;
  actors: { handle: string }[];
  count: number;
  post?: { id: string };
  comment?: { id: string; text: string };
  createdAt: string;
  readAt: string | null;
}

async function listOf(person: Person, query = ""): Promise<Item[]> {
  await settle();
  const answer = await as(person).get(`/notifications${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<{ items: Item[] }>().items;
}
const unreadOf = async (person: Person) => {
  await settle();
  return (await as(person).get("/notifications/unread")).json<{ unread: number }>().unread;
};
const people = async (count: number) =>
  (await Promise.all(Array.from({ length: count }, () => given.person()))) as [
    Person,
    Person,
    Person,
    Person,
  ];
const short = ({ kind, actors, count, post, comment }: Item) => ({
  kind,
  actors: actors.map((actor) => actor.handle),
  count,
  ...(post && { post: post.id }),
  ...(comment && { comment: comment.id }),
});

test("likes of one post come together, with the newest people and how many there are", async () => {
  const author = await given.person();
  const post = await given.post(author, "좋아요를 모으는 글");
  const likers = [];
  for (let number = 0; number < 6; number++) {
    const liker = await given.person();
    await as(liker).put(`/posts/${post.id}/like`);
    likers.push(liker.handle);
  }
  await as(author).put(`/posts/${post.id}/like`);
  const [item, ...more] = await listOf(author);
  expect(more).toEqual([]);
  expect(short(item!)).toEqual({
    kind: "like",
    actors: likers.toReversed().slice(0, 4),
    count: 6,
    post: post.id,
  });
  expect(item).toMatchObject({ readAt: null });
  expect(await unreadOf(author)).toBe(1);
});

test("a comment, an answer to it and a mention are told to those whom they are for, once each", async () => {
  const [author, ben, cho, dan] = await people(4);
  const post = await given.post(author, "글");
  const comment = (
    await as(ben).post(`/posts/${post.id}/comments`, { text: `댓글 @${author.handle}` })
  ).json<{ id: string }>();
  const answer = (
    await as(cho).post(`/posts/${comment.id}/comments`, { text: `대댓글 @${dan.handle}` })
  ).json<{ id: string }>();
  expect((await listOf(author)).map(short)).toEqual([
    { kind: "comment", actors: [ben.handle], count: 1, post: post.id, comment: comment.id },
  ]);
  expect((await listOf(ben)).map(short)).toEqual([
    { kind: "answer", actors: [cho.handle], count: 1, post: comment.id, comment: answer.id },
  ]);
  expect((await listOf(dan)).map(short)).toEqual([
    { kind: "mention", actors: [cho.handle], count: 1, post: answer.id },
  ]);
  expect(await listOf(cho)).toEqual([]);
  // An edit may take a mention away, and bring one.
  await as(cho).patch(`/posts/${answer.id}`, { text: `대댓글 @${author.handle}` });
  expect(await listOf(dan)).toEqual([]);
  expect((await listOf(author)).map((item) => item.kind)).toEqual(["mention", "comment"]);
});

test("following, asking and letting in are told to the other side", async () => {
  const [open, shut, ben] = await people(3);
  await as(shut).patch("/me", { isPrivate: true });
  await as(ben).put(`/accounts/${open.handle}/follow`);
  await as(ben).put(`/accounts/${shut.handle}/follow`);
  expect((await listOf(open)).map(short)).toEqual([{ kind: "follow", actors: [ben.handle], count: 1 }]);
  expect((await listOf(shut)).map(short)).toEqual([
    { kind: "follow-request", actors: [ben.handle], count: 1 },
  ]);
  await as(shut).put(`/follow-requests/${ben.handle}`);
  expect(await listOf(shut)).toEqual([]);
  expect((await listOf(ben)).map(short)).toEqual([
    { kind: "follow-accepted", actors: [shut.handle], count: 1 },
  ]);
  await as(ben).delete(`/accounts/${open.handle}/follow`);
  expect(await listOf(open)).toEqual([]);
});

test("a request that is refused, taken back or answered by opening up leaves", async () => {
  const [shut, ben, cho] = await people(3);
  await as(shut).patch("/me", { isPrivate: true });
  for (const asking of [ben, cho]) await as(asking).put(`/accounts/${shut.handle}/follow`);
  expect(await listOf(shut)).toHaveLength(2);
  await as(ben).delete(`/accounts/${shut.handle}/follow`);
  expect(await listOf(shut)).toHaveLength(1);
  await as(shut).patch("/me", { isPrivate: false });
  expect(await listOf(shut)).toEqual([]);
  expect((await listOf(cho)).map((item) => item.kind)).toEqual(["follow-accepted"]);
});

test("what is undone is withdrawn", async () => {
  const [author, ben] = await people(2);
  const post = await given.post(author, "글");
  await as(ben).put(`/posts/${post.id}/like`);
  const comment = (await as(ben).post(`/posts/${post.id}/comments`, { text: "댓글" })).json<{ id: string }>();
  const mention = await given.post(ben, `@${author.handle}`);
  expect((await listOf(author)).map((item) => item.kind)).toEqual(["mention", "comment", "like"]);
  await as(ben).put(`/posts/${mention.id}/hidden`);
  expect((await listOf(author)).map((item) => item.kind)).toEqual(["comment", "like"]);
  await as(ben).delete(`/posts/${mention.id}/hidden`);
  await as(ben).delete(`/posts/${comment.id}`);
  expect((await listOf(author)).map((item) => item.kind)).toEqual(["mention", "like"]);
  await as(ben).delete(`/posts/${post.id}/like`);
  expect((await listOf(author)).map((item) => item.kind)).toEqual(["mention"]);
  expect(await unreadOf(author)).toBe(1);
  await as(ben).delete("/me", { password: ben.password });
  expect(await listOf(author)).toEqual([]);
  expect(await unreadOf(author)).toBe(0);
});

test("whoever is blocked or muted is not heard of, from that moment on and of what was before", async () => {
  const [author, ben, cho] = await people(3);
  const post = await given.post(author, "글");
  for (const liker of [ben, cho]) await as(liker).put(`/posts/${post.id}/like`);
  await as(cho).post(`/posts/${post.id}/comments`, { text: "댓글" });
  expect((await listOf(author)).map((item) => [item.kind, item.count])).toEqual([
    ["comment", 1],
    ["like", 2],
  ]);
  await as(author).put(`/accounts/${cho.handle}/mute`);
  const muted = (await as(author).get("/notifications")).json<{ items: Item[] }>().items;
  expect(muted.map(short)).toEqual([{ kind: "like", actors: [ben.handle], count: 1, post: post.id }]);
  await as(ben).put(`/accounts/${author.handle}/block`);
  expect((await as(author).get("/notifications")).json()).toEqual({ items: [], nextCursor: null });
  expect((await as(author).get("/notifications/unread")).json()).toEqual({ unread: 0 });
  await as(author).delete(`/accounts/${cho.handle}/mute`);
  expect(await listOf(author)).toHaveLength(2);
});

test("what its reader may not see any more is not told of", async () => {
  const [author, ben] = await people(2);
  await given.follow(author, ben);
  const close = await given.post(ben, `@${author.handle} 가까운 이웃만`, { visibility: "followers" });
  expect((await listOf(author)).map((item) => item.post?.id)).toEqual([close.id]);
  await as(author).delete(`/accounts/${ben.handle}/follow`);
  expect(await listOf(author)).toEqual([]);
  expect(await unreadOf(author)).toBe(0);
  await as(ben).patch(`/posts/${close.id}`, { visibility: "public" });
  expect(await listOf(author)).toHaveLength(1);
  await as(ben).patch("/me", { isPrivate: true });
  expect(await listOf(author)).toEqual([]);
});

test("read up to here: what comes afterwards, also into the same group, is new", async () => {
  const [author, ben, cho] = await people(3);
  const post = await given.post(author, "글");
  await as(ben).put(`/posts/${post.id}/like`);
  const [first] = await listOf(author);
  await as(cho).put(`/posts/${post.id}/like`);
  await settle();
  const mark = (upTo: string) => as(author).post("/notifications/read", { upTo });
  expect((await mark(first!.id)).json()).toEqual({ unread: 1 });
  const [second] = await listOf(author);
  expect(second).toMatchObject({ count: 2, readAt: null });
  expect((await mark(second!.id)).json()).toEqual({ unread: 0 });
  expect((await mark(first!.id)).json()).toEqual({ unread: 0 });
  expect((await listOf(author))[0]!.readAt).toMatch(/^20\d\d-.*Z$/);
  expect((await mark("x")).statusCode).toBe(400);
  expect((await as(null).post("/notifications/read", { upTo: "1" })).statusCode).toBe(401);
});

test("a kind that is switched off is neither shown nor counted", async () => {
  const [author, ben] = await people(2);
  const post = await given.post(author, "글");
  await as(ben).put(`/posts/${post.id}/like`);
  await as(ben).post(`/posts/${post.id}/comments`, { text: "댓글" });
  const change = (body: object) => as(author).patch("/notifications/settings", body);
  expect((await change({ kinds: { like: false } })).json()).toMatchObject({
    kinds: { like: false, comment: true, follow: true },
    digest: false,
    digestAvailable: false,
  });
  expect((await listOf(author)).map((item) => item.kind)).toEqual(["comment"]);
  expect(await unreadOf(author)).toBe(1);
  await change({ kinds: { like: true, comment: false } });
  expect((await listOf(author)).map((item) => item.kind)).toEqual(["like"]);
  expect((await change({ kinds: { nothing: false } })).statusCode).toBe(400);
  expect((await change({ digest: true })).statusCode).toBe(422);
});

test("pages follow on each other, for one person and one choice of kinds only", async () => {
  const [author, ben, cho] = await people(3);
  const posts = [];
  for (let number = 0; number < 7; number++) {
    const post = await given.post(author, `글 ${number}`);
    await as(ben).put(`/posts/${post.id}/like`);
    posts.push(post.id);
  }
  await settle();
  const page = async (path: string) =>
    (await as(author).get(path)).json<{ items: Item[]; nextCursor: string | null }>();
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor ? `&cursor=${cursor}` : "";
    const answer = await page(`/notifications?limit=3${more}`);
    found.push(...answer.items.map((item) => item.post!.id));
    cursor = answer.nextCursor;
  } while (cursor);
  expect(found).toEqual(posts.toReversed());
  expect((await page("/notifications?kinds=comment,mention")).items).toEqual([]);
  const { nextCursor } = await page("/notifications?limit=3");
  expect((await as(author).get(`/notifications?kinds=like&cursor=${nextCursor}`)).statusCode).toBe(400);
  expect((await as(cho).get(`/notifications?cursor=${nextCursor}`)).statusCode).toBe(400);
});

test("a page takes the same few statements, however much is on it", async () => {
  const [author, ben, cho] = await people(3);
  const once = async () => {
    await settle();
    server.maru.platform.viewers.drop(Number(author.id));
    server.queries();
    await as(author).get("/notifications?limit=50");
    return server.queries();
  };
  /** The fewest of some: consumers that look for news ask the database as well. */
  const measure = async () => Math.min(await once(), await once(), await once(), await once());
  const make = async () => {
    const post = await given.post(author, "글");
    for (const one of [ben, cho]) {
      await as(one).put(`/posts/${post.id}/like`);
      await as(one).post(`/posts/${post.id}/comments`, { text: `@${author.handle}` });
    }
  };
  await make();
  const few = await measure();
  for (let number = 0; number < 12; number++) await make();
  const many = await measure();
  expect(many).toBeLessThanOrEqual(few);
  expect(many).toBeLessThanOrEqual(6);
});

test("a rebuild finds the same, and what was read stays read", async () => {
  const [author, ben, cho] = await people(3);
  const post = await given.post(author, "글");
  await as(ben).put(`/posts/${post.id}/like`);
  const [item] = await listOf(author);
  await as(author).post("/notifications/read", { upTo: item!.id });
  await as(cho).post(`/posts/${post.id}/comments`, { text: "댓글" });
  const before = await listOf(author);
  await server.maru.platform.pool.query("update notification_act set actor_id = account_id");
  await server.maru.rebuild("notifications");
  expect(await listOf(author)).toEqual(before);
  expect(await unreadOf(author)).toBe(1);
});

test("what is old, or more than anybody reads, is swept away", async () => {
  const [author, ben] = await people(2);
  const post = await given.post(author, "글");
  await as(ben).put(`/posts/${post.id}/like`);
  await settle();
  const { pool } = server.maru.platform;
  await pool.query(
    `insert into notification (account_id, kind, subject_id, last_id) select $1, 'like', n, n + 1 from generate_series(1, 1200) n`,
    [author.id],
  );
  const old = `insert into notification_act (account_id, kind, subject_id, act_id, actor_id) select $1, 'like', n, %s, $2 from generate_series(1, 1200) n`;
  await pool.query(old.replace("%s", "n"), [author.id, ben.id]);
  const recent = old.replace(
    "%s",
    "(extract(epoch from now()) * 1000 - 1704067200000 - 86400000)::bigint * 4096 + n",
  );
  await pool.query(recent.replace("'like'", "'follow'"), [author.id, ben.id]);
  await pool.query(
    `insert into notification (account_id, kind, subject_id, last_id)
     select account_id, kind, subject_id, max(act_id) from notification_act where kind = 'follow' and account_id = $1 group by 1, 2, 3`,
    [author.id],
  );
  await sweepActs(server.maru.platform.db);
  const { rows } = await pool.query(
    `select kind, count(*)::int as groups from notification where account_id = $1 group by 1 order by 1`,
    [author.id],
  );
  expect(rows).toEqual([
    { kind: "follow", groups: 999 },
    { kind: "like", groups: 1 },
  ]);
});

test("an account takes everything that it was told and that it did with it", async () => {
  const [author, ben] = await people(2);
  const post = await given.post(author, "글");
  await as(ben).put(`/posts/${post.id}/like`);
  await as(author).patch("/notifications/settings", { kinds: { like: false } });
  await settle();
  await as(author).delete("/me", { password: author.password });
  await settle();
  for (const table of ["notification", "notification_act", "notification_settings"]) {
    const { rows } = await server.maru.platform.pool.query(
      `select count(*)::int as left from ${table} where account_id = $1`,
      [author.id],
    );
    expect([table, rows[0].left]).toEqual([table, 0]);
  }
});

test("a thread that is hidden tells nothing, a like of one's own comment in it neither", async () => {
  const [ann, ben, eve] = await people(3);
  const post = await given.post(ann, "글");
  const comment = (await as(ben).post(`/posts/${post.id}/comments`, { text: "댓글" })).json<{ id: string }>();
  await as(eve).put(`/posts/${comment.id}/like`);
  expect((await listOf(ben)).map(({ kind }) => kind)).toEqual(["like"]);
  await as(ann).put(`/posts/${post.id}/hidden`);
  expect(await listOf(ben)).toEqual([]);
  expect(await unreadOf(ben)).toBe(0);
  await as(ann).delete(`/posts/${post.id}/hidden`);
  expect((await listOf(ben)).map(({ kind }) => kind)).toEqual(["like"]);
});
