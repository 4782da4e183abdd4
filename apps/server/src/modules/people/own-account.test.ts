import { expect, test } from "vitest";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
const pool = () => server.maru.platform.pool;
const picture = async (owner: Person) => {
  const variants = [{ url: "/media/x.jpg", width: 10, height: 10, type: "image/jpeg" }];
  const { rows } = await pool().query(
    "insert into media (owner_id, hash, width, height, bytes, placeholder, variants) values ($1, 'x', 10, 10, 1, '', $2) returning id",
    [owner.id, JSON.stringify(variants)],
  );
  return String(rows[0].id);
};

test("a person edits their profile and settings, and others see the profile only", async () => {
  const [a, b] = [await given.person(), await given.person()];
  expect((await as(a).get("/me")).json()).toMatchObject({
    email: `${a.handle}@example.test`,
    settings: {},
    account: { relationship: null },
  });
  await as(b).get(`/accounts/${a.handle}`);
  const avatarId = await picture(a);
  const changed = await as(a).patch("/me", {
    displayName: " 새 이름 ",
    bio: "하나\r\n\n\n\n둘",
    links: [{ url: "https://예시.한국/a b" }, { label: "집", url: "http://example.test" }],
    avatarId,
    settings: { locale: "ko", theme: "dark" },
  });
  expect(changed.statusCode).toBe(200);
  expect(changed.json()).toMatchObject({
    account: {
      displayName: "새 이름",
      bio: "하나\n\n둘",
      avatar: { id: avatarId, url: "/media/x.jpg" },
      links: [
        { label: "xn--vv4b11d.xn--3e0b707e", url: "https://xn--vv4b11d.xn--3e0b707e/a%20b" },
        { label: "집", url: "http://example.test/" },
      ],
    },
    settings: { locale: "ko", theme: "dark" },
  });
  const seen = await as(b).get(`/accounts/${a.handle}`);
  expect(seen.json()).toMatchObject({ displayName: "새 이름", avatar: { id: avatarId } });
  expect(seen.body).not.toMatch(/settings|email|@example/);

  await as(a).patch("/me", { settings: { shortcuts: false }, avatarId: null });
  expect((await as(a).get("/me")).json()).toMatchObject({
    account: { avatar: null, displayName: "새 이름" },
    settings: { locale: "ko", theme: "dark", shortcuts: false },
  });
});

test.each([
  [{ displayName: "a\u202Eb" }, 422],
  [{ displayName: "" }, 400],
  [{ bio: "x".repeat(501) }, 422],
  [{ bio: "a\u0000" }, 422],
  [{ links: Array.from({ length: 6 }, () => ({ url: "https://a.test" })) }, 400],
  [{ links: [{ url: "javascript:alert(1)" }] }, 422],
  [{ links: [{ url: " java\nscript:alert(1)" }] }, 422],
  [{ links: [{ url: "https://user:secret@a.test" }] }, 422],
  [{ links: [{ url: "https://a.test", rel: "me" }] }, 400],
  [{ settings: { theme: "neon" } }, 400],
  [{ settings: { admin: true } }, 400],
  [{ settings: null }, 400],
  [{ handle: "other" }, 400],
  [{ isPrivate: "yes" }, 400],
  [{ avatarId: 7 }, 400],
  [{ avatarId: "1" }, 422],
  [[], 400],
])("%j is refused with %d and changes nothing", async (body, status) => {
  const person = await given.person();
  const before = (await as(person).get("/me")).body;
  const answer = await as(person).patch("/me", body);
  expect(answer.statusCode).toBe(status);
  expect((await as(person).get("/me")).body).toBe(before);
});

test("another's picture is nobody's avatar", async () => {
  const [a, b] = [await given.person(), await given.person()];
  const id = await picture(b);
  for (const field of ["avatarId", "headerId"]) {
    const answer = await as(a).patch("/me", { [field]: id, displayName: "changed" });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toMatchObject([{ field }]);
  }
  expect((await as(a).get("/me")).json().account).toMatchObject({
    displayName: a.handle,
    avatar: null,
    header: null,
  });
});

test("changing the password ends the other sessions, and takes the old one", async () => {
  const person = await given.person();
  const other = (await as(null).post("/sessions", { login: person.handle, password: person.password })).json<{
    token: string;
  }>().token;
  const change = (current: string, next: string) => as(person).put("/me/password", { current, next });
  expect((await change("not this one", "another good one")).statusCode).toBe(403);
  expect((await change(person.password, "12345678")).statusCode).toBe(422);
  expect((await as({ ...person, token: other }).get("/me")).statusCode).toBe(200);

  expect((await change(person.password, "another good one")).statusCode).toBe(204);
  expect((await as(person).get("/me")).statusCode).toBe(200);
  expect((await as({ ...person, token: other }).get("/me")).statusCode).toBe(401);
  const signIn = async (password: string) =>
    (await as(null).post("/sessions", { login: person.handle, password })).statusCode;
  expect(await signIn(person.password)).toBe(401);
  expect(await signIn("another good one")).toBe(201);
});

test("a sign-in with the old password while it changes leaves no session behind", async () => {
  const person = await given.person();
  const signIns = Array.from({ length: 4 }, () =>
    as(null).post("/sessions", { login: person.handle, password: person.password }),
  );
  await as(person).put("/me/password", { current: person.password, next: "another good one" });
  const tokens = (await Promise.all(signIns))
    .map((answer) => answer.json<{ token?: string }>().token)
    .filter((token) => token !== undefined);
  for (const token of tokens) expect((await as({ ...person, token }).get("/me")).statusCode).toBe(401);
  expect((await as(person).get("/sessions")).json().items).toHaveLength(1);
});

test("without a mail server the answer says that the link is in the log", async () => {
  const person = await given.person();
  const { handle, password } = person;
  const asked = await as(null).post("/password-resets", { login: handle });
  expect([asked.statusCode, asked.json()]).toEqual([202, { delivery: "log" }]);
  const changed = await as(person).put("/me/email", { password, email: `new-${handle}@example.test` });
  expect([changed.statusCode, changed.json()]).toEqual([202, { delivery: "log" }]);
});
