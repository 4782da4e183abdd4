import { beforeEach, describe, expect, test } from "vitest";
import { type ChatJson, opened, sent } from "../../../test/chats.ts";
import { givenProject } from "../../../test/projects.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
let minji: Person;
let doyun: Person;

beforeEach(async () => {
  [minji, doyun] = [await given.person(), await given.person()];
});

const chatOf = async (person: Person, id: string) => (await as(person).get(`/chats/${id}`)).json<ChatJson>();
const listOf = async (person: Person, query = "") =>
  (await as(person).get(`/chats${query}`)).json<{ items: ChatJson[]; nextCursor: string | null }>();
const unreadOf = async (person: Person) => (await as(person).get("/chats/unread")).json<object>();
const setStatus = (person: Person, id: string, status: string) =>
  as(person).put(`/chats/${id}/status`, { status });

describe("a coffee chat", () => {
  test("waits for the one who was asked, runs, ends on either side and can be asked for again", async () => {
    const { id: projectId } = await givenProject(server, doyun, { title: "잔디 정원" });
    const body = { with: doyun.handle, projectId, text: "만든 이야기가 궁금해요" };
    const response = await as(minji).post("/chats", body);
    expect(response.statusCode).toBe(201);
    const chat = response.json<ChatJson>();
    expect(chat).toMatchObject({
      kind: "coffee",
      status: "pending",
      project: { id: projectId, title: "잔디 정원" },
      people: [{ handle: doyun.handle }, { handle: minji.handle }],
      askedBy: minji.id,
      canWrite: true,
      lastMessage: { seq: 1, text: "만든 이야기가 궁금해요" },
    });
    expect(await unreadOf(doyun)).toEqual({ chats: 1, requests: 1 });
    expect((await listOf(doyun, "?filter=requests")).items.map(({ id }) => id)).toEqual([chat.id]);
    expect((await listOf(minji, "?filter=requests")).items).toEqual([]);

    // An answer that was lost is asked for again: the same chat, and its message once.
    const again = await as(minji).post("/chats", body);
    expect([again.statusCode, again.json<ChatJson>().id, again.json<ChatJson>().lastSeq]).toEqual([
      200,
      chat.id,
      1,
    ]);
    expect((await setStatus(minji, chat.id, "running")).statusCode).toBe(409);
    const early = await as(doyun).post(`/chats/${chat.id}/messages`, { text: "네", clientId: "a" });
    expect([early.statusCode, early.json<object>()]).toMatchObject([409, { chatStatus: "pending" }]);

    expect((await setStatus(doyun, chat.id, "running")).json()).toMatchObject({ status: "running" });
    await sent(server, doyun, chat.id, "반가워요");
    expect((await setStatus(minji, chat.id, "stopped")).json()).toMatchObject({
      status: "stopped",
      statusBy: minji.id,
      canWrite: false,
    });
    expect((await setStatus(doyun, chat.id, "running")).statusCode).toBe(409);
    expect((await setStatus(doyun, chat.id, "stopped")).statusCode).toBe(200);

    const asked = await as(doyun).post("/chats", { with: minji.handle, projectId });
    expect([asked.statusCode, asked.json<ChatJson>()]).toMatchObject([
      200,
      { id: chat.id, status: "pending", askedBy: doyun.id },
    ]);
    expect((await setStatus(minji, chat.id, "running")).statusCode).toBe(200);
    expect((await chatOf(minji, chat.id)).notices!.map(({ kind }) => kind)).toEqual([
      "asked",
      "accepted",
      "stopped",
      "asked",
      "accepted",
    ]);
  });

  test("takes five messages while it waits", async () => {
    const chat = await opened(server, minji, { with: doyun.handle, kind: "coffee", text: "하나" });
    for (const text of ["둘", "셋", "넷", "다섯"]) await sent(server, minji, chat.id, text);
    const sixth = await as(minji).post(`/chats/${chat.id}/messages`, { text: "여섯", clientId: "six" });
    expect(sixth.statusCode).toBe(409);
    expect((await chatOf(minji, chat.id)).canWrite).toBe(false);
    // Nor more by taking it back and asking again, until it was answered.
    const again = { with: doyun.handle, kind: "coffee" };
    await setStatus(minji, chat.id, "stopped");
    expect((await as(minji).post("/chats", { ...again, text: "여섯" })).statusCode).toBe(409);
    expect((await as(minji).post("/chats", again)).json()).toMatchObject({
      status: "pending",
      canWrite: false,
    });
    await setStatus(doyun, chat.id, "running");
    await setStatus(doyun, chat.id, "stopped");
    expect((await as(minji).post("/chats", { ...again, text: "여섯" })).json()).toMatchObject({ lastSeq: 6 });
  });

  test("that was declined is asked for again a day later, by the other at once", async () => {
    const body = { with: doyun.handle, kind: "coffee" };
    const chat = await opened(server, minji, body);
    expect((await setStatus(doyun, chat.id, "declined")).json()).toMatchObject({ status: "declined" });
    const soon = await as(minji).post("/chats", body);
    expect([soon.statusCode, soon.json<object>()]).toMatchObject([409, { chatStatus: "declined" }]);
    await server.maru.platform.pool.query(
      "update chat set status_id = new_id(now() - interval '25 hours') where id = $1",
      [chat.id],
    );
    expect((await as(minji).post("/chats", body)).statusCode).toBe(200);
    await setStatus(doyun, chat.id, "declined");
    const back = await as(doyun).post("/chats", { with: minji.handle, kind: "coffee" });
    expect(back.json()).toMatchObject({ id: chat.id, status: "pending", askedBy: doyun.id });
  });

  test("is about a project of theirs that takes coffee chats and that one may see", async () => {
    const closed = await givenProject(server, doyun, { openToChat: false });
    const hidden = await givenProject(server, doyun);
    await as(doyun).put(`/posts/${hidden.id}/hidden`);
    const others = await givenProject(server, await given.person());
    const note = await given.post(doyun, "글");
    const ask = async (projectId: string) =>
      (await as(minji).post("/chats", { with: doyun.handle, projectId })).statusCode;
    expect(await ask(closed.id)).toBe(403);
    expect(await ask(hidden.id)).toBe(404);
    expect(await ask(others.id)).toBe(422);
    expect(await ask(note.id)).toBe(404);
    expect(await ask("1")).toBe(404);
  });

  test("outlives its project", async () => {
    const { id: projectId } = await givenProject(server, doyun);
    const chat = await opened(server, minji, { with: doyun.handle, projectId, text: "안녕하세요" });
    await as(doyun).delete(`/projects/${projectId}`);
    expect(await chatOf(minji, chat.id)).toMatchObject({ project: null, lastSeq: 1 });
  });

  test("of two who ask each other at once is one", async () => {
    const answers = await Promise.all([
      as(minji).post("/chats", { with: doyun.handle, kind: "coffee", text: "제가" }),
      as(doyun).post("/chats", { with: minji.handle, kind: "coffee" }),
      as(minji).post("/chats", { with: doyun.handle, kind: "coffee", text: "제가" }),
    ]);
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    const ids = answers.flatMap((answer) => (answer.statusCode < 300 ? [answer.json<ChatJson>().id] : []));
    expect(new Set(ids).size).toBe(1);
  });

  test("tells whoever is asked, then whoever has asked, and takes it back", async () => {
    const kinds = async (person: Person) => {
      await settle();
      const { items } = (await as(person).get("/notifications")).json<{
        items: { kind: string; actors: { handle: string }[]; chat?: { id: string } }[];
      }>();
      return items.map(({ kind, actors, chat }) => [kind, actors[0]?.handle, chat?.id]);
    };
    const chat = await opened(server, minji, { with: doyun.handle, kind: "coffee" });
    expect(await kinds(doyun)).toEqual([["chat-request", minji.handle, chat.id]]);
    await setStatus(doyun, chat.id, "running");
    expect(await kinds(doyun)).toEqual([]);
    expect(await kinds(minji)).toEqual([["chat-accepted", doyun.handle, chat.id]]);
    await setStatus(doyun, chat.id, "stopped");
    expect(await kinds(minji)).toEqual([]);
  });
});
