import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
let made = 0;
const newPerson = (more: object = {}) => {
  made++;
  return {
    handle: `new_${made}`,
    displayName: "새 사람",
    email: `new_${made}@example.test`,
    password: "correct horse battery",
    ...more,
  };
};
const signUp = (more: object = {}, headers: Record<string, string> = {}) =>
  as(null).post("/accounts", newPerson(more), { headers });

test("a person signs up, signs in by handle or e-mail, and signs out", async () => {
  const answer = await signUp({ handle: "Amina", email: "Amina@Example.test" });
  expect(answer.statusCode).toBe(201);
  expect(answer.json().account).toMatchObject({
    handle: "amina",
    counts: { posts: 0, followers: 0, following: 0 },
    relationship: null,
  });
  expect(answer.body).not.toContain("xample.test");

  for (const login of ["amina", "AMINA", " amina@example.TEST "]) {
    const signedIn = await as(null).post("/sessions", { login, password: "correct horse battery" });
    expect(signedIn.statusCode).toBe(201);
    const { account, token } = signedIn.json<{ account: { id: string }; token: string }>();
    expect(account.id).toBe(answer.json().account.id);
    const person = { id: account.id, handle: "amina", token, password: "" };
    expect((await as(person).get("/me")).statusCode).toBe(200);
    expect((await as(person).delete("/sessions/current")).statusCode).toBe(204);
    expect((await as(person).get("/me")).statusCode).toBe(401);
    expect((await as(person).get("/accounts")).statusCode).toBe(401);
  }
});

test("an unknown login and a wrong password get the same answer", async () => {
  const { handle } = await given.person();
  const problem = async (login: string) => {
    const answer = await as(null).post("/sessions", { login, password: "not the password" });
    return { status: answer.statusCode, ...answer.json(), instance: "" };
  };
  expect(await problem(handle)).toEqual(await problem("no_such_person"));
  expect((await problem(handle)).status).toBe(401);
});

test.each([
  ["handle", "a", 400],
  ["handle", "한글", 400],
  ["handle", "x".repeat(31), 400],
  ["handle", 7, 400],
  ["handle", "admin", 422],
  ["handle", "Suggested", 422],
  ["displayName", "", 400],
  ["displayName", "   ", 422],
  ["displayName", "\u3164", 422],
  ["displayName", "x".repeat(51), 422],
  ["displayName", "evil\u202Etxt.exe", 422],
  ["displayName", "a\u2067b", 422],
  ["displayName", "zero\u200Bwidth", 422],
  ["displayName", "two\nlines", 422],
  ["displayName", "nul\u0000", 422],
  ["displayName", "half \ud83d", 422],
  ["displayName", `z${"\u0301".repeat(9)}`, 422],
  ["email", "nobody", 400],
  ["email", `${"x".repeat(250)}@a.test`, 400],
  ["password", "short", 400],
  ["password", "x".repeat(201), 400],
  ["password", "password123", 422],
  ["password", "ABCDEFGHIJ", 422],
  ["password", "aaaaaaaaaa", 422],
  ["unknown", "field", 400],
])("a sign-up with %s = %j is refused with %d", async (field, value, status) => {
  const answer = await signUp({ [field]: value });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.json().errors[0].field).toBe(field);
});

test("a name may be in any script, with emoji made of several", async () => {
  const answer = await signUp({ displayName: "  나래 \u{1F469}\u200D\u{1F680}   देवनागरी " });
  expect(answer.json().account.displayName).toBe("나래 \u{1F469}\u200D\u{1F680} देवनागरी");
});

test("a password may not be one's handle or e-mail address", async () => {
  expect((await signUp({ handle: "same_as_it", password: "Same_As_It" })).statusCode).toBe(422);
  expect((await signUp({ email: "longname@example.test", password: "longname" })).statusCode).toBe(422);
});

test("a handle and an e-mail address belong to one person, however many try at once", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => signUp({ handle: "popular" })));
  expect(answers.map((answer) => answer.statusCode).sort((a, b) => a - b)).toEqual([
    201, 409, 409, 409, 409, 409, 409, 409,
  ]);
  const refused = answers.find((answer) => answer.statusCode === 409)!;
  expect(refused.json()).toMatchObject({ type: "/problems/handle-taken", errors: [{ field: "handle" }] });

  await signUp({ email: "taken@example.test" });
  const second = await signUp({ email: "Taken@example.test" });
  expect(second.statusCode).toBe(409);
  expect(second.json()).toMatchObject({ type: "/problems/email-taken", errors: [{ field: "email" }] });
});

test("a browser gets a cookie that no script reads, and that other sites cannot use", async () => {
  const answer = await signUp({}, { "maru-session": "cookie" });
  expect(answer.statusCode).toBe(201);
  expect(answer.json().token).toBeUndefined();
  const [cookie] = answer.cookies as {
    name: string;
    value: string;
    httpOnly: boolean;
    sameSite: string;
    path: string;
    maxAge: number;
  }[];
  expect(cookie).toMatchObject({ name: "maru_session", httpOnly: true, sameSite: "Lax", path: "/" });
  expect(cookie!.maxAge).toBeGreaterThan(86_400);

  const cookies = { maru_session: cookie!.value };
  const patch = (headers: Record<string, string>) =>
    as(null).patch("/me", { bio: "hi" }, { cookies, headers });
  expect((await as(null).get("/me", { cookies })).statusCode).toBe(200);
  expect((await patch({ "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  expect((await patch({ origin: "https://evil.test" })).statusCode).toBe(403);
  expect((await patch({})).statusCode).toBe(403);
  expect((await patch({ "sec-fetch-site": "same-origin" })).statusCode).toBe(200);

  const headers = { "sec-fetch-site": "same-origin" };
  const out = await as(null).delete("/sessions/current", undefined, { cookies, headers });
  expect(out.statusCode).toBe(204);
  expect(out.cookies).toMatchObject([{ name: "maru_session", value: "" }]);
  expect((await as(null).get("/me", { cookies })).statusCode).toBe(401);
});

test("people see their sessions and end them, nobody else's", async () => {
  const [a, b] = [await given.person(), await given.person()];
  const tokens: string[] = [];
  for (let index = 0; index < 3; index++) {
    const answer = await as(null).post(
      "/sessions",
      { login: a.handle, password: a.password },
      { headers: { "user-agent": `phone ${index}` } },
    );
    tokens.push(answer.json().token);
  }
  const list = async () =>
    (await as(a).get("/sessions")).json<{ items: { id: string; userAgent: string; current: boolean }[] }>()
      .items;
  const before = await list();
  expect(before.map((session) => session.userAgent)).toEqual([
    "phone 2",
    "phone 1",
    "phone 0",
    "lightMyRequest",
  ]);
  expect(before.filter((session) => session.current)).toHaveLength(1);

  expect((await as(b).delete(`/sessions/${before[0]!.id}`)).statusCode).toBe(404);
  expect((await as(a).delete(`/sessions/${before[0]!.id}`)).statusCode).toBe(204);
  expect((await as(a).delete(`/sessions/${before[0]!.id}`)).statusCode).toBe(404);
  expect((await as({ ...a, token: tokens[2]! }).get("/me")).statusCode).toBe(401);
  expect((await as({ ...a, token: tokens[1]! }).get("/me")).statusCode).toBe(200);
  expect((await as(a).delete("/sessions")).statusCode).toBe(204);
  expect(await list()).toHaveLength(1);
  expect((await as({ ...a, token: tokens[1]! }).get("/me")).statusCode).toBe(401);
});

test("the fifty-first session ends the oldest", async () => {
  const person = await given.person();
  const { log, sessions } = server.maru.platform;
  for (let index = 0; index < 50; index++) {
    await log.commit((tx) => sessions.open(tx, Number(person.id), { userAgent: "", ip: "" }));
  }
  expect((await as(person).get("/me")).statusCode).toBe(401);
});
