import { afterAll, expect, test } from "vitest";
import { startMailSink, textOf } from "../../../test/mail-sink.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createFeatures } from "../../features.ts";
import { nextDigest } from "./digest-time.ts";

const sink = await startMailSink(0);
afterAll(() => sink.stop());
const server = testServer({
  MARU_SMTP_URL: sink.url,
  MARU_ORIGIN: "https://maru.example",
  MARU_SITE_NAME: "Maru",
});
const { as, given, settle } = server;

const query = (text: string, values: unknown[]) => server.maru.platform.pool.query(text, values);

/** A day passes for somebody, and every process of the site does its round at the same moment. */
async function rounds(person: Person, processes = 1): Promise<void> {
  await settle();
  await query("update notification_settings set digest_at = now() where account_id = $1", [person.id]);
  const all = await Promise.all(
    Array.from({ length: processes }, () => createFeatures(server.maru.platform, [])),
  );
  await Promise.all(all.map(({ jobs }) => jobs.find(({ name }) => name === "digests")!.work()));
}

async function wantsMail(more: object = {}): Promise<Person> {
  const person = await given.person();
  await as(person).patch("/me", { settings: more });
  const answer = await as(person).patch("/notifications/settings", { digest: true });
  expect(answer.json()).toMatchObject({ digest: true, digestAvailable: true });
  return person;
}
const isOn = async (person: Person) =>
  (await as(person).get("/notifications/settings")).json<{ digest: boolean }>().digest;
/** Folded header lines put together again. */
const headOf = (mail: string) => mail.slice(0, mail.indexOf("\r\n\r\n")).replace(/\r\n\s+/g, " ");
const subjectOf = (mail: string) => /^Subject: (.*)$/m.exec(headOf(mail))![1]!;

test("once a day, what is unread and was not mailed before, however many processes look", async () => {
  const author = await wantsMail({ locale: "en" });
  const [ben, cho] = [await given.person(), await given.person()];
  const post = await given.post(author, "The cushion is approved");
  await as(ben).put(`/posts/${post.id}/like`);
  const read = await given.post(ben, `@${author.handle} look`);
  await settle();
  const [newest] = (await as(author).get("/notifications")).json<{ items: { id: string }[] }>().items;
  await as(author).post("/notifications/read", { upTo: newest!.id });
  await as(cho).put(`/posts/${post.id}/like`);
  await as(cho).post(`/posts/${post.id}/comments`, { text: "well done" });
  await rounds(author, 3);
  const mail = await sink.next();
  expect(mail).toContain(`To: ${author.handle}@example.test`);
  expect(subjectOf(mail)).toContain("2 notifications to read");
  const text = textOf(mail);
  expect(text).toContain(`${cho.handle} commented on your post.`);
  expect(text).toContain("“well done”");
  expect(text).toContain(`https://maru.example/posts/${post.id}`);
  expect(text).not.toContain(read.id);
  expect(sink.waiting()).toBe(0);

  // Still unread, but told of.
  await rounds(author);
  expect(sink.waiting()).toBe(0);
  await as(ben).put(`/accounts/${author.handle}/follow`);
  await rounds(author);
  const second = textOf(await sink.next());
  expect(second).toContain(`${ben.handle} followed you.`);
  expect(second).not.toContain("commented");
  await rounds(author);
  expect(sink.waiting()).toBe(0);
});

test("nobody gets it who did not ask, and nothing of people who are muted", async () => {
  const author = await wantsMail();
  const [ben, cho] = [await given.person(), await given.person()];
  await as(author).put(`/accounts/${ben.handle}/mute`);
  await as(ben).put(`/accounts/${author.handle}/follow`);
  await as(ben).put(`/accounts/${cho.handle}/follow`);
  await rounds(author);
  await rounds(cho);
  expect(sink.waiting()).toBe(0);
});

test("each e-mail has its own end: for the mail program by one POST, for people by a page", async () => {
  const [author, ben] = [await wantsMail(), await given.person()];
  await as(ben).put(`/accounts/${author.handle}/follow`);
  await rounds(author);
  const mail = await sink.next();
  expect(textOf(mail)).toContain("아직 읽지 않은 소식이에요");
  expect(headOf(mail)).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  const address = /^List-Unsubscribe: <https:\/\/maru\.example(\/api\/v1\/digest\/[^>]+)>$/m.exec(
    headOf(mail),
  )![1]!;

  const shown = await as(null).get(`/${address}`);
  expect([shown.statusCode, shown.headers.location]).toEqual([
    303,
    address.replace("/api/v1/digest/", "/digest/"),
  ]);
  expect(await isOn(author)).toBe(true);
  const forged = address.replace(/\/(\d+)\./, `/${ben.id}.`);
  expect((await as(null).post(`/${forged}`)).statusCode).toBe(404);
  const form = {
    payload: "List-Unsubscribe=One-Click",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };
  for (const more of [form, form, {}]) {
    expect((await as(null).post(`/${address}`, undefined, more)).statusCode).toBe(204);
    expect(await isOn(author)).toBe(false);
  }
  const huge = { ...form, payload: "x".repeat(10_000) };
  expect((await as(null).post(`/${address}`, undefined, huge)).statusCode).toBe(413);
});

test.each([
  ["2026-11-21T10:00:00Z", 23, "2026-11-21T23:00:00.000Z"],
  ["2026-11-21T23:00:00Z", 23, "2026-11-22T23:00:00.000Z"],
  ["2026-12-31T08:30:00Z", 8, "2027-01-01T08:00:00.000Z"],
])("after %s the next hour %i is %s", (now, hour, next) =>
  expect(nextDigest(new Date(now), hour).toISOString()).toBe(next),
);
