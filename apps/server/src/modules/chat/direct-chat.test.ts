import { beforeEach, describe, expect, test } from "vitest";
import { type ChatJson, opened } from "../../../test/chats.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
let minji: Person;
let doyun: Person;

beforeEach(async () => {
  [minji, doyun] = [await given.person(), await given.person()];
});

const listOf = async (person: Person, query = "") =>
  (await as(person).get(`/chats${query}`)).json<{ items: ChatJson[]; nextCursor: string | null }>();
const allow = (person: Person, directChats: string) => as(person).patch("/me", { settings: { directChats } });

describe("a direct chat", () => {
  test("is for whom the other follows, for everybody or for nobody, as the other says", async () => {
    const ask = async (more: object = {}) => {
      const response = await as(minji).post("/chats", { with: doyun.handle, ...more });
      return [response.statusCode, response.json<ChatJson>().kind ?? response.json<{ type: string }>().type];
    };
    expect(await ask({ kind: "direct" })).toEqual([403, "/problems/chat-closed"]);
    await allow(doyun, "nobody");
    expect(await ask()).toEqual([403, "/problems/chat-closed"]);
    expect(await ask({ kind: "coffee" })).toEqual([403, "/problems/chat-closed"]);
    await allow(doyun, "following");
    await given.follow(minji, doyun);
    expect(await ask({ kind: "direct" })).toEqual([403, "/problems/chat-closed"]);
    await given.follow(doyun, minji);
    expect(await ask()).toEqual([201, "direct"]);
    expect(await ask({ kind: "direct" })).toEqual([200, "direct"]);
    const open = await given.person();
    await allow(open, "everyone");
    const response = await as(minji).post("/chats", { with: open.handle, text: "안녕하세요" });
    expect([response.statusCode, response.json<ChatJson>()]).toMatchObject([
      201,
      { kind: "direct", status: "running", lastMessage: { text: "안녕하세요" } },
    ]);
  });

  test("with whom one cannot write to becomes a request", async () => {
    expect(await opened(server, minji, { with: doyun.handle, text: "안녕하세요" })).toMatchObject({
      kind: "coffee",
      status: "pending",
      project: null,
    });
  });

  test("ends with a block, and begins again after it by asking", async () => {
    await given.follow(doyun, minji);
    const chat = await opened(server, minji, { with: doyun.handle, text: "안녕" });
    await as(doyun).put(`/accounts/${minji.handle}/block`);
    const late = await as(minji).post(`/chats/${chat.id}/messages`, { text: "왜요", clientId: "a" });
    expect([late.statusCode, late.json<object>()]).toMatchObject([409, { chatStatus: "stopped" }]);
    expect((await as(minji).post("/chats", { with: doyun.handle })).statusCode).toBe(404);
    expect((await as(doyun).post("/chats", { with: minji.handle })).json()).toMatchObject({
      type: "/problems/blocking",
    });
    await as(doyun).delete(`/accounts/${minji.handle}/block`);
    await given.follow(doyun, minji);
    expect(await opened(server, minji, { with: doyun.handle, kind: "direct" })).toMatchObject({
      id: chat.id,
      status: "running",
    });
  });

  test.each([
    ["oneself", () => ({ with: minji.handle }), 422],
    ["nobody", () => ({ with: "nobody_here" }), 404],
    ["neither", () => ({}), 422],
    ["both", () => ({ with: doyun.handle, people: ["one", "two"] }), 422],
    ["a project directly", () => ({ with: doyun.handle, kind: "direct", projectId: "1" }), 422],
    ["more", () => ({ with: doyun.handle, status: "running" }), 400],
  ])("with %s is refused", async (_what, body, status) => {
    expect((await as(minji).post("/chats", body())).statusCode).toBe(status);
    expect((await listOf(minji)).items).toEqual([]);
  });
});
