import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPushService } from "../../../test/push-service.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createPush, type Push } from "../../platform/push/push.ts";

const server = testServer({ MARU_EGRESS_LOOPBACK: "on" });
const { as, given } = server;
let service: Awaited<ReturnType<typeof startPushService>>;
/** Takes requests and never answers. */
let silent: Server;
let asked = 0;
let push: Push;

beforeAll(async () => {
  service = await startPushService();
  silent = createServer(() => void asked++).listen(0, "127.0.0.1");
  await once(silent, "listening");
  // Only this one sends: nothing goes out before a test wakes it.
  push = await createPush(server.maru.platform);
});
afterAll(async () => {
  await push?.stop();
  silent?.closeAllConnections();
  silent?.close();
  await service?.stop();
});

const query = (text: string, values: unknown[] = []) => server.maru.platform.pool.query(text, values);
const subscribe = (person: Person, name: string) =>
  as(person).put("/push/subscription", service.subscription(name));
const rowsOf = async (person: Person) =>
  (await query("select id, endpoint from push_subscription where account_id = $1 order by id", [person.id]))
    .rows as { id: number; endpoint: string }[];

/** Puts a message down that nobody sends before it is woken. */
async function waits(person: Person, topic: string): Promise<void> {
  await server.maru.platform.db
    .transaction()
    .execute((tx) => push.enqueue(tx, Number(person.id), { topic, payload: { title: topic }, seconds: 600 }));
}
/** As a message that was tried already and will be again. */
async function waitsLong(person: Person, topic: string): Promise<void> {
  await server.maru.platform.db.transaction().execute(async (tx) => {
    await push.enqueue(tx, Number(person.id), { topic, payload: { title: topic }, seconds: 86_400 });
    await sql`update push_message set due_at = now() + interval '1 hour'`.execute(tx);
  });
}
const titles = () => service.deliveries.map(({ payload }) => payload["title"]);

test("what waits for one person is not handed to the next at the same browser", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  await subscribe(ann, "shared");
  await waitsLong(ann, "for Ann only");
  await subscribe(ben, "shared");
  expect((await query("select payload from push_message")).rows).toEqual([]);
  // The same person with the same browser misses nothing.
  await waitsLong(ben, "for Ben");
  await subscribe(ben, "shared");
  expect((await query("select payload from push_message")).rows).toEqual([{ payload: { title: "for Ben" } }]);
  await query("delete from push_message");
});

test("many browsers at the same moment are no more than one after the other, and none fails", async () => {
  const person = await given.person();
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => subscribe(person, `at-once-${index}`)),
  );
  expect([...new Set(answers.map((one) => one.statusCode))]).toEqual([204]);
  expect(await rowsOf(person)).toHaveLength(20);
});

test("one browser that everybody wants at the same moment is one person's, and none fails", async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => given.person()));
  const answers = await Promise.all(
    [...people, ...people].flatMap((person) => [
      subscribe(person, "wanted-a"),
      subscribe(person, "wanted-b"),
    ]),
  );
  expect([...new Set(answers.map((one) => one.statusCode))]).toEqual([204]);
  expect((await query("select 1 from push_subscription where endpoint like '%/wanted-_'")).rowCount).toBe(2);
});

test("a browser that subscribes while its session ends is told of nothing", async () => {
  for (let round = 0; round < 10; round++) {
    const person = await given.person();
    const [subscribed, ended] = await Promise.all([
      subscribe(person, `ending-${round}`),
      as(person).delete("/sessions/current"),
    ]);
    expect([204, 401, 404]).toContain(subscribed.statusCode);
    expect(ended.statusCode).toBe(204);
    expect(await rowsOf(person)).toEqual([]);
  }
});

test("push services that never answer hold up their own person alone", async () => {
  const [slow, quick] = [await given.person(), await given.person()];
  const origin = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  for (let number = 0; number < 20; number++) {
    const { keys } = service.subscription("x");
    await as(slow).put("/push/subscription", { endpoint: `${origin}/${number}`, keys });
  }
  await subscribe(quick, "quick");
  for (let number = 0; number < 3; number++) await waits(slow, `slow-${number}`);
  await waits(quick, "quick");
  const began = Date.now();
  push.start();
  await expect.poll(titles, { timeout: 5_000 }).toContain("quick");
  await waits(quick, "later");
  push.wake();
  await expect.poll(titles, { timeout: 5_000 }).toContain("later");
  expect(Date.now() - began).toBeLessThan(9_000);
  expect(asked).toBeGreaterThan(0);
  silent.closeAllConnections();
  await query("delete from push_message");
});

test("a browser that cannot be told is left alone with everything else that waits for it", async () => {
  const person = await given.person();
  await subscribe(person, "failing");
  for (let number = 0; number < 5; number++) await waits(person, `failing-${number}`);
  // However soon it says that it can be asked again.
  service.answerNext(...Array.from({ length: 5 }, () => ({ status: 503, retryAfter: "0.001" })));
  const before = service.requests();
  push.start();
  const due = "select 1 from push_message where due_at <= now()";
  await expect.poll(async () => (await query(due)).rowCount).toBe(0);
  // Another process may have tried one of its own at the same moment.
  expect(service.requests() - before).toBeLessThanOrEqual(2);
});
