import type { Socket } from "socket.io-client";
import { expect, test } from "vitest";
import { type ChatJson, givenChat, type MessageJson, opened, sent } from "../../../test/chats.ts";
import { openPages } from "../../../test/open-pages.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
const pages = openPages(server);

/** An open page, and everything that it is told of chats. */
async function open(person: Person) {
  const socket = pages.open({ auth: { token: person.token }, forceNew: true });
  const told: Record<"message" | "chat" | "read" | "typing" | "presence", Record<string, unknown>[]> = {
    message: [],
    chat: [],
    read: [],
    typing: [],
    presence: [],
  };
  for (const [event, all] of Object.entries(told))
    socket.on(event, (payload: Record<string, unknown>) => all.push(payload));
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  return { socket, told };
}

const people = () => Promise.all([given.person(), given.person()]);
const send = (socket: Socket, body: object) =>
  socket.emitWithAck("message", body) as Promise<{ message?: MessageJson; error?: string; status?: number }>;

test("a message is acknowledged with its number, and heard on every page of both", async () => {
  const [minji, doyun] = await people();
  const chat = await givenChat(server, minji, doyun);
  const [phone, desk, other] = [await open(minji), await open(minji), await open(doyun)];
  const stranger = await open(await given.person());
  const { message } = await send(phone.socket, { chatId: chat.id, text: "들려요?", clientId: "one" });
  expect(message).toMatchObject({ chatId: chat.id, seq: 1, clientId: "one", author: { id: minji.id } });
  for (const { told } of [phone, desk, other])
    await expect.poll(() => told.message).toMatchObject([{ seq: 1, text: "들려요?" }]);
  await as(doyun).put(`/chats/${chat.id}/messages/1/reactions/${encodeURIComponent("👍")}`);
  await expect.poll(() => desk.told.message.at(-1)).toMatchObject({ seq: 1, revision: 1 });
  await as(minji).delete(`/chats/${chat.id}/messages/1`);
  await expect.poll(() => other.told.message.at(-1)).toMatchObject({ seq: 1, revision: 2, text: "" });
  expect(stranger.told.message).toEqual([]);
});

test("messages that come at once are heard in their order", async () => {
  const [minji, doyun] = await people();
  const chat = await givenChat(server, minji, doyun);
  const other = await open(doyun);
  const own = await open(minji);
  const names = Array.from({ length: 40 }, (_, index) => `m-${index}`);
  await Promise.all(
    names.map((clientId, index) =>
      index % 2 === 0
        ? send(own.socket, { chatId: chat.id, text: clientId, clientId })
        : sent(server, doyun, chat.id, clientId, { clientId }),
    ),
  );
  for (const { told } of [own, other]) {
    await expect.poll(() => told.message.length).toBe(40);
    expect(told.message.map(({ seq }) => seq)).toEqual(names.map((_, index) => index + 1));
  }
});

test("typing, reading and what becomes of the chat are heard by the other", async () => {
  const [minji, doyun] = await people();
  const chat = await givenChat(server, minji, doyun);
  await sent(server, doyun, chat.id, "안녕");
  const [own, other] = [await open(minji), await open(doyun)];
  expect(await own.socket.emitWithAck("typing", { chatId: chat.id })).toEqual({});
  await expect.poll(() => other.told.typing).toEqual([{ chatId: chat.id, accountId: minji.id }]);
  expect(await own.socket.emitWithAck("read", { chatId: chat.id, seq: 1 })).toEqual({
    readSeq: 1,
    unread: 0,
  });
  const read = { chatId: chat.id, accountId: minji.id, seq: 1 };
  await expect.poll(() => other.told.read).toEqual([read]);
  await expect.poll(() => own.told.read).toEqual([read]);
  await own.socket.emitWithAck("read", { chatId: chat.id, seq: 1 });
  await as(minji).put(`/chats/${chat.id}/status`, { status: "stopped" });
  await expect.poll(() => other.told.chat).toEqual([{ chatId: chat.id }]);
  expect(other.told.read).toHaveLength(1);
  expect(await own.socket.emitWithAck("typing", { chatId: chat.id })).toEqual({});
  const late = await send(other.socket, { chatId: chat.id, text: "늦음", clientId: "late" });
  expect(late).toMatchObject({ error: "chat-stopped", status: 409, chatStatus: "stopped" });
  // Nobody types into a chat that has ended.
  expect(other.told.typing).toHaveLength(1);
});

test("whoever one talks with is seen to come and go", async () => {
  const [minji, doyun] = await people();
  const chat = await givenChat(server, minji, doyun);
  const asked = await given.person();
  await opened(server, minji, { with: asked.handle, kind: "coffee" });
  const own = await open(minji);
  const other = await open(doyun);
  const pending = await open(asked);
  await expect.poll(() => own.told.presence).toEqual([{ accountId: doyun.id, online: true }]);
  expect((await as(minji).get(`/chats/${chat.id}`)).json<ChatJson>().online).toEqual([doyun.id]);
  other.socket.close();
  pending.socket.close();
  await expect
    .poll(() => own.told.presence.at(-1), { timeout: 10_000 })
    .toEqual({ accountId: doyun.id, online: false });
  expect(own.told.presence).toHaveLength(2);
});

test.each([
  ["message", {}],
  ["message", { text: "안녕", clientId: "a" }],
  ["message", { chatId: "1", text: "안녕", clientId: "a" }],
  ["message", { chatId: "CHAT", text: "안녕", clientId: "a" }],
  ["message", { chatId: "CHAT", text: "안녕", clientId: "a", seq: 1 }],
  ["message", { chatId: "CHAT", text: "안녕", clientId: "a", authorId: "1" }],
  ["message", { chatId: { toString: "x" }, text: "안녕", clientId: "a" }],
  ["message", null],
  ["read", { chatId: "CHAT", seq: 1 }],
  ["read", { chatId: "CHAT", seq: "1" }],
  ["typing", { chatId: "CHAT" }],
  ["typing", "CHAT"],
])("%s %j of somebody who is not in the chat is refused, and nothing happens", async (event, body) => {
  const [minji, doyun] = await people();
  const chat = await givenChat(server, minji, doyun);
  const other = await open(doyun);
  const stranger = await open(await given.person());
  const forged: unknown = JSON.parse(JSON.stringify(body).replace("CHAT", chat.id));
  const answer = (await stranger.socket.emitWithAck(event, forged)) as { error: string; status: number };
  expect([400, 404]).toContain(answer.status);
  // And without a way to answer.
  stranger.socket.emit(event, forged);
  await sent(server, minji, chat.id, "진짜");
  await expect.poll(() => other.told.message).toMatchObject([{ text: "진짜", seq: 1 }]);
  expect([other.told.typing, other.told.read]).toEqual([[], []]);
});

test("a frame of a megabyte ends the connection and nothing else", async () => {
  const [minji, doyun] = await people();
  const chat = await givenChat(server, minji, doyun);
  const own = await open(minji);
  const closed = new Promise((resolve) => own.socket.once("disconnect", resolve));
  own.socket.emit("message", { chatId: chat.id, text: "가".repeat(400_000), clientId: "big" });
  expect(await closed).toBe("transport close");
  const again = await open(minji);
  const answer = await send(again.socket, { chatId: chat.id, text: "작게", clientId: "small" });
  expect(answer.message).toMatchObject({ seq: 1 });
});

test("a page whose session has ended hears and sends nothing any more", async () => {
  const [minji, doyun] = await people();
  const chat = await givenChat(server, minji, doyun);
  const own = await open(minji);
  const closed = new Promise((resolve) => own.socket.once("disconnect", resolve));
  await as(minji).delete("/sessions/current");
  expect(await closed).toBe("io server disconnect");
  await sent(server, doyun, chat.id, "거기 있어요?");
  expect(own.told.message).toEqual([]);
});
