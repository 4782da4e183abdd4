import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
const counts = async (handle: string) =>
  (await as(null).get(`/accounts/${handle}`)).json<{ counts: object }>().counts;

test("deleting an account needs the password", async () => {
  const person = await given.person();
  expect((await as(person).delete("/me", { password: "not this one" })).statusCode).toBe(403);
  expect((await as(person).delete("/me", {})).statusCode).toBe(400);
  expect((await as(person).delete("/me")).statusCode).toBe(400);
  expect((await as(null).delete("/me", { password: person.password })).statusCode).toBe(401);
  expect((await as(person).get("/me")).statusCode).toBe(200);
});

test("a deleted account leaves nothing: no session, no row, no count", async () => {
  const [a, b, c] = [await given.person(), await given.person(), await given.person()];
  await given.follow(a, b);
  await given.follow(b, a);
  await given.follow(c, b);
  await as(b).patch("/me", { isPrivate: true });
  await as(c).put(`/accounts/${a.handle}/mute`);
  const mine = await given.post(a, "안녕 #마루");
  const theirs = await given.post(c, "hello");
  const answer = await as(c).post(`/posts/${mine.id}/comments`, { text: "반가워요" });
  expect(answer.statusCode).toBe(201);
  await as(a).post(`/posts/${theirs.id}/comments`, { text: "me too" });
  await as(a).put(`/posts/${theirs.id}/like`);
  await as(a).put(`/posts/${theirs.id}/bookmark`);
  await settle();
  expect((await as(null).get(`/posts/${theirs.id}`)).json().counts).toMatchObject({
    likes: 1,
    comments: 1,
    bookmarks: 1,
  });

  expect((await as(a).delete("/me", { password: a.password })).statusCode).toBe(204);
  expect((await as(a).get("/me")).statusCode).toBe(401);
  expect((await as(null).post("/sessions", { login: a.handle, password: a.password })).statusCode).toBe(401);
  expect((await as(c).get(`/accounts/${a.handle}`)).statusCode).toBe(404);
  expect((await as(c).get(`/posts/${mine.id}`)).statusCode).toBe(404);
  expect((await as(c).get(`/posts/${answer.json().id}`)).statusCode).toBe(404);
  expect((await as(b).get("/me")).statusCode).toBe(200);

  await settle();
  expect((await as(null).get(`/posts/${theirs.id}`)).json().counts).toMatchObject({
    likes: 0,
    comments: 0,
    bookmarks: 0,
  });
  expect(await counts(b.handle)).toEqual({ posts: 0, followers: 1, following: 0 });
  expect(await counts(c.handle)).toEqual({ posts: 1, followers: 0, following: 1 });
  const { rows } = await server.maru.platform.pool.query(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'bigint' and column_name ~ '(account|author|owner|r|ee|ed)_id$' and table_name !~ '^event'`);
  expect(rows.length).toBeGreaterThan(15);
  const left = [];
  for (const { table, column } of rows) {
    const found = await server.maru.platform.pool.query(`select 1 from ${table} where ${column} = $1`, [
      a.id,
    ]);
    if (found.rowCount! > 0) left.push(`${table}.${column}`);
  }
  expect(left).toEqual([]);
  expect(
    (
      await as(null).post("/accounts", {
        handle: a.handle,
        displayName: "again",
        email: `${a.handle}@example.test`,
        password: a.password,
      })
    ).statusCode,
  ).toBe(201);
});

test("deleting while others follow and are followed fails for nobody", async () => {
  const star = await given.person();
  const others = [];
  for (let index = 0; index < 8; index++) others.push(await given.person());
  const answers = await Promise.all([
    ...others.flatMap((other) => [
      as(other).put(`/accounts/${star.handle}/follow`),
      as(star).put(`/accounts/${other.handle}/follow`),
    ]),
    as(star).delete("/me", { password: star.password }),
    as(star).delete("/me", { password: star.password }),
  ]);
  for (const { statusCode } of answers) expect([200, 204, 401, 403, 404]).toContain(statusCode);
  expect((await as(star).get("/me")).statusCode).toBe(401);
  await settle();
  for (const other of others)
    expect(await counts(other.handle)).toEqual({ posts: 0, followers: 0, following: 0 });
});
