import { describe, expect, test } from "vitest";
import { givenChat, sent } from "../../../test/chats.ts";
import { type CaseJson, hide, moderatedSite, ofPost, problemOf } from "../../../test/moderation.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;

let loud: Person;
let reporter: Person;
let moderator: Person;
let second: Person;

const { report, queue, reportedPost, decide, notices } = moderatedSite(server, (cast) => {
  ({ loud, reporter, moderator, second } = cast);
});

describe("a report", () => {
  test("is of a post, a person, a message or a chat, and keeps it as it was", async () => {
    const { post } = await reportedPost();
    await as(loud).patch(`/posts/${post.id}`, { text: "착한 글" });
    await as(loud).patch("/me", { bio: "나쁜 소개" });
    await report(reporter, { kind: "account", id: loud.id }, { reason: "harassment", text: "무서워요" });
    await as(loud).patch("/me", { bio: "" });
    const chat = await givenChat(server, reporter, loud);
    await sent(server, loud, chat.id, "나쁜 말");
    await report(reporter, { kind: "message", id: chat.id, seq: 1 });
    await as(loud).delete(`/chats/${chat.id}/messages/1`);
    await as(loud).delete(`/posts/${post.id}`);
    expect(await queue()).toMatchObject([
      {
        subject: { kind: "post", id: post.id },
        reports: [{ reason: "spam", snapshot: { text: "나쁜 글" } }],
      },
      {
        subject: { kind: "account", id: loud.id },
        reports: [
          {
            reason: "harassment",
            text: "무서워요",
            reporter: { handle: reporter.handle },
            snapshot: { text: "나쁜 소개" },
          },
        ],
      },
      {
        subject: { kind: "message", id: chat.id, seq: 1 },
        reports: [{ snapshot: { messages: [{ text: "나쁜 말" }] } }],
      },
    ]);
  });

  test("counts once for each member while it waits, and all of them are one case", async () => {
    const { post, found } = await reportedPost();
    expect(problemOf(await report(reporter, ofPost(post)))).toBe("/problems/already-reported");
    const others = await Promise.all([given.person(), given.person(), given.person()]);
    await Promise.all(others.map((other) => report(other, ofPost(post), { text: "저도요" })));
    expect(await queue()).toMatchObject([{ id: found.id, reportCount: 4 }]);
    await decide(moderator, found, { action: "none" });
    expect((await report(reporter, ofPost(post))).statusCode).toBe(204);
    expect(await queue()).toMatchObject([{ reportCount: 1, earlierCases: 1 }]);
  });

  test("is of what one sees, of nothing of one's own, and of nothing that is not there", async () => {
    const [hidden, stranger] = [await given.post(loud, "숨은 글"), await given.person()];
    await as(loud).put(`/posts/${hidden.id}/hidden`);
    const chat = await givenChat(server, stranger, loud);
    await sent(server, loud, chat.id, "둘만의 말");
    await as(loud).put(`/accounts/${stranger.handle}/block`);
    for (const [by, subject] of [
      [reporter, ofPost(hidden)],
      [reporter, { kind: "message", id: chat.id, seq: 1 }],
      [reporter, { kind: "chat", id: chat.id }],
      [reporter, { kind: "message", id: chat.id }],
      [reporter, { kind: "post", id: "1" }],
      [reporter, { kind: "account", id: hidden.id }],
      [stranger, { kind: "account", id: loud.id }],
    ] as const)
      expect({ subject, status: (await report(by, subject)).statusCode }).toEqual({ subject, status: 404 });
    expect((await report(loud, { kind: "account", id: loud.id })).statusCode).toBe(422);
    for (const body of [
      { subject: { kind: "cat", id: "1" }, reason: "spam" },
      { subject: { kind: "post", id: "-1" }, reason: "spam" },
      { subject: ofPost(hidden), reason: "because" },
      { subject: ofPost(hidden), reason: "spam", by: "me" },
      { reason: "spam" },
    ])
      expect((await as(reporter).post("/reports", body)).statusCode).toBe(400);
    expect(
      (await report(reporter, { kind: "account", id: loud.id }, { text: "가".repeat(2_001) })).statusCode,
    ).toBe(422);
    expect((await as(null).post("/reports", { subject: ofPost(hidden), reason: "spam" })).statusCode).toBe(
      401,
    );
  });

  test("is nothing that whoever it is about hears of, though they are a moderator", async () => {
    await server.maru.operator.setRole(Number(loud.id), "moderator");
    const { found } = await reportedPost();
    expect(await queue("open", loud, loud)).toEqual([]);
    expect((await as(loud).get(`/moderation/reports/${found.id}`)).statusCode).toBe(404);
    expect((await as(loud).put(`/moderation/reports/${found.id}/claim`)).statusCode).toBe(404);
    expect((await decide(loud, found, { action: "none" })).statusCode).toBe(404);
    expect(await notices(loud)).toEqual([]);
  });
});

test("everything that is done is in the log, by whom and to whom, and only admins read it", async () => {
  const admin = await given.person();
  await server.maru.operator.setRole(Number(admin.id), "admin");
  const { found } = await reportedPost();
  await as(moderator).put(`/moderation/reports/${found.id}/claim`);
  const { decision } = (await decide(moderator, found, hide)).json<CaseJson>();
  await as(second).put(`/moderation/decisions/${decision!.id}/undone`);
  await as(admin).post(`/admin/members/${loud.handle}/password-reset`);
  const entries = async (query: string) =>
    (await as(admin).get(`/admin/audit?query=${encodeURIComponent(query)}`))
      .json<{ items: { action: string; actor: { handle: string }; reason: string }[] }>()
      .items.map(({ action, actor }) => [action, actor.handle]);
  expect(await entries(loud.handle)).toEqual([
    ["password-reset", admin.handle],
    ["undo", second.handle],
    ["hide", moderator.handle],
    ["claim", moderator.handle],
  ]);
  expect(await entries(hide.reason)).toContainEqual(["hide", moderator.handle]);
  expect(await entries("%")).toEqual([]);
  expect((await as(moderator).get("/admin/audit")).statusCode).toBe(403);
  expect((await as(admin).get("/admin/audit?cursor=forged")).statusCode).toBe(400);
});

test("a link for a new password is for those who stand below, and works once", async () => {
  const [admin, owner] = [await given.person(), await given.person()];
  await server.maru.operator.setRole(Number(admin.id), "admin");
  await server.maru.operator.setRole(Number(owner.id), "owner");
  const ask = (by: Person, of: Person) => as(by).post(`/admin/members/${of.handle}/password-reset`);
  expect((await ask(admin, owner)).statusCode).toBe(403);
  expect((await ask(admin, admin)).statusCode).toBe(403);
  const links = [await ask(admin, loud), await ask(owner, loud)].map((one) =>
    one.json<{ link: string }>().link.split("/").at(-1),
  );
  const use = (token: string | undefined) =>
    as(null).put(`/password-resets/${token}`, { password: "another long secret" });
  expect((await use(links[0])).statusCode).toBe(404);
  expect((await use(links[1])).statusCode).toBe(204);
  expect((await use(links[1])).statusCode).toBe(404);
});
