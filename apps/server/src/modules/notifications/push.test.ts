import { afterAll, beforeAll, expect, test } from "vitest";
import { startPushService } from "../../../test/push-service.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createPush, type Push } from "../../platform/push/push.ts";

const server = testServer({ MARU_EGRESS_LOOPBACK: "on" });
const { as, given, settle } = server;
let service: Awaited<ReturnType<typeof startPushService>>;
/** Another process of the site. */
let another: Push;

beforeAll(async () => {
  service = await startPushService();
  another = await createPush(server.maru.platform);
  another.start();
});
afterAll(async () => {
  await another?.stop();
  await service?.stop();
});

const query = (text: string, values: unknown[] = []) => server.maru.platform.pool.query(text, values);
const subscribe = (person: Person, name = person.handle) =>
  as(person).put("/push/subscription", service.subscription(name));
const subscriptionsOf = async (person: Person) =>
  (await query("select endpoint from push_subscription where account_id = $1 order by id", [person.id])).rows;
const waiting = async () => (await query("select attempts from push_message")).rows as { attempts: number }[];
/** Tries what waits once more, now. */
async function again(change = "due_at = now()"): Promise<void> {
  // The attempt under way says last when the next one is due.
  await server.arrived();
  await query(`update push_message set ${change}`);
  another.wake();
}
/** What was delivered to a browser of the person since. */
const deliveredTo = (person: Person) =>
  service.deliveries.filter(({ payload }) => String(payload["title"]).includes(person.handle));

test("a like reaches the browser, encrypted and signed, in the person's language", async () => {
  const [author, ben] = [await given.person(), await given.person()];
  expect((await subscribe(author)).statusCode).toBe(204);
  const post = await given.post(author, "새 방석을\n  허락해 주셨어요");
  await as(ben).put(`/posts/${post.id}/like`);
  await expect.poll(() => deliveredTo(ben)).toHaveLength(1);
  const [{ payload, headers, claims, key }] = deliveredTo(ben) as [ReturnType<typeof deliveredTo>[number]];
  expect(payload).toMatchObject({
    title: `${ben.handle} 님이 내 글을 좋아해요.`,
    body: "새 방석을 허락해 주셨어요",
    url: `/posts/${post.id}`,
    unread: 1,
    locale: "ko",
  });
  expect(headers).toMatchObject({ "content-encoding": "aes128gcm", topic: payload["tag"] });
  expect(claims.aud).toBe(service.origin);
  expect(claims.sub).toBe("mailto:maru@localhost");
  expect((await as(null).get("/push/key")).json()).toEqual({ key });
  await expect.poll(waiting).toEqual([]);
});

test("English is spoken to whoever chose it, and many likes are few pushes", async () => {
  const author = await given.person();
  await as(author).patch("/me", { settings: { locale: "en" } });
  await subscribe(author);
  const post = await given.post(author, "hello");
  const likers = await Promise.all(Array.from({ length: 5 }, () => given.person()));
  await as(likers[0]!).put(`/posts/${post.id}/like`);
  await expect.poll(() => deliveredTo(likers[0]!)).toHaveLength(1);
  expect(deliveredTo(likers[0]!)[0]!.payload["title"]).toBe(`${likers[0]!.handle} liked your post.`);
  const before = service.requests();
  for (const liker of likers.slice(1)) await as(liker).put(`/posts/${post.id}/like`);
  await settle();
  await server.arrived();
  expect(service.requests()).toBe(before);
  const other = await given.person();
  await as(likers[1]!).delete(`/posts/${post.id}/like`);
  await as(other).put(`/posts/${post.id}/like`);
  await settle();
  // The quiet time is over, and something else happens.
  await query("update notification set push_at = now() where push_at is not null and account_id = $1", [
    author.id,
  ]);
  await as(likers[0]!).put(`/accounts/${author.handle}/follow`);
  await expect
    .poll(() => deliveredTo(other).map(({ payload }) => payload["title"]))
    .toEqual([`${other.handle} and 4 others liked your post.`]);
});

test("nothing is pushed of what was read, withdrawn, turned away or switched off meanwhile", async () => {
  const [author, ben, cho, dan] = await Promise.all(Array.from({ length: 4 }, () => given.person()));
  await subscribe(author!);
  await as(author!).put(`/accounts/${ben!.handle}/mute`);
  await as(author!).patch("/notifications/settings", { kinds: { follow: false } });
  const post = await given.post(author!, "글");
  await as(ben!).put(`/posts/${post.id}/like`);
  await as(cho!).put(`/accounts/${author!.handle}/follow`);
  await settle();
  await server.arrived();
  expect([...deliveredTo(ben!), ...deliveredTo(cho!)]).toEqual([]);
  await as(dan!).post(`/posts/${post.id}/comments`, { text: "이건 들려야 해요" });
  await expect.poll(() => deliveredTo(dan!)).toHaveLength(1);
});

test("a busy push service is asked again, and one that knows no such browser never", async () => {
  const [author, ben] = [await given.person(), await given.person()];
  await subscribe(author);
  const post = await given.post(author, "글");
  service.answerNext({ status: 503 }, { status: 429, retryAfter: "1800" });
  const secondsLeft = async () =>
    (await query("select extract(epoch from due_at - now())::int as wait from push_message")).rows[0]
      .wait as number;
  await as(ben).post(`/posts/${post.id}/comments`, { text: "댓글" });
  await expect.poll(waiting).toEqual([{ attempts: 1 }]);
  await again();
  await expect.poll(waiting).toEqual([{ attempts: 2 }]);
  await expect.poll(secondsLeft).toBeGreaterThan(1700);
  expect(deliveredTo(ben)).toEqual([]);

  service.answerNext({ status: 410 });
  await again();
  await expect.poll(() => subscriptionsOf(author)).toEqual([]);
  expect(await waiting()).toEqual([]);
});

test("a message is given up after a few attempts, and at once when it is refused", async () => {
  const [author, ben] = [await given.person(), await given.person()];
  await subscribe(author);
  const post = await given.post(author, "글");
  service.answerNext({ status: 413 });
  const before = service.requests();
  await as(ben).post(`/posts/${post.id}/comments`, { text: "댓글" });
  await expect.poll(service.requests).toBe(before + 1);
  await expect.poll(waiting).toEqual([]);
  expect(await subscriptionsOf(author)).toHaveLength(1);

  await as(ben).put(`/accounts/${author.handle}/follow`);
  await expect.poll(() => deliveredTo(ben)).toHaveLength(1);
  service.answerNext({ status: 500 });
  await as(ben).put(`/posts/${post.id}/like`);
  await expect.poll(waiting).toEqual([{ attempts: 1 }]);
  service.answerNext({ status: 500 });
  await again("due_at = now(), attempts = 4");
  await expect.poll(waiting).toEqual([]);
  expect(await subscriptionsOf(author)).toHaveLength(1);
  expect(deliveredTo(ben)).toHaveLength(1);
});

test("a browser hears of nothing once it is signed out or subscribed by somebody else", async () => {
  const [author, ben] = [await given.person(), await given.person()];
  await subscribe(author, "shared");
  await subscribe(ben, "shared");
  expect(await subscriptionsOf(author)).toEqual([]);
  expect(await subscriptionsOf(ben)).toHaveLength(1);
  // Another's subscription is not one's own to end.
  const endpoint = service.subscription("shared").endpoint;
  expect((await as(author).delete("/push/subscription", { endpoint })).statusCode).toBe(204);
  expect(await subscriptionsOf(ben)).toHaveLength(1);
  await as(ben).delete("/sessions/current");
  expect(await subscriptionsOf(ben)).toEqual([]);
  await subscribe(author, "own");
  await as(author).delete("/push/subscription", { endpoint: service.subscription("own").endpoint });
  expect(await subscriptionsOf(author)).toEqual([]);
});

test("a person has so many browsers and no more", async () => {
  const author = await given.person();
  for (let number = 0; number < 25; number++) await subscribe(author, `browser-${number}`);
  const left = await subscriptionsOf(author);
  expect(left).toHaveLength(20);
  expect(left.at(-1).endpoint).toMatch(/browser-24$/);
});

test.each([
  ["no address", "nothing"],
  ["no https", "http://push.example/x"],
  ["the network around", "https://10.0.0.8/x"],
  ["the cloud's own address", "https://169.254.169.254/latest"],
  ["a mapped address", "https://[::ffff:10.0.0.1]/x"],
  ["a password", "https://user:secret@push.example/x"],
  ["another scheme", "file:///etc/passwd"],
])("a subscription with %s is refused", async (_name, endpoint) => {
  const person = await given.person();
  const answer = await as(person).put("/push/subscription", { ...service.subscription("x"), endpoint });
  expect(answer.statusCode).toBe(422);
});

test("keys that are none are refused, and nobody subscribes without signing in", async () => {
  const person = await given.person();
  const { endpoint, keys } = service.subscription("x");
  const bad = (more: object) =>
    as(person).put("/push/subscription", { endpoint, keys: { ...keys, ...more } });
  expect((await bad({ p256dh: "B".repeat(87) })).statusCode).toBe(422);
  expect((await bad({ p256dh: "short" })).statusCode).toBe(400);
  expect((await bad({ auth: "x" })).statusCode).toBe(400);
  expect((await as(null).put("/push/subscription", { endpoint, keys })).statusCode).toBe(401);
});
