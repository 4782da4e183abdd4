import { beforeAll, describe, expect, test } from "vitest";
import { type ChatJson, givenChat, type MessageJson, sent } from "../../../test/chats.ts";
import { givenPicture } from "../../../test/test-picture.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
let minji: Person;
let doyun: Person;
let stranger: Person;

beforeAll(async () => {
  [minji, doyun, stranger] = [await given.person(), await given.person(), await given.person()];
});

const read = async (person: Person, path: string) =>
  (await as(person).get(path)).json<{ items: MessageJson[] }>().items;

describe("sending", () => {
  test("messages are numbered from 1 without a gap, and come back in that order", async () => {
    const chat = await givenChat(server, minji, doyun);
    const texts = ["안녕하세요", "반가워요 😀", "커피 한잔해요"];
    for (const [index, text] of texts.entries())
      await sent(server, index % 2 === 0 ? minji : doyun, chat.id, text);
    const items = await read(doyun, `/chats/${chat.id}/messages`);
    expect(items.map(({ seq, text }) => [seq, text])).toEqual(texts.map((text, index) => [index + 1, text]));
    expect(items[0]).toMatchObject({
      chatId: chat.id,
      author: { handle: minji.handle, relationship: null },
      media: [],
      replyTo: null,
      reactions: [],
      link: null,
      revision: null,
      editedAt: null,
      deletedAt: null,
    });
    expect((await read(minji, `/chats/${chat.id}/messages?after=1`)).map(({ seq }) => seq)).toEqual([2, 3]);
    expect((await read(minji, `/chats/${chat.id}/messages?before=3&limit=1`)).map(({ seq }) => seq)).toEqual([
      2,
    ]);
    expect((await read(minji, `/chats/${chat.id}/messages?limit=2`)).map(({ seq }) => seq)).toEqual([2, 3]);
  });

  test("the same clientId again is the same message, also at once and in a chat that has ended", async () => {
    const chat = await givenChat(server, minji, doyun);
    const body = { text: "한 번만", clientId: "once" };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => as(minji).post(`/chats/${chat.id}/messages`, body)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort((one, other) => one - other)).toEqual([
      200, 200, 200, 200, 200, 200, 200, 201,
    ]);
    expect(new Set(answers.map((answer) => answer.json<MessageJson>().seq)).size).toBe(1);
    const next = await sent(server, minji, chat.id, "다음");
    expect(next.seq).toBe(answers[0]!.json<MessageJson>().seq + 1);
    await as(doyun).put(`/chats/${chat.id}/status`, { status: "stopped" });
    const again = await as(minji).post(`/chats/${chat.id}/messages`, body);
    expect([again.statusCode, again.json<MessageJson>().text]).toEqual([200, "한 번만"]);
    const late = await as(minji).post(`/chats/${chat.id}/messages`, { text: "늦음", clientId: "late" });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ type: "/problems/chat-stopped", chatStatus: "stopped" });
  });

  test("another's clientId is one's own to use", async () => {
    const chat = await givenChat(server, minji, doyun);
    const send = (person: Person, text: string) =>
      as(person).post(`/chats/${chat.id}/messages`, { text, clientId: "shared" });
    const [hers, his] = [await send(minji, "내 것"), await send(doyun, "네 것")];
    expect([hers.statusCode, his.statusCode]).toEqual([201, 201]);
    expect(his.json<MessageJson>().seq).toBe(hers.json<MessageJson>().seq + 1);
  });

  test("whoever is not in it finds nothing there", async () => {
    const chat = await givenChat(server, minji, doyun);
    await sent(server, minji, chat.id, "우리끼리");
    const paths = [`/chats/${chat.id}`, `/chats/${chat.id}/messages`];
    for (const path of paths) expect((await as(stranger).get(path)).statusCode).toBe(404);
    const never = await as(stranger).get("/chats/999999999/messages");
    const closed = await as(stranger).get(`/chats/${chat.id}/messages`);
    const shape = ({ instance: _instance, ...body }: { instance?: string }) => body;
    expect(shape(closed.json())).toEqual(shape(never.json()));
    const calls = [
      as(stranger).post(`/chats/${chat.id}/messages`, { text: "나도", clientId: "x" }),
      as(stranger).patch(`/chats/${chat.id}/messages/1`, { text: "바꿈" }),
      as(stranger).delete(`/chats/${chat.id}/messages/1`),
      as(stranger).put(`/chats/${chat.id}/messages/1/reactions/${encodeURIComponent("👍")}`),
      as(stranger).put(`/chats/${chat.id}/status`, { status: "stopped" }),
      as(stranger).put(`/chats/${chat.id}/read`, { seq: 1 }),
      as(stranger).patch(`/chats/${chat.id}`, { muted: true }),
      as(stranger).delete(`/chats/${chat.id}`),
      as(stranger).post(`/chats/${chat.id}/report`, { reason: "spam" }),
      as(stranger).post(`/chats/${chat.id}/people`, { handle: stranger.handle }),
    ];
    expect((await Promise.all(calls)).map(({ statusCode }) => statusCode)).toEqual(calls.map(() => 404));
    expect((await as(null).get(`/chats/${chat.id}`)).statusCode).toBe(401);
  });

  test.each([
    ["no text and no picture", { clientId: "a" }, 422],
    ["only spaces", { text: " \n ", clientId: "a" }, 422],
    ["no clientId", { text: "안녕" }, 400],
    ["a clientId with a space", { text: "안녕", clientId: "a b" }, 400],
    ["a seq of one's own", { text: "안녕", clientId: "a", seq: 7 }, 400],
    ["a picture of nobody", { clientId: "a", mediaIds: ["1"] }, 422],
    ["5 pictures", { clientId: "a", mediaIds: ["1", "2", "3", "4", "5"] }, 400],
    ["4,001 characters", { text: "가".repeat(4_001), clientId: "a" }, 422],
    ["an answer to what is not there", { text: "안녕", clientId: "a", replyTo: 99 }, 422],
  ])("refuses %s", async (_what, body, status) => {
    const chat = await givenChat(server, minji, doyun);
    expect((await as(minji).post(`/chats/${chat.id}/messages`, body)).statusCode).toBe(status);
    expect(await read(minji, `/chats/${chat.id}/messages`)).toEqual([]);
  });

  test("pictures are one's own, and are shown", async () => {
    const chat = await givenChat(server, minji, doyun);
    const mediaId = await givenPicture(server, minji);
    const message = await sent(server, minji, chat.id, "", { mediaIds: [mediaId] });
    expect(message.media).toMatchObject([{ id: mediaId }]);
    const stolen = await as(doyun).post(`/chats/${chat.id}/messages`, { clientId: "a", mediaIds: [mediaId] });
    expect(stolen.statusCode).toBe(422);
    const { lastMessage } = (await as(doyun).get(`/chats/${chat.id}`)).json<ChatJson>();
    expect(lastMessage).toMatchObject({ seq: 1, media: [{ id: mediaId }] });
  });
});

describe("what happens to messages", () => {
  test("an edit, an answer, reactions and a deletion are seen, in the order in which they came", async () => {
    const chat = await givenChat(server, minji, doyun);
    await sent(server, minji, chat.id, "오늘 볼까요?");
    await sent(server, doyun, chat.id, "좋아요", { replyTo: 1 });
    const edited = await as(minji).patch(`/chats/${chat.id}/messages/1`, { text: "내일 볼까요?" });
    expect(edited.json()).toMatchObject({ seq: 1, text: "내일 볼까요?", revision: 1 });
    const thumb = encodeURIComponent("👍🏽");
    const reacted = await as(minji).put(`/chats/${chat.id}/messages/2/reactions/${thumb}`);
    expect(reacted.json()).toMatchObject({
      seq: 2,
      revision: 2,
      reactions: [{ emoji: "👍🏽", accountIds: [minji.id] }],
      replyTo: { seq: 1, text: "내일 볼까요?", isDeleted: false, authorId: minji.id },
    });
    expect((await as(minji).put(`/chats/${chat.id}/messages/2/reactions/${thumb}`)).json()).toMatchObject({
      revision: 2,
    });
    expect((await as(doyun).delete(`/chats/${chat.id}/messages/1`)).statusCode).toBe(403);
    expect((await as(minji).delete(`/chats/${chat.id}/messages/1`)).statusCode).toBe(204);
    const items = await read(doyun, `/chats/${chat.id}/messages?changedAfter=0`);
    expect(items.map(({ seq, revision }) => [seq, revision])).toEqual([
      [2, 2],
      [1, 3],
    ]);
    expect(items[1]).toMatchObject({ text: "", media: [], reactions: [] });
    expect(items[1]!.deletedAt).not.toBeNull();
    expect(items[0]!.replyTo).toMatchObject({ text: "", isDeleted: true });
    expect(await read(doyun, `/chats/${chat.id}/messages?changedAfter=3`)).toEqual([]);
    expect((await as(minji).patch(`/chats/${chat.id}/messages/1`, { text: "다시" })).statusCode).toBe(404);
  });

  test.each(["a", "👍👍", "<b>", "🇰", ""])("%j is no reaction", async (emoji) => {
    const chat = await givenChat(server, minji, doyun);
    await sent(server, minji, chat.id, "안녕");
    const path = `/chats/${chat.id}/messages/1/reactions/${encodeURIComponent(emoji)}`;
    expect([404, 422]).toContain((await as(minji).put(path)).statusCode);
  });

  test("nobody has more than three reactions to a message", async () => {
    const chat = await givenChat(server, minji, doyun);
    await sent(server, minji, chat.id, "안녕");
    const statuses = [];
    for (const emoji of ["👍", "❤️", "😂", "🙏"])
      statuses.push(
        (await as(minji).put(`/chats/${chat.id}/messages/1/reactions/${encodeURIComponent(emoji)}`))
          .statusCode,
      );
    expect(statuses).toEqual([200, 200, 200, 422]);
    const [message] = await read(minji, `/chats/${chat.id}/messages`);
    expect(message!.reactions.map(({ emoji }) => emoji)).toEqual(["👍", "❤️", "😂"]);
  });
});
