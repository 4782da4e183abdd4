import { afterAll, expect, test } from "vitest";
import { startMailSink, textOf } from "../../../test/mail-sink.ts";
import { testServer } from "../../../test/test-server.ts";

const sink = await startMailSink(0);
afterAll(() => sink.stop());
const server = testServer({ MARU_SMTP_URL: sink.url, MARU_ORIGIN: "https://maru.example" });
const { as, given } = server;
const ask = (login: string) =>
  as(null).post("/password-resets", { login }, { headers: { host: "evil.test" } });
const redeem = (token: string, password = "another good one") =>
  as(null).put(`/password-resets/${token}`, { password });
const tokenIn = (mail: string) => /https:\/\/maru\.example\/reset\/([\w-]{43})\s/.exec(textOf(mail))![1]!;

test("a forgotten password is set anew by a mailed link, once, and every session ends", async () => {
  const person = await given.person();
  const answer = await ask(person.handle);
  expect(answer.statusCode).toBe(202);
  expect(answer.json()).toEqual({ delivery: "mail" });
  const mail = await sink.next();
  expect(mail).toContain(`To: ${person.handle}@example.test`);
  const token = tokenIn(mail);
  const stored = await server.maru.platform.pool.query(
    "select token_hash from password_reset where account_id = $1",
    [person.id],
  );
  expect(JSON.stringify(stored.rows)).not.toContain(token);

  expect((await redeem(token, "password123")).statusCode).toBe(422);
  expect((await redeem(token, person.handle)).statusCode).toBe(422);
  expect((await redeem(token)).statusCode).toBe(204);
  expect((await as(person).get("/me")).statusCode).toBe(401);
  expect((await redeem(token)).statusCode).toBe(404);
  const signIn = (password: string) => as(null).post("/sessions", { login: person.handle, password });
  expect((await signIn(person.password)).statusCode).toBe(401);
  expect((await signIn("another good one")).statusCode).toBe(201);
});

test("of many who try one link at a moment one gets in, and older links end with it", async () => {
  const { handle } = await given.person();
  await ask(`${handle}@EXAMPLE.test`);
  const first = tokenIn(await sink.next());
  await ask(handle);
  const second = tokenIn(await sink.next());
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => redeem(second, `a good password ${index}`)),
  );
  expect(answers.map((answer) => answer.statusCode).sort((a, b) => a - b)).toEqual([
    204, 404, 404, 404, 404, 404,
  ]);
  expect((await redeem(first)).statusCode).toBe(404);
});

test("an unknown login gets the same answer and no mail; a known one three at the most", async () => {
  const { handle, id } = await given.person();
  const known = await ask(handle);
  await sink.next();
  const unknown = await ask("nobody_here");
  expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
  for (let index = 0; index < 5; index++) {
    await ask(handle);
    await server.maru.arrived();
  }
  const { rows } = await server.maru.platform.pool.query(
    "select count(*) from password_reset where account_id = $1",
    [id],
  );
  expect(rows[0].count).toBe(3);
  await sink.next();
  await sink.next();
  expect(sink.waiting()).toBe(0);
});

test("a link is over after an hour, and a made-up one never began", async () => {
  const { handle, id } = await given.person();
  await ask(handle);
  const token = tokenIn(await sink.next());
  await server.maru.platform.pool.query(
    "update password_reset set expires_at = now() where account_id = $1",
    [id],
  );
  expect((await redeem(token)).statusCode).toBe(404);
  for (const made of ["x".repeat(43), "short", "%00"]) expect((await redeem(made)).statusCode).toBe(404);
});

test("a mail server that is busy is asked again", async () => {
  const { handle } = await given.person();
  sink.refuseNext(1);
  await ask(handle);
  expect(tokenIn(await sink.next())).toHaveLength(43);
});
