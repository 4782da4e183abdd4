import { describe, expect, test } from "vitest";
import { type CaseJson, hide, moderatedSite, problemOf } from "../../../test/moderation.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as } = server;

let loud: Person;
let reporter: Person;
let moderator: Person;
let second: Person;

const { report, queue, reportedPost, decide, notices } = moderatedSite(server, (cast) => {
  ({ loud, reporter, moderator, second } = cast);
});

describe("a case", () => {
  test("is claimed by one of two at once, and decided by one", async () => {
    const { found } = await reportedPost();
    const claim = (by: Person) => as(by).put(`/moderation/reports/${found.id}/claim`);
    const claims = await Promise.all([claim(moderator), claim(second)]);
    expect(claims.map(({ statusCode }) => statusCode).sort((one, other) => one - other)).toEqual([200, 409]);
    const [winner, loser] = claims[0]!.statusCode === 200 ? [moderator, second] : [second, moderator];
    expect(problemOf(await decide(loser, found, hide))).toBe("/problems/case-claimed");
    expect((await as(loser).delete(`/moderation/reports/${found.id}/claim`)).statusCode).toBe(409);
    expect((await queue("claimed")).map(({ id }) => id)).toEqual([found.id]);
    expect(await queue("open")).toEqual([]);
    const decided = await Promise.all([
      decide(winner, found, hide),
      decide(winner, found, { action: "none" }),
    ]);
    expect(decided.map(({ statusCode }) => statusCode).sort((one, other) => one - other)).toEqual([200, 409]);
    expect(await queue("decided")).toMatchObject([
      { id: found.id, decision: { by: { handle: winner.handle } } },
    ]);
  });

  test("waits for everybody again when it is given back, or nothing came of the claim", async () => {
    const { found } = await reportedPost();
    await as(moderator).put(`/moderation/reports/${found.id}/claim`);
    await as(moderator).delete(`/moderation/reports/${found.id}/claim`);
    expect((await as(second).put(`/moderation/reports/${found.id}/claim`)).statusCode).toBe(200);
    await server.maru.platform.pool.query(
      "update report_case set claimed_at = now() - interval '31 minutes' where id = $1",
      [found.id],
    );
    expect((await queue("open")).map(({ id, state }) => [id, state])).toEqual([[found.id, "open"]]);
    expect((await as(moderator).put(`/moderation/reports/${found.id}/claim`)).statusCode).toBe(200);
    expect((await decide(second, found, hide)).statusCode).toBe(409);
  });

  test("about a post hides it from all but its author, who is told why and cannot show it", async () => {
    const { post, found } = await reportedPost();
    expect((await decide(moderator, found, hide)).json()).toMatchObject({
      state: "decided",
      decision: { action: "hide" },
    });
    expect((await as(reporter).get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await as(loud).get(`/posts/${post.id}`)).json()).toMatchObject({ viewer: { hidden: true } });
    expect(problemOf(await as(loud).delete(`/posts/${post.id}/hidden`))).toBe("/problems/withheld");
    expect(await notices(loud)).toMatchObject([
      { kind: "moderation", decision: { action: "hide", reason: hide.reason } },
    ]);
    expect(await notices(reporter)).toEqual([]);
    const own = (await as(loud).get("/me/decisions")).body;
    expect(own).toContain(hide.reason);
    for (const name of [reporter.handle, moderator.handle]) expect(own).not.toContain(name);
  });

  test("is undone: what was done is as before, and it waits again", async () => {
    const { post, found } = await reportedPost();
    await as(loud).put(`/posts/${post.id}/hidden`);
    for (const wasHidden of [true, false]) {
      if (!wasHidden) await as(loud).delete(`/posts/${post.id}/hidden`);
      const { decision } = (await decide(moderator, found, hide)).json<CaseJson>();
      const undo = () => as(second).put(`/moderation/decisions/${decision!.id}/undone`);
      expect(
        (await Promise.all([undo(), undo()]))
          .map(({ statusCode }) => statusCode)
          .sort((one, other) => one - other),
      ).toEqual([204, 409]);
      expect((await as(reporter).get(`/posts/${post.id}`)).statusCode).toBe(wasHidden ? 404 : 200);
      expect((await queue("open")).map(({ id }) => id)).toEqual([found.id]);
      expect(await notices(loud)).toEqual([]);
    }
  });

  test.each(["warn", "limit", "suspend"] as const)("ends with: %s", async (action) => {
    const { found } = await reportedPost();
    expect((await decide(moderator, found, { action, reason: "그만" })).statusCode).toBe(200);
    const standing = { warn: "good", limit: "limited", suspend: "suspended" }[action];
    expect(await queue("decided")).toMatchObject([{ member: { standing } }]);
    await as(moderator).put(`/moderation/members/${loud.handle}/restored`);
    expect(await queue("decided")).toMatchObject([{ member: { standing: "good" } }]);
  });

  test("takes no decision that makes no sense", async () => {
    const { found } = await reportedPost();
    const past = new Date(Date.now() - 1000).toISOString();
    const soon = new Date(Date.now() + 60_000).toISOString();
    for (const [body, status] of [
      [{ action: "hide" }, 422],
      [{ action: "hide", reason: "  " }, 422],
      [{ action: "hide", reason: "왜", until: soon }, 422],
      [{ action: "suspend", reason: "왜", until: past }, 422],
      [{ action: "suspend", reason: "왜", until: "tomorrow" }, 400],
      [{ action: "delete", reason: "왜" }, 400],
      [{ action: "warn", reason: "가".repeat(1_001) }, 422],
    ] as const)
      expect({ body, status: (await decide(moderator, found, body)).statusCode }).toEqual({ body, status });
    await report(reporter, { kind: "account", id: loud.id });
    const person = (await queue()).find(({ subject }) => subject.kind === "account")!;
    expect((await decide(moderator, person, hide)).statusCode).toBe(422);
    expect((await decide(moderator, { id: "1" }, { action: "none" })).statusCode).toBe(404);
    expect((await queue()).length).toBe(2);
  });

  test("about somebody beside or above is for those who stand above them, unless nothing is to be done", async () => {
    for (const role of ["moderator", "admin", "owner"] as const) {
      await server.maru.operator.setRole(Number(loud.id), role);
      const { post, found } = await reportedPost();
      for (const action of ["warn", "hide", "limit", "suspend"])
        expect((await decide(moderator, found, { action, reason: "왜" })).statusCode).toBe(403);
      expect((await as(reporter).get(`/posts/${post.id}`)).statusCode).toBe(200);
      expect((await decide(moderator, found, { action: "none" })).statusCode).toBe(200);
    }
  });
});
