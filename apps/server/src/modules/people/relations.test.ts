import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
const none = { following: false, followedBy: false, blocking: false, muting: false, requested: false };
const events = async (type: string, accountId: string) =>
  (
    await server.maru.platform.pool.query(
      "select 1 from event where type = $1 and payload ->> 'accountId' = $2",
      [type, accountId],
    )
  ).rowCount;
const relationship = async (from: Person, to: Person) =>
  (await as(from).get(`/accounts/${to.handle}`)).json<{ relationship: object }>().relationship;
const counts = async (person: Person) =>
  (await as(null).get(`/accounts/${person.handle}`)).json<{ counts: object }>().counts;
const handles = async (from: Person | null, path: string) =>
  (await as(from).get(path)).json<{ items: { handle: string }[] }>().items.map((account) => account.handle);

test("64 follows at once by one person are one follow, one event and one count", async () => {
  const [a, b] = [await given.person(), await given.person()];
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => as(a).put(`/accounts/${b.handle}/follow`)),
  );
  for (const answer of answers) expect(answer.json()).toEqual({ ...none, following: true });
  await settle();
  expect(await events("account.followed", a.id)).toBe(1);
  expect(await counts(b)).toMatchObject({ followers: 1, following: 0 });
  expect(await counts(a)).toMatchObject({ followers: 0, following: 1 });
  expect(await relationship(b, a)).toEqual({ ...none, followedBy: true });

  await Promise.all(Array.from({ length: 16 }, () => as(a).delete(`/accounts/${b.handle}/follow`)));
  await settle();
  expect(await events("account.unfollowed", a.id)).toBe(1);
  expect(await counts(b)).toMatchObject({ followers: 0 });
});

test("nobody follows, blocks or mutes themselves or nobody", async () => {
  const a = await given.person();
  for (const state of ["follow", "block", "mute"]) {
    for (const method of ["put", "delete"] as const) {
      expect((await as(a)[method](`/accounts/${a.handle}/${state}`)).statusCode).toBe(422);
      expect((await as(a)[method](`/accounts/no_such_one/${state}`)).statusCode).toBe(404);
      expect((await as(a)[method](`/accounts/%00/${state}`)).statusCode).toBe(404);
      expect((await as(null)[method](`/accounts/${a.handle}/${state}`)).statusCode).toBe(401);
    }
  }
});

test("who is blocked finds nobody there, in the same words as for one that never was", async () => {
  const [a, b, c] = [await given.person(), await given.person(), await given.person()];
  await given.follow(a, b);
  await given.follow(b, a);
  await given.follow(a, c);
  await given.follow(b, c);
  expect((await as(a).put(`/accounts/${b.handle}/block`)).json()).toEqual({ ...none, blocking: true });

  const problem = async (path: string) => {
    const { statusCode, body } = await as(b).get(path);
    return { statusCode, body: { ...JSON.parse(body), instance: "" } };
  };
  for (const path of ["", "/followers", "/following"]) {
    expect(await problem(`/accounts/${a.handle}${path}`)).toEqual(
      await problem(`/accounts/nobody_here${path}`),
    );
  }
  expect((await as(b).put(`/accounts/${a.handle}/follow`)).statusCode).toBe(404);
  expect((await as(b).put(`/accounts/${a.handle}/mute`)).statusCode).toBe(404);
  expect((await as(a).put(`/accounts/${b.handle}/follow`)).statusCode).toBe(409);

  // Neither is in a list that the other reads, whoever's it is.
  expect(await handles(b, `/accounts?query=${a.handle}`)).toEqual([]);
  expect(await handles(a, `/accounts?query=${b.handle}`)).not.toContain(b.handle);
  expect(await handles(b, `/accounts/${c.handle}/followers`)).toEqual([b.handle]);
  expect(await handles(a, `/accounts/${c.handle}/followers`)).toEqual([a.handle]);
  expect(await handles(null, `/accounts/${c.handle}/followers`)).toEqual([b.handle, a.handle]);
  expect(await handles(a, "/blocks")).toEqual([b.handle]);

  expect((await as(a).delete(`/accounts/${b.handle}/block`)).json()).toEqual(none);
  expect(await relationship(b, a)).toEqual(none);
  await settle();
  expect(await counts(a)).toMatchObject({ followers: 0, following: 1 });
});

test("two who have blocked each other can take their own block back", async () => {
  const [a, b] = [await given.person(), await given.person()];
  expect((await as(a).put(`/accounts/${b.handle}/block`)).statusCode).toBe(200);
  expect((await as(b).put(`/accounts/${a.handle}/block`)).statusCode).toBe(404);
  await server.maru.platform.pool.query("insert into block (blocker_id, blocked_id) values ($1, $2)", [
    b.id,
    a.id,
  ]);
  server.maru.platform.viewers.drop(Number(a.id));
  expect((await as(a).delete(`/accounts/${b.handle}/block`)).statusCode).toBe(200);
  expect((await as(a).delete(`/accounts/${b.handle}/block`)).statusCode).toBe(404);
});

test("a private account is asked first, and shows its lists to followers only", async () => {
  const [a, b, c] = [await given.person(), await given.person(), await given.person()];
  expect((await as(a).patch("/me", { isPrivate: true })).json().account.isPrivate).toBe(true);
  for (const one of [b, c]) {
    expect((await as(one).put(`/accounts/${a.handle}/follow`)).json()).toEqual({ ...none, requested: true });
  }
  expect(await handles(a, "/follow-requests")).toEqual([c.handle, b.handle]);
  expect((await as(b).get(`/accounts/${a.handle}`)).statusCode).toBe(200);
  expect((await as(b).get(`/accounts/${a.handle}/followers`)).statusCode).toBe(404);
  expect((await as(null).get(`/accounts/${a.handle}/following`)).statusCode).toBe(404);

  expect((await as(a).put(`/follow-requests/${b.handle}`)).json()).toEqual({ ...none, followedBy: true });
  expect((await as(a).put(`/follow-requests/${b.handle}`)).statusCode).toBe(200);
  expect((await as(a).delete(`/follow-requests/${c.handle}`)).json()).toEqual(none);
  expect((await as(a).put(`/follow-requests/${c.handle}`)).statusCode).toBe(404);
  expect(await handles(b, `/accounts/${a.handle}/followers`)).toEqual([b.handle]);
  expect(await relationship(c, a)).toEqual(none);

  await as(c).put(`/accounts/${a.handle}/follow`);
  await as(a).patch("/me", { isPrivate: false });
  expect(await relationship(c, a)).toEqual({ ...none, following: true });
  expect(await handles(a, "/follow-requests")).toEqual([]);
  await settle();
  expect(await counts(a)).toMatchObject({ followers: 2 });
});

test("a follow and a block, or a follow and the end of privacy, at one moment leave no half", async () => {
  for (let round = 0; round < 6; round++) {
    const [a, b] = [await given.person(), await given.person()];
    await Promise.all([as(a).put(`/accounts/${b.handle}/follow`), as(b).put(`/accounts/${a.handle}/block`)]);
    expect(await handles(null, `/accounts/${b.handle}/followers`)).toEqual([]);

    await as(b).delete(`/accounts/${a.handle}/block`);
    await as(b).patch("/me", { isPrivate: true });
    await Promise.all([as(a).put(`/accounts/${b.handle}/follow`), as(b).patch("/me", { isPrivate: false })]);
    expect(await relationship(a, b)).toEqual({ ...none, following: true });
  }
});

test("lists page without gaps or doubles, and refuse cursors of other lists", async () => {
  const star = await given.person();
  const fans = [];
  for (let index = 0; index < 7; index++) fans.push(await given.person());
  for (const fan of fans) await given.follow(fan, star);
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const answer = await as(null).get(
      `/accounts/${star.handle}/followers?limit=3${cursor && `&cursor=${cursor}`}`,
    );
    const page: { items: { handle: string }[]; nextCursor: string | null } = answer.json();
    seen.push(...page.items.map((account) => account.handle));
    cursor = page.nextCursor;
    if (seen.length === 3) await given.follow(await given.person(), star);
  }
  expect(seen).toEqual(fans.map((fan) => fan.handle).reverse());
  const { nextCursor } = (await as(null).get(`/accounts/${star.handle}/followers?limit=3`)).json();
  expect((await as(null).get(`/accounts/${star.handle}/following?cursor=${nextCursor}`)).statusCode).toBe(
    400,
  );
  for (const query of ["limit=0", "limit=51", "limit=x", "cursor=forged", "other=1"]) {
    expect((await as(null).get(`/accounts/${star.handle}/followers?${query}`)).statusCode).toBe(400);
  }
});

test("a rebuild counts the same", async () => {
  const [a, b] = [await given.person(), await given.person()];
  await given.follow(a, b);
  await settle();
  const read = async () =>
    (
      await server.maru.platform.pool.query(
        "select * from account_stats where followers + following > 0 order by 1",
      )
    ).rows;
  const before = await read();
  await server.maru.platform.pool.query("update account_stats set followers = 99");
  await server.maru.rebuild("people-counters");
  expect(await read()).toEqual(before);
});
