import { beforeAll, describe, expect, test } from "vitest";
import { givenFilm } from "../../../test/films.ts";
import { loudPerson, mentions, still } from "../../../test/loud-person.ts";
import { openPages } from "../../../test/open-pages.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createMaru } from "../../app.ts";

const server = testServer();
const { as, given, settle } = server;
const pages = openPages(server);

let moderator: Person;
beforeAll(async () => {
  moderator = await given.person();
  await server.maru.operator.setRole(Number(moderator.id), "moderator");
});

const decide = (person: Person, action: "limit" | "suspend", more: object = {}) =>
  as(moderator).post(`/moderation/members/${person.handle}/decisions`, {
    action,
    reason: "그만해 주세요",
    ...more,
  });
const restore = (person: Person) => as(moderator).put(`/moderation/members/${person.handle}/restored`);
const signIn = ({ handle: login, password }: Person) => as(null).post("/sessions", { login, password });

describe("a suspension", () => {
  test("takes somebody out of everything, and the end of it brings back all that was there", async () => {
    const there = await loudPerson(server, "달빛구름");
    const { loud, found } = there;
    const before = still(await found());
    // The scene shows them nearly everywhere, or this test would say nothing.
    expect(mentions(before, there).length).toBeGreaterThan(45);

    expect((await decide(loud, "suspend")).statusCode).toBe(201);
    expect(mentions(await found(), there)).toEqual([]);
    await settle();
    const during = await found();
    expect(mentions(during, there)).toEqual([]);
    const searched = during[`friend /chats/search?q=${encodeURIComponent(there.word)}`];
    expect(JSON.parse(searched!)).toMatchObject({ items: [] });
    const own = Object.entries(during).filter(([where]) => where.includes(`/accounts/${loud.handle}`));
    expect(own).toEqual(own.map(([where]) => [where, "404"]));

    expect((await restore(loud)).statusCode).toBe(200);
    await settle();
    expect(still(await found())).toEqual(before);
    expect((await signIn(loud)).statusCode).toBe(201);
  });

  test("ends every session, and says why nobody can sign in, and until when", async () => {
    const loud = await given.person();
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const socket = pages.open({ auth: { token: loud.token } });
    await new Promise<void>((resolve) => socket.once("connect", resolve));
    const closed = new Promise<void>((resolve) => socket.once("disconnect", () => resolve()));
    await decide(loud, "suspend", { until });
    await closed;
    expect((await as(loud).get("/me")).statusCode).toBe(401);
    expect((await as(loud).post("/posts", { text: "아직" })).statusCode).toBe(401);
    const refused = await signIn(loud);
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ type: "/problems/suspended", reason: "그만해 주세요", until });
    expect(
      (await as(null).post("/sessions", { login: loud.handle, password: "wrong password" })).statusCode,
    ).toBe(401);
  });

  test("is known to every process", async () => {
    const loud = await given.person();
    const { config, pool } = server.maru.platform;
    const second = await createMaru(
      { ...config, demo: false },
      (pool.options as { connectionString: string }).connectionString,
    );
    try {
      await second.startConsumers();
      const there = (url: string) =>
        second.app
          .inject({ url, headers: { authorization: `Bearer ${loud.token}` } })
          .then(({ statusCode }) => statusCode);
      expect(await there("/api/v1/me")).toBe(200);
      await decide(loud, "suspend");
      await expect.poll(() => there("/api/v1/me")).toBe(401);
      expect((await second.app.inject({ url: `/api/v1/accounts/${loud.handle}` })).statusCode).toBe(404);
    } finally {
      await second.stop();
    }
  });

  test("for a time ends by itself, and at the latest when they sign in", async () => {
    const [one, other] = [await given.person(), await given.person()];
    const until = new Date(Date.now() + 60_000).toISOString();
    for (const person of [one, other]) await decide(person, "suspend", { until });
    await server.maru.platform.pool.query(
      "update moderation_decision set until = now() - interval '1 second'",
    );
    await server.maru.platform.pool.query(
      "update account set standing_until = now() - interval '1 second' where standing <> 'good'",
    );
    expect((await signIn(one)).statusCode).toBe(201);
    expect((await as(null).get(`/accounts/${one.handle}`)).statusCode).toBe(200);
    expect((await as(null).get(`/accounts/${other.handle}`)).statusCode).toBe(404);
    await server.maru.endStandings();
    expect((await as(null).get(`/accounts/${other.handle}`)).statusCode).toBe(200);
  });

  test("that ends leaves a limit that goes on", async () => {
    const loud = await given.person();
    await decide(loud, "limit");
    await decide(loud, "suspend", { until: new Date(Date.now() + 60_000).toISOString() });
    const standing = async () =>
      (await as(moderator).get(`/moderation/members/${loud.handle}`)).json<{ member: { standing: string } }>()
        .member.standing;
    expect(await standing()).toBe("suspended");
    await server.maru.platform.pool.query(
      "update moderation_decision set until = now() where account_id = $1 and action = 'suspend'",
      [loud.id],
    );
    await server.maru.platform.pool.query("update account set standing_until = now() where id = $1", [
      loud.id,
    ]);
    await server.maru.endStandings();
    expect(await standing()).toBe("limited");
    await restore(loud);
    expect(await standing()).toBe("good");
  });

  test("refuses everything that is tried with somebody who is suspended", async () => {
    const [loud, friend] = [await given.person(), await given.person()];
    const post = await given.post(loud, "글");
    await decide(loud, "suspend");
    const tries = await Promise.all([
      as(friend).put(`/accounts/${loud.handle}/follow`),
      as(friend).put(`/accounts/${loud.handle}/block`),
      as(friend).post("/chats", { with: loud.handle }),
      as(friend).put(`/posts/${post.id}/like`),
      as(friend).post(`/posts/${post.id}/comments`, { text: "댓글" }),
      as(friend).post("/reports", { subject: { kind: "post", id: post.id }, reason: "spam" }),
      as(friend).post("/reports", { subject: { kind: "account", id: loud.id }, reason: "spam" }),
    ]);
    expect(tries.map(({ statusCode }) => statusCode)).toEqual(Array(7).fill(404));
    const mention = await given.post(friend, `@${loud.handle} 어디 있어요`);
    expect(mention["html"]).not.toContain("href");
  });

  test("of an owner, an admin or oneself is not a moderator's to decide", async () => {
    const [admin, owner, other] = [await given.person(), await given.person(), await given.person()];
    await server.maru.operator.setRole(Number(admin.id), "admin");
    await server.maru.operator.setRole(Number(owner.id), "owner");
    await server.maru.operator.setRole(Number(other.id), "moderator");
    for (const target of [admin, owner, other, moderator]) {
      expect((await decide(target, "suspend")).statusCode).toBe(403);
      expect((await restore(target)).statusCode).toBe(403);
    }
  });

  test("at the moment of a sign-in lets no session through", async () => {
    for (let round = 0; round < 5; round++) {
      const loud = await given.person();
      const [answer] = await Promise.all([signIn(loud), decide(loud, "suspend")]);
      expect([201, 403]).toContain(answer.statusCode);
      const { token = "none" } = answer.json<{ token?: string }>();
      expect((await as({ ...loud, token }).get("/me")).statusCode).toBe(401);
    }
  });
});

describe("in films", () => {
  test("the votes of somebody who is suspended weigh nothing until they are back", async () => {
    const [loud, author] = [await given.person(), await given.person()];
    const film = await givenFilm(server);
    const review = (
      await as(author).post(`/films/${film}/reviews`, { text: "좋은 영화예요", aspects: { story: 8 } })
    ).json<{ id: string }>();
    await as(loud).put(`/films/${film}/vote`, { value: "like" });
    await as(loud).put(`/posts/${review.id}/vote`, { value: "like" });
    await settle();
    const seen = async () => {
      await settle();
      const score = (await as(null).get(`/films/${film}/score`)).json<{ members: object }>().members;
      const { rows } = await server.maru.platform.pool.query(
        "select sympathy from film_review_state where review_id = $1",
        [review.id],
      );
      return { score, rows };
    };
    const before = await seen();
    await decide(loud, "suspend");
    expect(before.rows).not.toEqual([{ sympathy: 0 }]);
    expect(await seen()).toMatchObject({ rows: [{ sympathy: 0 }] });
    expect((await seen()).score).not.toEqual(before.score);
    await restore(loud);
    expect(await seen()).toEqual(before);
  });
});
