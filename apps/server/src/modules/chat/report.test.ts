import { beforeEach, describe, expect, test } from "vitest";
import { givenChat, sent } from "../../../test/chats.ts";
import { runCommand } from "../../../test/run-command.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
let minji: Person;
let doyun: Person;

beforeEach(async () => {
  [minji, doyun] = [await given.person(), await given.person()];
});

describe("a report", () => {
  test("keeps the words that it is about, whatever becomes of them", async () => {
    const chat = await givenChat(server, minji, doyun);
    await sent(server, minji, chat.id, "나쁜 말");
    const path = `/chats/${chat.id}/report`;
    expect((await as(doyun).post(path, { reason: "harassment", seq: 1, text: "그만" })).statusCode).toBe(204);
    await as(minji).delete(`/chats/${chat.id}/messages/1`);
    const { rows } = await server.maru.platform.pool.query(
      "select r.reason, c.seq, r.text, r.snapshot from report r join report_case c on c.id = r.case_id where c.subject_id = $1",
      [chat.id],
    );
    expect(rows).toMatchObject([
      {
        reason: "harassment",
        seq: 1,
        text: "그만",
        snapshot: { seq: 1, messages: [{ seq: 1, author: minji.handle, text: "나쁜 말" }] },
      },
    ]);
    const { code, text } = await runCommand(server, ["reports"]);
    expect(code).toBe(0);
    expect(text).toContain(`message 1 of chat ${chat.id} of @${minji.handle}`);
    expect(text).toContain(`harassment, by ${doyun.handle}: 그만`);
    expect(text).toContain(`> 1 @${minji.handle}: 나쁜 말`);
    expect((await runCommand(server, ["reports", "--limit", "0"])).code).toBe(2);
    expect((await as(doyun).post(path, { reason: "spam", seq: 9 })).statusCode).toBe(404);
    expect((await as(doyun).post(path, { reason: "because" })).statusCode).toBe(400);
  });
});
