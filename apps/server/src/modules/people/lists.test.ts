import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
const found = async (reader: Person | null, query: string) => {
  const answer = await as(reader).get(`/accounts?query=${encodeURIComponent(query)}`);
  return answer.json<{ items: { handle: string }[] }>().items.map((account) => account.handle);
};

test("people are found by any part of a handle or a name, in any script, the best first", async () => {
  const [narae, minsu, other] = [
    await given.person("narae"),
    await given.person("kim_minsu"),
    await given.person("xnaraex"),
  ];
  const fans = [await given.person("fan_one"), await given.person("fan_two")];
  await as(narae).patch("/me", { displayName: "김나래" });
  await as(minsu).patch("/me", { displayName: "Minsu 100%_sure" });
  await as(fans[0]!).patch("/me", { displayName: "나래 팬" });
  for (const fan of fans) await given.follow(fan, fans[1] === fan ? other : fans[1]!);
  await settle();

  expect(await found(null, "narae")).toEqual(["narae", "xnaraex"]);
  expect(await found(null, "@NARAE")).toEqual(["narae", "xnaraex"]);
  expect(await found(null, "나래")).toEqual(["fan_one", "narae"]);
  expect(await found(null, "김")).toEqual(["narae"]);
  expect(await found(null, "래")).toEqual([]);
  expect(await found(null, "fan_")).toEqual(["fan_two", "fan_one"]);
  expect(await found(null, "100%_")).toEqual(["kim_minsu"]);
  expect(await found(null, "%%")).toEqual([]);
  expect(await found(null, "\\\\")).toEqual([]);
  expect(await found(narae, "narae")).toEqual(["xnaraex"]);
  expect((await as(null).get("/accounts?query=%00%00")).statusCode).toBe(400);
  expect((await as(null).get(`/accounts?query=${"x".repeat(101)}`)).statusCode).toBe(400);

  const first = (await as(null).get("/accounts?query=fan&limit=1")).json();
  const second = (await as(null).get(`/accounts?query=fan&limit=1&cursor=${first.nextCursor}`)).json();
  expect([first.items[0].handle, second.items[0].handle, second.nextCursor]).toEqual([
    "fan_two",
    "fan_one",
    null,
  ]);
  expect((await as(null).get(`/accounts?query=fax&cursor=${first.nextCursor}`)).statusCode).toBe(400);
});

test("the list of people has everybody but oneself, and says who follows whom", async () => {
  const [a, b] = [await given.person(), await given.person()];
  await given.follow(b, a);
  const seen = new Map<string, { followedBy: boolean }>();
  let cursor = "";
  do {
    const page: {
      items: { handle: string; relationship: { followedBy: boolean } }[];
      nextCursor: string | null;
    } = (await as(a).get(`/accounts?limit=3${cursor}`)).json();
    for (const account of page.items) seen.set(account.handle, account.relationship);
    cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
  } while (cursor);
  const { rows } = await server.maru.platform.pool.query("select handle from account where id <> $1", [a.id]);
  expect(new Set(seen.keys())).toEqual(new Set(rows.map((row) => row.handle)));
  expect(seen.get(b.handle)).toMatchObject({ followedBy: true });
});

test("a page takes one query, whatever its size", async () => {
  const reader = await given.person();
  const counted: number[] = [];
  for (let index = 0; index < 8; index++) {
    server.queries();
    await as(reader).get("/accounts?limit=50");
    counted.push(server.queries());
  }
  // Consumers that look for news are counted too.
  expect(Math.min(...counted)).toBe(1);
});

test("suggestions leave out whom I asked, and who waits for my answer", async () => {
  const [reader, asked, waiting] = [await given.person(), await given.person(), await given.person()];
  await as(asked).patch("/me", { isPrivate: true });
  await as(reader).patch("/me", { isPrivate: true });
  const suggested = async () =>
    (await as(reader).get("/accounts/suggested?limit=50"))
      .json<{ items: { handle: string }[] }>()
      .items.map((account) => account.handle);
  expect(await suggested()).toEqual(expect.arrayContaining([asked.handle, waiting.handle]));
  await as(reader).put(`/accounts/${asked.handle}/follow`);
  await as(waiting).put(`/accounts/${reader.handle}/follow`);
  const after = await suggested();
  for (const { handle } of [asked, waiting]) expect(after).not.toContain(handle);
  await as(reader).delete(`/follow-requests/${waiting.handle}`);
  expect(await suggested()).toContain(waiting.handle);
});

test("suggestions are new to the reader: neither followed nor blocked nor muted", async () => {
  const [reader, friend, friendOfFriend, blocked, muted] = [
    await given.person(),
    await given.person(),
    await given.person(),
    await given.person(),
    await given.person(),
  ];
  await given.follow(reader, friend);
  await given.follow(friend, friendOfFriend);
  await given.follow(friend, blocked);
  await as(reader).put(`/accounts/${blocked.handle}/block`);
  await as(reader).put(`/accounts/${muted.handle}/mute`);
  await settle();
  const handles = (await as(reader).get("/accounts/suggested?limit=50"))
    .json<{ items: { handle: string }[] }>()
    .items.map((account) => account.handle);
  expect(handles[0]).toBe(friendOfFriend.handle);
  for (const { handle } of [reader, friend, blocked, muted]) expect(handles).not.toContain(handle);
  expect((await as(null).get("/accounts/suggested")).statusCode).toBe(401);
});
