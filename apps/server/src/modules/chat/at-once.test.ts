import { beforeEach, describe, expect, test } from "vitest";
import { type ChatJson, givenChat, type MessageJson, opened, sent } from "../../../test/chats.ts";
import { holdRows, untilWaiting } from "../../../test/hold-rows.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const thumb = encodeURIComponent("👍");
const statusesOf = (answers: readonly { statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).sort((one, other) => one - other);

describe("the same at once", () => {
  const server = testServer();
  const { as, given } = server;
  let minji: Person;
  let doyun: Person;
  let chat: ChatJson;

  beforeEach(async () => {
    [minji, doyun] = [await given.person(), await given.person()];
    chat = await givenChat(server, minji, doyun);
  });

  const query = (text: string, values: unknown[] = []) => server.maru.platform.pool.query(text, values);
  const times = <T>(count: number, ask: (turn: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, turn) => ask(turn)));
  const messages = async (more = "") =>
    (await as(doyun).get(`/chats/${chat.id}/messages?limit=50${more}`)).json<{ items: MessageJson[] }>()
      .items;

  test("edits, reactions and deletions of one message all have an answer, and each change a revision", async () => {
    await sent(server, minji, chat.id, "처음");
    const path = `/chats/${chat.id}/messages/1`;
    expect(statusesOf(await times(5, (turn) => as(minji).patch(path, { text: `고침 ${turn}` })))).toEqual([
      200, 200, 200, 200, 200,
    ]);
    expect(statusesOf(await times(5, () => as(doyun).put(`${path}/reactions/${thumb}`)))).toEqual([
      200, 200, 200, 200, 200,
    ]);
    expect(await messages("&changedAfter=0")).toMatchObject([
      { revision: 6, reactions: [{ emoji: "👍", accountIds: [doyun.id] }] },
    ]);
    const answers = await Promise.all([
      as(minji).delete(path),
      as(minji).delete(path),
      as(doyun).delete(`${path}/reactions/${thumb}`),
      as(doyun).put(`${path}/reactions/${encodeURIComponent("❤️")}`),
    ]);
    for (const { statusCode } of answers) expect([200, 204, 404]).toContain(statusCode);
    expect(await messages()).toMatchObject([{ text: "", reactions: [] }]);
    expect((await query("select from chat_reaction where chat_id = $1", [chat.id])).rowCount).toBe(0);
  });

  test("of an acceptance and a refusal one is told that it came too late", async () => {
    const asked = await opened(server, minji, { with: doyun.handle, kind: "coffee" });
    const path = `/chats/${asked.id}/status`;
    const answers = await Promise.all([
      as(doyun).put(path, { status: "running" }),
      as(doyun).put(path, { status: "declined" }),
    ]);
    expect(statusesOf(answers)).toEqual([200, 409]);
    const { notices } = (await as(minji).get(`/chats/${asked.id}`)).json<ChatJson>();
    expect(notices).toHaveLength(2);
  });

  test("the last place of a group is taken once, and nobody is in it twice", async () => {
    const everyone = async (person: Person) => {
      await as(person).patch("/me", { settings: { directChats: "everyone" } });
      return person;
    };
    const late = await Promise.all((await times(4, () => given.person())).map(everyone));
    await Promise.all([minji, doyun].map(everyone));
    const group = await opened(server, minji, { people: [doyun.handle, late[0]!.handle] });
    await query(
      `with made as (insert into account (handle, display_name) select 'seat_' || n, 'seat' from generate_series(1, 16) n returning id)
       insert into chat_member (chat_id, account_id) select $1::bigint, id from made`,
      [group.id],
    );
    const answers = await Promise.all(
      late.slice(1).map(({ handle }) => as(minji).post(`/chats/${group.id}/people`, { handle })),
    );
    expect(statusesOf(answers)).toEqual([200, 422, 422]);
    expect(
      statusesOf(await times(3, () => as(late[0]!).delete(`/chats/${group.id}/people/${late[0]!.handle}`))),
    ).toEqual([204, 404, 404]);
    const { handle } = late[0]!;
    await times(3, () => as(doyun).post(`/chats/${group.id}/people`, { handle }));
    const { people, notices } = (await as(minji).get(`/chats/${group.id}`)).json<ChatJson>();
    expect(people).toHaveLength(20);
    expect(notices!.map(({ kind }) => kind)).toEqual(["joined", "left", "joined"]);
  });

  test("what is sent while a block is under way waits for it, and is refused", async () => {
    await sent(server, minji, chat.id, "하나");
    // The block has the chat already, and waits for the follow that it ends.
    await given.follow(doyun, minji);
    const release = await holdRows(server, "select from chat where id = any($1) for update", [chat.id]);
    const blocking = as(doyun).put(`/accounts/${minji.handle}/block`);
    await untilWaiting(server, 1);
    const sending = as(minji).post(`/chats/${chat.id}/messages`, { text: "둘", clientId: "late" });
    await untilWaiting(server, 2);
    await release();
    const [blocked, answer] = [await blocking, await sending];
    expect([blocked.statusCode, answer.statusCode]).toEqual([200, 409]);
    expect(await messages()).toHaveLength(1);
  });

  test("a message of somebody who goes meanwhile is there without words, or not at all; no number is missing", async () => {
    await sent(server, doyun, chat.id, "하나");
    const sending = times(8, (turn) =>
      as(minji).post(`/chats/${chat.id}/messages`, { text: `안녕 ${turn}`, clientId: `bye-${turn}` }),
    );
    const going = as(minji).delete("/me", { password: minji.password });
    for (const { statusCode } of await sending) expect([201, 401, 404, 409]).toContain(statusCode);
    expect((await going).statusCode).toBe(204);
    const items = await messages();
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
    expect(items.slice(1).every(({ text, author }) => text === "" && author === null)).toBe(true);
  });

  test("a chat about a project that is hidden afterwards does not name it to the other", async () => {
    await as(doyun).put(`/posts/${chat.project!.id}/hidden`);
    expect((await as(minji).get(`/chats/${chat.id}`)).json()).toMatchObject({ project: null });
    expect((await as(doyun).get(`/chats/${chat.id}`)).json()).toMatchObject({
      project: { id: chat.project!.id },
    });
  });

  test("what is at a limit is taken, and what is past it refused", async () => {
    const path = `/chats/${chat.id}/messages`;
    const send = async (text: string, clientId: string) =>
      (await as(minji).post(path, { text, clientId })).statusCode;
    expect(await send("😀".repeat(4_000), "a".repeat(64))).toBe(201);
    expect(await send("😀".repeat(4_001), "b")).toBe(422);
    expect(await send("안녕", "b".repeat(65))).toBe(400);
    expect((await as(minji).get(`${path}?limit=50`)).statusCode).toBe(200);
    expect((await as(minji).get(`${path}?limit=51`)).statusCode).toBe(400);
    const report = async (length: number) =>
      (await as(minji).post(`/chats/${chat.id}/report`, { reason: "spam", text: "가".repeat(length) }))
        .statusCode;
    expect([await report(2_000), await report(2_001)]).toEqual([204, 422]);
    const huge = await as(minji).post(path, { text: "가".repeat(2_000_000), clientId: "huge" });
    expect([400, 413]).toContain(huge.statusCode);
  });
});

describe("with two connections to the database", () => {
  const server = testServer({ MARU_DATABASE_POOL: "2" });
  const { as, given } = server;

  test("many who ask at once, unknown to memory, do not wait for each other", async () => {
    const maker = await given.person();
    const { id: projectId } = (
      await as(maker).post("/projects", { title: "하나", summary: "요약", text: "본문", stack: [] })
    ).json<{ id: string }>();
    const people: Person[] = [];
    for (let count = 0; count < 12; count++) people.push(await given.person());
    await server.restart(async () => {});
    const answers = await Promise.all(
      people.map((person) =>
        as(person).post("/chats", { with: maker.handle, projectId, text: "안녕하세요" }),
      ),
    );
    expect(statusesOf(answers)).toEqual(people.map(() => 201));
  });
});
