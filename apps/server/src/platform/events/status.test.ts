import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";
import { readStatus } from "./status.ts";

const server = testServer();

test("the status says how far each consumer is and what it set aside, and so do the metrics", async () => {
  const person = await server.given.person("haru");
  await server.given.post(person, "안녕하세요");
  await server.settle();
  const { pool, db } = server.maru.platform;
  await pool.query(`insert into event_dead (consumer, event_id, xid, at, aggregatetype, aggregateid, type, payload, error, attempts)
    values ('post-counters', 1, '1', now(), 'post', '1', 'post.liked', '{}', 'no', 4)`);
  await pool.query(
    `update consumer_position set xid = '0', id = 0, at = '-infinity' where consumer = 'people-counters'`,
  );
  const { consumers } = await readStatus(db);
  const status = new Map(consumers.map((one) => [one.consumer, one]));
  expect(status.get("post-counters")).toMatchObject({ behind: "0", lagSeconds: 0, dead: 1 });
  expect(status.get("people-counters")).toMatchObject({ dead: 0 });
  const metrics = await server.as(null).get("//metrics");
  expect(metrics.body).toContain('maru_consumer_dead_letters{consumer="post-counters"} 1');
  expect(metrics.body).toContain('maru_consumer_dead_letters{consumer="people-counters"} 0');
});
