import { beforeAll, describe, expect, test } from "vitest";
import { loudPerson, mentions } from "../../../test/loud-person.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;

let moderator: Person;
beforeAll(async () => {
  moderator = await given.person();
  await server.maru.operator.setRole(Number(moderator.id), "moderator");
});

const limit = (person: Person) =>
  as(moderator).post(`/moderation/members/${person.handle}/decisions`, {
    action: "limit",
    reason: "그만해 주세요",
  });
const restore = (person: Person) => as(moderator).put(`/moderation/members/${person.handle}/restored`);

describe("a limit", () => {
  test("keeps what somebody writes among those who follow them, and leaves their page", async () => {
    const there = await loudPerson(server, "솔숲바람");
    const { loud, friend, stranger, post, word, found } = there;
    await limit(loud);
    await settle();
    expect((await as(null).get(`/accounts/${loud.handle}`)).json()).toMatchObject({ isPrivate: false });
    expect((await as(friend).get(`/posts/${post.id}`)).statusCode).toBe(200);
    expect((await as(stranger).get(`/posts/${post.id}`)).statusCode).toBe(404);
    const where = mentions(await found(), there);
    const strangers = where.filter((one) => !one.startsWith("friend"));
    for (const path of [
      "/feeds/explore",
      "/search",
      "/notifications",
      "/accounts?",
      "/projects",
      "/accounts/suggested",
    ])
      expect(strangers.filter((one) => one.includes(` ${path}`))).toEqual([]);
    expect(where).toContain(`friend /search?q=${encodeURIComponent(word)}&type=posts,people,cats,projects`);
    expect((await as(loud).post("/posts", { text: "나는 쓸 수 있어요" })).statusCode).toBe(201);
  });

  test("and a choice of one's own to be private do not undo each other", async () => {
    const loud = await given.person();
    const post = await given.post(loud, "#두갈래 글");
    const counts = async () => {
      await settle();
      const { rows } = await server.maru.platform.pool.query<{ posts: number }>(
        "select posts from tag_stats where tag = '두갈래'",
      );
      return rows[0]?.posts ?? 0;
    };
    const steps: [() => Promise<unknown>, boolean][] = [
      [() => limit(loud), false],
      [() => as(loud).patch("/me", { isPrivate: true }), false],
      [() => restore(loud), false],
      [() => as(loud).patch("/me", { isPrivate: false }), true],
      [() => as(loud).patch("/me", { isPrivate: true }), false],
      [() => limit(loud), false],
      [() => as(loud).patch("/me", { isPrivate: false }), false],
      [() => restore(loud), true],
    ];
    for (const [step, isOpen] of steps) {
      await step();
      expect((await as(null).get(`/posts/${post.id}`)).statusCode).toBe(isOpen ? 200 : 404);
      expect(await counts()).toBe(isOpen ? 1 : 0);
    }
  });
});
