import { expect, test } from "vitest";
import { runCommand } from "../../test/run-command.ts";
import { testServer } from "../../test/test-server.ts";

const server = testServer();

const maru = (...args: string[]) => runCommand(server, args);

test("dead letters are shown, handed on again and gone", async () => {
  const [haru, doyun] = [await server.given.person("haru"), await server.given.person("doyun")];
  const post = await server.given.post(haru, "고양이");
  await server.settle();
  const { pool } = server.maru.platform;
  // What the consumer would have set aside: a like whose effect is missing, and one that is no use at all.
  await pool.query(
    `insert into event_dead (consumer, event_id, xid, at, aggregatetype, aggregateid, type, payload, error, attempts)
     values ('post-counters', 7, '7', now(), 'post', $1, 'post.liked', $2, 'out of luck', 4),
       ('post-counters', 8, '8', now(), 'post', $1, 'post.liked', '{"postId":"none"}', 'out of luck', 4)`,
    [
      post.id,
      JSON.stringify({ postId: Number(post.id), accountId: Number(doyun.id), authorId: Number(haru.id) }),
    ],
  );
  expect((await maru("events", "status")).text).toMatch(/post-counters +\d+ \/ \d+ +0 +0\.0 +2/);
  expect((await maru("events", "dead", "post-counters")).text).toContain("out of luck");
  expect((await maru("events", "dead", "people-counters")).text).toContain("Nothing was set aside");

  const again = await maru("events", "replay", "post-counters");
  expect(again.code).toBe(1);
  expect(again.text).toContain("event 7  handled");
  expect(again.text).toContain("event 8  failed again");
  const counts = async () =>
    (await server.as(null).get(`/posts/${post.id}`)).json<{ counts: object }>().counts;
  // Also in the memory of the site that runs.
  await expect.poll(counts).toMatchObject({ likes: 1 });
  expect((await maru("events", "dead")).text).not.toContain("event 7");

  expect(await maru("events", "replay", "nobody")).toMatchObject({
    code: 1,
    text: expect.stringContaining("post-counters"),
  });
  expect((await maru("events", "replay")).code).toBe(2);
  expect((await maru("events", "replay", "post-counters", "--event", "9")).text).toContain(
    "nothing to replay",
  );
}, 60_000);
