import { describe, expect, test } from "vitest";
import { type CaseJson, moderatedSite, problemOf } from "../../../test/moderation.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as } = server;

let loud: Person;
let reporter: Person;
let moderator: Person;
let second: Person;

const { reportedPost, decide, notices } = moderatedSite(server, (cast) => {
  ({ loud, reporter, moderator, second } = cast);
});

describe("an appeal", () => {
  async function sanctioned(action: string) {
    const { found } = await reportedPost();
    const { decision } = (await decide(moderator, found, { action, reason: "왜" })).json<CaseJson>();
    return decision!.id;
  }
  const file = (decisionId: string, by = loud) =>
    as(by).post(`/me/decisions/${decisionId}/appeal`, { text: "억울해요" });
  const open = async (by: Person) =>
    (await as(by).get("/moderation/appeals?limit=50"))
      .json<{ items: { id: string; member: { account: { handle: string } }; decision: { id: string } }[] }>()
      .items.filter(({ member }) => member.account.handle === loud.handle);
  const answer = (by: Person, { id }: { id: string }, outcome: string) =>
    as(by).post(`/moderation/appeals/${id}/decision`, { outcome, answer: "다시 봤어요" });

  test("is one for each decision, of whom it is about alone, and another moderator's to answer", async () => {
    const decisionId = await sanctioned("limit");
    expect((await file(decisionId, reporter)).statusCode).toBe(404);
    expect(
      (await Promise.all([file(decisionId), file(decisionId)]))
        .map(({ statusCode }) => statusCode)
        .sort((one, other) => one - other),
    ).toEqual([204, 409]);
    const [appeal] = await open(second);
    expect(problemOf(await answer(moderator, appeal!, "refused"))).toBe("/problems/own-decision");
    const answers = await Promise.all([
      answer(second, appeal!, "granted"),
      answer(second, appeal!, "refused"),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort((one, other) => one - other)).toEqual([204, 409]);
    expect(await open(second)).toEqual([]);
    expect((await notices(loud)).map(({ kind }) => kind)).toContain("appeal");
  });

  test.each(["granted", "refused"] as const)("that is %s", async (outcome) => {
    const decisionId = await sanctioned("limit");
    await file(decisionId);
    expect((await answer(second, (await open(second))[0]!, outcome)).statusCode).toBe(204);
    const { member } = (await as(second).get(`/moderation/members/${loud.handle}`)).json<{
      member: { standing: string };
    }>();
    expect(member).toMatchObject({ standing: outcome === "granted" ? "good" : "limited" });
    const shown = await notices(loud);
    expect(shown[0]).toMatchObject({ kind: "appeal", decision: { outcome, answer: "다시 봤어요" } });
    expect((await as(loud).get("/me/decisions")).json()).toMatchObject({
      items: [{ id: decisionId, appeal: { state: outcome } }],
    });
    expect((await file(decisionId)).statusCode).toBe(409);
  });

  test("against a suspension comes with login and password, and brings them back when it is granted", async () => {
    await sanctioned("suspend");
    const { handle: login, password } = loud;
    const plead = (more: object) =>
      as(null).post("/suspension-appeals", { login, password, text: "억울해요", ...more });
    expect((await plead({ password: "wrong password" })).statusCode).toBe(401);
    expect((await plead({ text: " " })).statusCode).toBe(422);
    expect((await plead({})).statusCode).toBe(204);
    expect((await plead({})).statusCode).toBe(409);
    await answer(second, (await open(second))[0]!, "granted");
    expect((await as(null).post("/sessions", { login, password })).statusCode).toBe(201);
    expect(problemOf(await plead({}))).toBe("/problems/not-suspended");
  });
});
