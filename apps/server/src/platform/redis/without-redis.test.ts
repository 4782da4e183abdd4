import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const server = testServer({ MARU_REDIS_URL: "redis://maru:geheim@127.0.0.1:1", LOG_LEVEL: "silent" });

test("a Redis that is not there is named where operators look, and everything is served", async () => {
  const { as, given } = server;
  const [author, follower] = [await given.person(), await given.person()];
  await given.follow(follower, author);
  const post = await given.post(author, "레디스 없이도");
  await server.arrived();
  const home = await as(follower).get("/feeds/home");
  expect(home.json<{ items: { id: string }[] }>().items.map(({ id }) => id)).toContain(post.id);

  const ready = await as(null).get("//readyz");
  expect(ready.statusCode).toBe(200);
  expect(ready.json()).toEqual({
    status: "ok",
    without: { redis: expect.stringContaining("127.0.0.1:1 cannot be reached") },
  });
  expect((await as(null).get("//metrics")).body).toContain("maru_redis_up 0");
  expect(ready.body).not.toContain("geheim");
});
