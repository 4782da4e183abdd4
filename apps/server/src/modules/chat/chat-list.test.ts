import { beforeEach, describe, expect, test } from "vitest";
import { type ChatJson, givenChat, type MessageJson, opened, sent } from "../../../test/chats.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
let minji: Person;
let doyun: Person;

beforeEach(async () => {
  [minji, doyun] = [await given.person(), await given.person()];
});

const chatOf = async (person: Person, id: string) => (await as(person).get(`/chats/${id}`)).json<ChatJson>();
const listOf = async (person: Person, query = "") =>
  (await as(person).get(`/chats${query}`)).json<{ items: ChatJson[]; nextCursor: string | null }>();
const unreadOf = async (person: Person) => (await as(person).get("/chats/unread")).json<object>();

describe("the list", () => {
  test("has the newest first, page by page, each chat once", async () => {
    const chats: ChatJson[] = [];
    for (let count = 0; count < 5; count++) chats.push(await givenChat(server, minji, doyun));
    await sent(server, doyun, chats[1]!.id, "맨 위로");
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: { items: ChatJson[]; nextCursor: string | null } = await listOf(
        minji,
        `?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    const [first, second, third, fourth, fifth] = chats.map(({ id }) => id);
    expect(ids).toEqual([second, fifth, fourth, third, first]);
    expect((await as(minji).get("/chats?cursor=abc")).statusCode).toBe(400);
  });

  test("is narrowed to those with somebody, and about a project", async () => {
    const about = await givenChat(server, minji, doyun);
    const sua = await given.person();
    await givenChat(server, minji, sua);
    const projectId = about.project!.id;
    const none = await opened(server, minji, { with: doyun.handle, kind: "coffee" });
    const ids = async (query: string) => (await listOf(minji, query)).items.map(({ id }) => id);
    expect(await ids(`?with=${doyun.handle}`)).toEqual([none.id, about.id]);
    expect(await ids(`?with=${doyun.handle}&projectId=${projectId}`)).toEqual([about.id]);
    expect(await ids(`?with=${sua.handle}&projectId=${projectId}`)).toEqual([]);
    expect((await as(minji).get("/chats?with=nobody_here")).statusCode).toBe(404);
  });

  test("counts what others have written since one has read, which goes forward only", async () => {
    const chat = await givenChat(server, minji, doyun);
    for (const text of ["하나", "둘", "셋"]) await sent(server, minji, chat.id, text);
    await sent(server, doyun, chat.id, "넷");
    expect(await chatOf(doyun, chat.id)).toMatchObject({ unread: 3, readSeq: 0 });
    expect(await unreadOf(doyun)).toEqual({ chats: 1, requests: 0 });
    const readTo = async (seq: number) =>
      (await as(doyun).put(`/chats/${chat.id}/read`, { seq })).json<object>();
    expect(await readTo(2)).toEqual({ readSeq: 2, unread: 1 });
    expect(await readTo(1)).toEqual({ readSeq: 2, unread: 1 });
    // A number that is not there yet is no way to read what comes.
    expect(await readTo(1_000_000)).toEqual({ readSeq: 4, unread: 0 });
    await sent(server, minji, chat.id, "다섯");
    expect(await chatOf(doyun, chat.id)).toMatchObject({ unread: 1 });
    expect((await chatOf(minji, chat.id)).reads).toEqual([{ accountId: doyun.id, seq: 4 }]);
    // What was taken back is not new.
    await as(minji).delete(`/chats/${chat.id}/messages/5`);
    expect(await unreadOf(doyun)).toEqual({ chats: 0, requests: 0 });
  });

  test("lacks what one has deleted for oneself, until something comes; the other keeps all of it", async () => {
    const chat = await givenChat(server, minji, doyun);
    await sent(server, minji, chat.id, "예전 이야기");
    expect((await as(doyun).delete(`/chats/${chat.id}`)).statusCode).toBe(204);
    expect((await listOf(doyun)).items).toEqual([]);
    expect((await listOf(minji)).items).toHaveLength(1);
    await sent(server, minji, chat.id, "새 이야기");
    expect((await listOf(doyun)).items).toMatchObject([{ unread: 1, lastMessage: { seq: 2 } }]);
    const messages = async (person: Person) =>
      (await as(person).get(`/chats/${chat.id}/messages`))
        .json<{ items: MessageJson[] }>()
        .items.map(({ seq }) => seq);
    expect(await messages(doyun)).toEqual([2]);
    expect(await messages(minji)).toEqual([1, 2]);
  });

  test("takes as many statements for many chats as for one", async () => {
    const count = async () => {
      await listOf(minji);
      server.queries();
      await listOf(minji);
      return server.queries();
    };
    await sent(server, minji, (await givenChat(server, minji, doyun)).id, "하나");
    const one = await count();
    for (let chats = 0; chats < 4; chats++)
      await sent(server, minji, (await givenChat(server, minji, await given.person())).id, "또 하나");
    expect([one, await count()]).toEqual([1, 1]);
  });
});

describe("somebody who goes", () => {
  test("takes their words along and leaves their numbers", async () => {
    const chat = await givenChat(server, minji, doyun);
    await sent(server, minji, chat.id, "남길 말");
    await sent(server, doyun, chat.id, "답장");
    expect((await as(minji).delete("/me", { password: minji.password })).statusCode).toBe(204);
    const { items } = (await as(doyun).get(`/chats/${chat.id}/messages`)).json<{ items: MessageJson[] }>();
    expect(items).toMatchObject([
      { seq: 1, text: "", author: null },
      { seq: 2, text: "답장" },
    ]);
    expect(await chatOf(doyun, chat.id)).toMatchObject({
      status: "stopped",
      people: [{ handle: doyun.handle }],
      canWrite: false,
    });
    await as(doyun).delete("/me", { password: doyun.password });
    const { rows } = await server.maru.platform.pool.query("select from chat where id = $1", [chat.id]);
    expect(rows).toEqual([]);
  });
});
