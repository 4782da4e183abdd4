import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;

/** As a dump leaves them that is read into a database whose transactions are a million behind. */
const fromAnother = async () => {
  const { pool } = server.maru.platform;
  const later = (column: string) => `(${column}::text::bigint + 1000000)::text::xid8`;
  for (const table of ["event", "consumer_position", "event_horizon"])
    await pool.query(`update ${table} set xid = ${later("xid")}`);
  await pool.query(`update consumer_position set since = '1000003:1000003:'`);
};

test("a site that was restored from a dump goes on: nothing stands still, nothing counts twice", async () => {
  const [ann, bob] = [await given.person(), await given.person()];
  await given.follow(bob, ann);
  const old = await given.post(ann, "옮기기 전에 쓴 글 #이사");
  await as(bob).put(`/posts/${old.id}/like`);
  await server.settle();
  await server.restart(fromAnother);

  const young = await given.post(ann, "옮긴 뒤에 쓴 글 #이사");
  await as(bob).put(`/posts/${young.id}/like`);
  await as(bob).post(`/posts/${old.id}/comments`, { text: "잘 왔네요" });
  await server.settle();
  expect((await as(null).get(`/posts/${old.id}`)).json().counts).toMatchObject({ likes: 1, comments: 1 });
  expect((await as(null).get(`/posts/${young.id}`)).json().counts).toMatchObject({ likes: 1, comments: 0 });
  expect((await as(null).get(`/accounts/${ann.handle}`)).json().counts).toMatchObject({
    posts: 2,
    followers: 1,
  });
  const found = (await as(null).get(`/search?type=posts&q=${encodeURIComponent("옮긴")}`)).json();
  expect(found.posts.items.map(({ id }: { id: string }) => id)).toEqual([young.id]);
  const told = (await as(ann).get("/notifications")).json<{ items: { kind: string; count: number }[] }>();
  expect(told.items.map(({ kind, count }) => `${kind} ${count}`).sort()).toEqual([
    "comment 1",
    "follow 1",
    "like 1",
    "like 1",
  ]);
});

test("a site that merely starts again keeps its log", async () => {
  const eventIds = async () =>
    (await server.maru.platform.pool.query<{ id: number }>("select id from event")).rows.map(({ id }) => id);
  const before = await eventIds();
  expect(before.length).toBeGreaterThan(0);
  await server.restart(async () => {});
  expect(await eventIds()).toEqual(expect.arrayContaining(before));
});
