import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { givenChat, type MessageJson, opened, sent } from "../../../test/chats.ts";
import { openPages } from "../../../test/open-pages.ts";
import { startPushService } from "../../../test/push-service.ts";
import { givenPicture } from "../../../test/test-picture.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer({ MARU_EGRESS_LOOPBACK: "on" });
const { as, given, settle } = server;
const pages = openPages(server);
let service: Awaited<ReturnType<typeof startPushService>>;
let elsewhere: { person: Person; chatId: string };
let minji: Person;
let doyun: Person;

beforeAll(async () => {
  service = await startPushService();
  const [person, other] = [await given.person(), await given.person()];
  elsewhere = { person, chatId: (await givenChat(server, person, other)).id };
});
afterAll(() => service?.stop());
beforeEach(async () => {
  [minji, doyun] = [await given.person(), await given.person()];
  await as(doyun).put("/push/subscription", service.subscription(doyun.handle));
});

const query = (text: string, values: unknown[] = []) => server.maru.platform.pool.query(text, values);
/** Lets the time pass after which somebody is told. What others write meanwhile has it looked at. */
async function later(): Promise<void> {
  await settle();
  await query("update chat_member set push_at = now() where push_at is not null");
  await sent(server, elsewhere.person, elsewhere.chatId, "다른 곳");
}
const told = (chatId: string) =>
  service.deliveries
    .filter(({ payload }) => payload["tag"] === `chat-${chatId}`)
    .map(({ payload }) => payload);
/** What was sent last is handled before it: nothing of the chat is on its way any more. */
async function untilQuiet(): Promise<void> {
  await later();
  await expect
    .poll(async () => (await query("select from chat_member where push_at is not null")).rowCount)
    .toBe(0);
  await server.arrived();
}

test("whoever is away is told of the newest, once for each chat, until it was read", async () => {
  const chat = await givenChat(server, minji, doyun);
  await sent(server, minji, chat.id, "있어요?");
  await sent(server, minji, chat.id, "사진 보냈어요", { mediaIds: [await givenPicture(server, minji)] });
  await later();
  await expect.poll(() => told(chat.id)).toHaveLength(1);
  expect(told(chat.id)[0]).toMatchObject({
    title: minji.handle,
    body: "사진 보냈어요",
    url: `/chat/${chat.id}`,
    locale: "ko",
  });
  await sent(server, minji, chat.id, "또 하나");
  await as(doyun).put(`/chats/${chat.id}/read`, { seq: 3 });
  await untilQuiet();
  expect(told(chat.id)).toHaveLength(1);
});

test("nobody is told of their own, of a chat or a person they have muted, or with the site open", async () => {
  const chat = await givenChat(server, minji, doyun);
  await sent(server, doyun, chat.id, "내 것");
  await as(doyun).patch(`/chats/${chat.id}`, { muted: true });
  await sent(server, minji, chat.id, "조용히");
  await as(doyun).patch(`/chats/${chat.id}`, { muted: false });
  await as(doyun).put(`/accounts/${minji.handle}/mute`);
  await sent(server, minji, chat.id, "더 조용히");
  await as(doyun).delete(`/accounts/${minji.handle}/mute`);
  const page = pages.open({ auth: { token: doyun.token } });
  await once(page as never, "connect");
  await sent(server, minji, chat.id, "보고 있죠?");
  await untilQuiet();
  expect(told(chat.id)).toEqual([]);
});

test("a group says who, in the language of whoever is told; a picture alone is named", async () => {
  await as(doyun).patch("/me", { settings: { directChats: "everyone", locale: "en" } });
  const sua = await given.person();
  await as(sua).patch("/me", { settings: { directChats: "everyone" } });
  const chat = await opened(server, minji, { people: [doyun.handle, sua.handle], name: "산책" });
  await sent(server, sua, chat.id, "", { mediaIds: [await givenPicture(server, sua)] });
  await later();
  await expect
    .poll(() => told(chat.id))
    .toMatchObject([{ title: `산책 · ${sua.handle}`, body: "Sent a photo.", locale: "en" }]);
});

test("a link gets a preview after it was sent, and loses it with an edit", async () => {
  const site: Server = createServer((_request, response) =>
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end("<title>잔디 정원</title><meta property='og:description' content='커밋을 화분으로'>"),
  ).listen(0, "127.0.0.1");
  await once(site, "listening");
  try {
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/garden`;
    const chat = await givenChat(server, minji, doyun);
    expect((await sent(server, minji, chat.id, `이거 보세요 ${url}`)).link).toBeNull();
    const first = async () =>
      (await as(doyun).get(`/chats/${chat.id}/messages`)).json<{ items: MessageJson[] }>().items[0]!;
    await expect.poll(first).toMatchObject({
      revision: 1,
      link: { url, title: "잔디 정원", description: "커밋을 화분으로" },
    });
    // A page that is known is shown at once.
    expect((await sent(server, doyun, chat.id, `${url} 저도 봤어요`)).link).toMatchObject({
      title: "잔디 정원",
    });
    await as(minji).patch(`/chats/${chat.id}/messages/1`, { text: "아니에요" });
    expect((await first()).link).toBeNull();
  } finally {
    site.close();
  }
});
