import { expect, test } from "vitest";
import { runCommand } from "../../test/run-command.ts";
import { testServer } from "../../test/test-server.ts";

const server = testServer();

const maru = (args: string[], more?: Record<string, string>) => runCommand(server, args, more);

test(
  "what people wrote into an error does not steer the operator's terminal",
  { timeout: 120_000 },
  async () => {
    await server.maru.platform.pool.query(
      `insert into event_dead (consumer, event_id, xid, at, aggregatetype, aggregateid, type, payload, error, attempts)
     values ('post-counters', 7, '7', now(), 'post', '1', 'post.liked', $1, $2, 4)`,
      [
        JSON.stringify({ tag: "\u009b2J\u202e" }),
        "no \u001b[2J\u001b]0;owned\u0007 \u009b2J\u202e\rof use\nsecond line",
      ],
    );
    const { code, text } = await maru(["events", "dead"]);
    expect(code).toBe(0);
    expect(text).toContain("of use");
    expect(text).not.toContain("second line");
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
  },
);

test("what is no command or no event is said to be none", { timeout: 120_000 }, async () => {
  for (const [args, code] of [
    [["nothing"], 2],
    [["replay", "post-counters", "--event", "x"], 1],
    [["replay", "post-counters", "--event", "9".repeat(20)], 1],
    [["dead", "'; drop table event_dead; --"], 0],
  ] as const) {
    const answer = await maru(["events", ...args]);
    expect([args, answer.code]).toEqual([args, code]);
    expect(answer.text).not.toMatch(/\n +at /);
  }
});

test("no password is shown, whatever goes wrong", { timeout: 120_000 }, async () => {
  const secret = "geheim-1";
  const at = `maru:${secret}@127.0.0.1:1`;
  for (const [args, more] of [
    [["events", "status"], { DATABASE_URL: `postgres://${at}/maru` }],
    [
      ["config"],
      {
        DATABASE_URL: `postgres://${at}/maru`,
        MARU_SEARCH_URL: `https://${at}`,
        MARU_REDIS_URL: `redis://${at}`,
        MARU_BROKER_URL: `amqp://${at}`,
        MARU_SMTP_URL: `smtps://${at}`,
      },
    ],
    [
      ["start"],
      {
        DATABASE_URL: `postgres//${at}/maru`,
        MARU_SEARCH_URL: `ftp://${at}`,
        MARU_REDIS_URL: `http://${at}`,
        MARU_BROKER_URL: at,
        MARU_SMTP_URL: at,
      },
    ],
  ] as const) {
    const { text } = await maru([...args], more);
    expect(text).toMatch(/\w/);
    expect(text).not.toContain(secret);
  }
});
