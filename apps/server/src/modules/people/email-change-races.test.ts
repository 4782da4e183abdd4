import { afterAll, expect, test } from "vitest";
import { startMailSink, textOf } from "../../../test/mail-sink.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const sink = await startMailSink(0);
afterAll(() => sink.stop());
const server = testServer({ MARU_SMTP_URL: sink.url, MARU_ORIGIN: "https://maru.example" });
const { as, given } = server;
const ask = (person: Person, email: unknown) =>
  as(person).put("/me/email", { password: person.password, email });
const confirm = (token: string) => as(null).put(`/email-changes/${token}`);
const emailOf = async (person: Person) => (await as(person).get("/me")).json<{ email: string }>().email;
const openLinks = async (person: Person) =>
  (
    await server.maru.platform.pool.query(
      "select 1 from email_change where account_id = $1 and used_at is null",
      [person.id],
    )
  ).rowCount;

/** The links of so many mails; those to old addresses have none. */
async function mailedTokens(mails: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let mail = 0; mail < mails; mail++) {
    const token = /\/email\/([\w-]{43})\s/.exec(textOf(await sink.next()))?.[1];
    if (token) tokens.push(token);
  }
  return tokens;
}

test("of many requests at the same moment one link is good, and no more", async () => {
  const person = await given.person();
  const { pool } = server.maru.platform;
  const holder = await pool.connect();
  const many = 5;
  const asking: ReturnType<typeof ask>[] = [];
  try {
    // All of them have come as far as to write before the first one may.
    await holder.query("begin; lock table email_change in share mode");
    for (let index = 0; index < many; index++) asking.push(ask(person, `at-once-${index}@example.test`));
    const waiting =
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    await expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(many);
  } finally {
    await holder.query("commit");
    holder.release();
  }
  const answers = await Promise.all(asking);
  expect(answers.map((one) => one.statusCode)).toEqual(answers.map(() => 202));
  expect(await openLinks(person)).toBe(1);
  const tokens = await mailedTokens(2 * many);
  expect(tokens).toHaveLength(many);
  const statuses = await Promise.all(tokens.map(async (token) => (await confirm(token)).statusCode));
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 404, 404, 404, 404]);
  await sink.next();
});

test("links that are opened while another is asked for and the password changes end well", async () => {
  for (let round = 0; round < 5; round++) {
    const person = await given.person();
    await ask(person, `first-${round}@example.test`);
    const [token] = await mailedTokens(2);
    const [opened, asked, changed] = await Promise.all([
      confirm(token!),
      ask(person, `second-${round}@example.test`),
      as(person).put("/me/password", { current: person.password, next: "another good one" }),
    ]);
    expect([200, 404]).toContain(opened.statusCode);
    expect([202, 403]).toContain(asked.statusCode);
    expect(changed.statusCode).toBe(204);
    const mails = (opened.statusCode === 200 ? 1 : 0) + (asked.statusCode === 202 ? 2 : 0);
    for (const late of await mailedTokens(mails)) expect((await confirm(late)).statusCode).toBe(404);
    const expected = opened.statusCode === 200 ? `first-${round}` : person.handle;
    expect(await emailOf(person)).toBe(`${expected}@example.test`);
  }
});

test("an address is one address: nothing else gets a mail or a line of its head", async () => {
  const person = await given.person();
  const long = `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.example`;
  for (const email of [
    "a@example.test\r\nBcc: victim@example.test",
    "a@example.test\nBcc: victim@example.test",
    "a@example.test, victim@example.test",
    "a@example.test victim@example.test",
    "Somebody <a@example.test>",
    "a@example.test\0",
    "a@b@example.test",
    "@example.test",
    `a@${"b".repeat(250)}.test`,
    long,
    "",
    null,
    1,
    ["a@example.test"],
    { address: "a@example.test" },
  ]) {
    const answer = await ask(person, email);
    expect([email, answer.statusCode]).toEqual([email, 400]);
  }
  const more = { password: person.password, email: "a@example.test", handle: "x" };
  expect((await as(person).put("/me/email", more)).statusCode).toBe(400);
  expect(await openLinks(person)).toBe(0);
  expect(sink.waiting()).toBe(0);
});

test("a link ends with the account", async () => {
  const person = await given.person();
  await ask(person, "gone@example.test");
  const [token] = await mailedTokens(2);
  const [opened, deleted] = await Promise.all([
    confirm(token!),
    as(person).delete("/me", { password: person.password }),
  ]);
  expect([200, 404]).toContain(opened.statusCode);
  expect(deleted.statusCode).toBe(204);
  if (opened.statusCode === 200) await sink.next();
  expect((await confirm(token!)).statusCode).toBe(404);
  const next = { handle: "next_one", displayName: "x", email: "gone@example.test", password: "good horse" };
  expect((await as(null).post("/accounts", next)).statusCode).toBe(201);
});
