import { afterAll, expect, test } from "vitest";
import { startMailSink, textOf } from "../../../test/mail-sink.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const sink = await startMailSink(0);
afterAll(() => sink.stop());
const server = testServer({ MARU_SMTP_URL: sink.url, MARU_ORIGIN: "https://maru.example" });
const { as, given } = server;
let count = 0;
const newAddress = () => `new-${++count}@example.test`;
const ask = (person: Person, email: string, password = person.password) =>
  as(person).put("/me/email", { password, email }, { headers: { host: "evil.test" } });
const confirm = (token: string) => as(null).put(`/email-changes/${token}`);
const emailOf = async (person: Person) => (await as(person).get("/me")).json<{ email: string }>().email;
const recipient = (mail: string) => /^To: <?([^>\r]+)>?/m.exec(mail)![1]!;

/** The two mails of a request: the token that went to the new address, and what the old one was told. */
async function mailed(email: string) {
  const mails = [await sink.next(), await sink.next()];
  const toNew = mails.find((mail) => recipient(mail) === email)!;
  const toOld = mails.find((mail) => mail !== toNew)!;
  return { token: /https:\/\/maru\.example\/email\/([\w-]{43})\s/.exec(textOf(toNew))![1]!, toOld };
}

test("a new address takes the place of the old one when its link is opened, once, and the old one is told", async () => {
  const person = await given.person();
  const email = newAddress();
  const answer = await ask(person, email.toUpperCase());
  expect([answer.statusCode, answer.json()]).toEqual([202, { delivery: "mail" }]);
  const { token, toOld } = await mailed(email);
  expect(recipient(toOld)).toBe(`${person.handle}@example.test`);
  expect(textOf(toOld)).toContain(email);
  expect(textOf(toOld)).not.toContain(token);
  expect(await emailOf(person)).toBe(`${person.handle}@example.test`);
  const stored = await server.maru.platform.pool.query("select token_hash from email_change");
  expect(JSON.stringify(stored.rows)).not.toContain(token);

  const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(token)));
  expect(answers.map((one) => one.statusCode).sort((a, b) => a - b)).toEqual([200, 404, 404, 404, 404, 404]);
  expect(answers.find((one) => one.statusCode === 200)!.json()).toEqual({ email });
  expect(await emailOf(person)).toBe(email);
  expect(recipient(await sink.next())).toBe(`${person.handle}@example.test`);
  expect((await confirm(token)).statusCode).toBe(404);
  const signIn = await as(null).post("/sessions", { login: email, password: person.password });
  expect(signIn.statusCode).toBe(201);
});

test("asking needs the password, and an address that is nobody's", async () => {
  const [a, b] = [await given.person(), await given.person()];
  expect((await ask(a, newAddress(), "not this one")).statusCode).toBe(403);
  expect((await ask(a, `${b.handle}@Example.test`)).statusCode).toBe(409);
  expect((await ask(a, "no address")).statusCode).toBe(400);
  expect((await as(null).put("/me/email", { password: "x", email: newAddress() })).statusCode).toBe(401);
  expect(sink.waiting()).toBe(0);
});

test("of two requests the later one counts, and a new password ends both", async () => {
  const person = await given.person();
  const [first, second] = [newAddress(), newAddress()];
  await ask(person, first);
  const one = await mailed(first);
  await ask(person, second);
  const two = await mailed(second);
  expect((await confirm(one.token)).statusCode).toBe(404);
  await as(person).put("/me/password", { current: person.password, next: "another good one" });
  expect((await confirm(two.token)).statusCode).toBe(404);
  expect(await emailOf(person)).toBe(`${person.handle}@example.test`);
});

test("an address that somebody took in the meantime stays theirs, and a reset to the old one ends", async () => {
  const [a, b] = [await given.person(), await given.person()];
  const email = newAddress();
  await ask(a, email);
  const mine = await mailed(email);
  await ask(b, email);
  const theirs = await mailed(email);
  const [first, second] = await Promise.all([confirm(mine.token), confirm(theirs.token)]);
  expect([first.statusCode, second.statusCode].sort((x, y) => x - y)).toEqual([200, 409]);
  const [winner, loser] = first.statusCode === 200 ? [a, b] : [b, a];
  expect(await emailOf(winner)).toBe(email);
  expect(await emailOf(loser)).toBe(`${loser.handle}@example.test`);
  await sink.next();

  await as(null).post("/password-resets", { login: loser.handle });
  const reset = /reset\/([\w-]{43})\s/.exec(textOf(await sink.next()))![1]!;
  const next = newAddress();
  await ask(loser, next);
  await confirm((await mailed(next)).token);
  await sink.next();
  const late = await as(null).put(`/password-resets/${reset}`, { password: "another good one" });
  expect(late.statusCode).toBe(404);
});

test("a link is over after an hour, and a made-up one never began", async () => {
  const person = await given.person();
  const email = newAddress();
  await ask(person, email);
  const { token } = await mailed(email);
  await server.maru.platform.pool.query("update email_change set expires_at = now() where account_id = $1", [
    person.id,
  ]);
  for (const made of [token, "x".repeat(43), "short", "%00"])
    expect((await confirm(made)).statusCode).toBe(404);
  expect(await emailOf(person)).toBe(`${person.handle}@example.test`);
});
