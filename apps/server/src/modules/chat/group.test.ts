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
const setStatus = (person: Person, id: string, status: string) =>
  as(person).put(`/chats/${id}/status`, { status });
const allow = (person: Person, directChats: string) => as(person).patch("/me", { settings: { directChats } });

describe("a group", () => {
  let sua: Person;
  let all: Person[];
  beforeEach(async () => {
    sua = await given.person();
    all = [minji, doyun, sua];
    for (const person of [doyun, sua]) await allow(person, "everyone");
  });
  const group = (more: object = {}) =>
    opened(server, minji, { people: [doyun.handle, sua.handle], name: "고양이 모임", ...more });

  test("is of those who let one write to them, and everybody in it writes and reads", async () => {
    const chat = await group({ text: "모였네요" });
    expect(chat).toMatchObject({ kind: "group", status: "running", name: "고양이 모임" });
    await sent(server, sua, chat.id, "안녕하세요");
    for (const person of all)
      expect((await listOf(person)).items).toMatchObject([{ id: chat.id, lastMessage: { seq: 2 } }]);
    await allow(sua, "following");
    const refused = await as(minji).post("/chats", { people: [doyun.handle, sua.handle] });
    expect([refused.statusCode, refused.json<object>()]).toMatchObject([
      403,
      { errors: [{ field: "people" }] },
    ]);
  });

  test("whoever comes later sees what comes from then on, and whoever leaves nothing any more", async () => {
    const chat = await group();
    await sent(server, minji, chat.id, "우리끼리");
    const late = await given.person();
    await allow(late, "everyone");
    expect((await as(doyun).post(`/chats/${chat.id}/people`, { handle: late.handle })).statusCode).toBe(200);
    await sent(server, doyun, chat.id, "어서 와요");
    const path = `/chats/${chat.id}/messages`;
    const { items } = (await as(late).get(path)).json<{ items: MessageJson[] }>();
    expect(items.map(({ seq }) => seq)).toEqual([2]);
    expect((await as(late).get(`${path}?after=0`)).json<{ items: MessageJson[] }>().items).toHaveLength(1);
    expect((await as(late).get(`${path}?before=2`)).json()).toEqual({ items: [] });
    const thumb = encodeURIComponent("👍");
    expect((await as(late).put(`${path}/1/reactions/${thumb}`)).statusCode).toBe(404);
    await as(minji).patch(`${path}/1`, { text: "바꿨어요" });
    expect((await as(late).get(`${path}?changedAfter=0`)).json()).toEqual({ items: [] });

    expect((await as(late).delete(`/chats/${chat.id}/people/${sua.handle}`)).statusCode).toBe(403);
    expect((await as(late).delete(`/chats/${chat.id}/people/${late.handle}`)).statusCode).toBe(204);
    expect((await as(late).get(path)).statusCode).toBe(404);
    expect((await as(minji).delete(`/chats/${chat.id}/people/${sua.handle}`)).statusCode).toBe(204);
    expect((await as(sua).get(path)).statusCode).toBe(404);
    const shown = await chatOf(minji, chat.id);
    expect(shown.people.map(({ handle }) => handle)).toEqual([doyun.handle, minji.handle]);
    expect(shown.notices!.map(({ kind }) => kind)).toEqual(["joined", "left", "left"]);
  });

  test("has 20 people at the most, and no status that somebody sets", async () => {
    const chat = await group();
    await server.maru.platform.pool.query(
      `with made as (insert into account (handle, display_name) select 'crowd_' || n, 'crowd' from generate_series(1, 17) n returning id)
       insert into chat_member (chat_id, account_id) select $1::bigint, id from made`,
      [chat.id],
    );
    const late = await given.person();
    await allow(late, "everyone");
    const full = await as(minji).post(`/chats/${chat.id}/people`, { handle: late.handle });
    expect([full.statusCode, full.json<object>()]).toMatchObject([422, { type: "/problems/too-many" }]);
    expect((await setStatus(minji, chat.id, "stopped")).statusCode).toBe(409);
  });

  test("can be called something else", async () => {
    const chat = await group();
    expect((await as(sua).patch(`/chats/${chat.id}`, { name: " 산책  모임 " })).json()).toMatchObject({
      name: "산책 모임",
    });
    expect((await as(sua).patch(`/chats/${chat.id}`, { name: "\u202Eabc" })).statusCode).toBe(422);
    const pair = await givenChat(server, minji, doyun);
    expect((await as(minji).patch(`/chats/${pair.id}`, { name: "이름" })).statusCode).toBe(422);
  });
});
