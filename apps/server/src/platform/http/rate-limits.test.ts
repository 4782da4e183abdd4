import { beforeAll, describe, expect, test } from "vitest";
import { requireOrSkip } from "../../../test/services.ts";
import { testServer } from "../../../test/test-server.ts";

const redis = requireOrSkip("redis");
const engines: [string, Record<string, string>][] = [
  ["in this process", {}],
  ["while Redis is away", { MARU_REDIS_URL: "redis://maru:geheim@127.0.0.1:1", LOG_LEVEL: "silent" }],
];
if (redis) engines.push(["over Redis", { MARU_REDIS_URL: redis }]);

describe.each(engines)("limits %s", (_name, env) => {
  const server = testServer({ ...env, MARU_RATE_LIMITS: "on" });
  const { as } = server;
  beforeAll(async () => {
    if (redis === undefined || env["MARU_REDIS_URL"] !== redis) return;
    await new Promise<void>((resolve) => server.maru.platform.redis!.onReady(resolve));
  });

  test("say how much is left, refuse what is too much, and say when to come again", async () => {
    const reset = () => as(null).post("/password-resets", { login: "nobody@example.test" });
    const allowed = [await reset(), await reset(), await reset(), await reset(), await reset()];
    expect(allowed.map((answer) => answer.statusCode)).toEqual([202, 202, 202, 202, 202]);
    expect(allowed.map((answer) => answer.headers["ratelimit-remaining"])).toEqual(["4", "3", "2", "1", "0"]);
    expect(allowed[0]!.headers["ratelimit-limit"]).toBe("5");
    expect(Number(allowed[0]!.headers["ratelimit-reset"])).toBeGreaterThan(3000);

    const refused = await reset();
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ type: "/problems/too-many-requests" });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(3000);
  });

  test("count people, not the address they share", async () => {
    const [one, two] = [await server.given.person(), await server.given.person()];
    const left = async (person: typeof one) =>
      (await as(person).post("/posts", { text: "하나" })).headers["ratelimit-remaining"];
    expect([await left(one), await left(one), await left(two)]).toEqual(["119", "118", "119"]);
  });

  test("hold for what one has missed, in whichever way it is asked for", async () => {
    const person = await server.given.person();
    const paths = ["/feeds/home/missed", "/feeds/catch-up"];
    const answers = [];
    for (let turn = 0; turn < 121; turn++) answers.push(await as(person).get(paths[turn % 2]!));
    expect(answers.slice(0, 120).every((answer) => answer.statusCode === 200)).toBe(true);
    expect([answers[0], answers[1]].map((answer) => answer!.headers["ratelimit-remaining"])).toEqual([
      "119",
      "118",
    ]);
    const refused = answers[120]!;
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(60);
    const marked = await as(person).put("/feeds/home/read", { upTo: "1" });
    expect(marked.statusCode).toBe(429);
    expect((await as(person).get("/feeds/home")).statusCode).toBe(200);
  });
});
