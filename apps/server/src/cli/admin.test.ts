import { expect, test } from "vitest";
import { runCommand } from "../../test/run-command.ts";
import { type Person, testServer } from "../../test/test-server.ts";

const server = testServer();
const { as, given } = server;

const signIn = ({ handle: login, password }: Person) => as(null).post("/sessions", { login, password });
const admin = (...args: string[]) => runCommand(server, ["admin", ...args]);

test("the operator suspends and restores at the command line, and it is in the log", async () => {
  const loud = await given.person();
  const suspended = await admin("suspend", `@${loud.handle}`, "--until", "2090-01-31", "--reason", "광고");
  expect(suspended).toMatchObject({
    code: 0,
    text: expect.stringContaining("is suspended until 2090-01-31"),
  });
  await expect.poll(async () => (await as(loud).get("/me")).statusCode).toBe(401);
  expect((await signIn(loud)).json()).toMatchObject({ reason: "광고", until: "2090-01-31T00:00:00.000Z" });
  const link = await admin("reset-password", loud.handle);
  const token = /\/reset\/([\w-]{43})/.exec(link.text)?.[1];
  expect(
    (await as(null).put(`/password-resets/${token}`, { password: "another long secret" })).statusCode,
  ).toBe(204);
  expect((await admin("restore", loud.handle)).text).toContain("is back");
  await expect
    .poll(async () => (await signIn({ ...loud, password: "another long secret" })).statusCode)
    .toBe(201);
  const { rows } = await server.maru.platform.pool.query(
    "select action, via, actor_id from audit_entry where account_id = $1 order by id",
    [loud.id],
  );
  expect(rows).toEqual(
    ["suspend", "password-reset", "restore"].map((action) => ({ action, via: "command", actor_id: null })),
  );
}, 120_000);

test("roles are given, and the last owner stays one", async () => {
  const first = await given.person();
  expect((await admin("role", first.handle, "owner")).text).toContain("was member and is owner now");
  expect((await as(first).get("/me")).json()).toMatchObject({ role: "owner" });
  expect(await admin("role", first.handle, "member")).toMatchObject({
    code: 1,
    text: expect.stringContaining("has an owner"),
  });
}, 120_000);

test("commands that are not given as they have to be say what they want", async () => {
  for (const args of [[], ["role", "minji", "king"], ["restore", "a", "--until", "2030-01-01"]])
    expect(await admin(...args)).toMatchObject({ code: 2, text: expect.stringContaining("maru admin") });
  expect((await admin("suspend", "minji", "--until", "soon")).text).toContain("--until is a date");
  expect(await admin("suspend", "nobody_at_all")).toMatchObject({
    code: 1,
    text: expect.stringContaining("Nobody here is called"),
  });
}, 120_000);
