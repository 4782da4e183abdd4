import pino from "pino";
import { expect, test, vi } from "vitest";
import { testServer } from "../../../test/test-server.ts";
import { installHealth } from "./health.ts";
import { createProbeServer } from "./probe-server.ts";

const server = testServer();

/** What a logger writes from now on. */
function linesOf(logger: pino.Logger): string[] {
  const lines: string[] = [];
  const stream = (logger as unknown as Record<symbol, { write(line: string): void }>)[
    pino.symbols.streamSym
  ]!;
  vi.spyOn(stream, "write").mockImplementation((line) => void lines.push(line));
  return lines;
}

test("whoever asks whether it is ready hears which part is not, and nothing of where that is", async () => {
  const logger = pino({ level: "warn" }, { write: () => {} });
  const lines = linesOf(logger);
  const app = createProbeServer(logger);
  const fault = 'password authentication failed for user "maru" at 10.1.2.3:5432';
  installHealth(app, {
    database: () => Promise.reject(new Error(fault)),
    consumers: () => "not started",
  });
  for (let time = 0; time < 3; time++) {
    const answer = await app.inject("/readyz");
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      status: "unavailable",
      faults: { database: "does not answer as it should", consumers: "not started" },
    });
  }
  // For the operator, once.
  expect(lines.filter((line) => line.includes("10.1.2.3"))).toHaveLength(1);
  expect((await app.inject("/")).statusCode).toBe(404);
  await app.close();
});

test("a link that one can act with is not in the log of a request that failed", async () => {
  const { pool, logger } = server.maru.platform;
  const lines = linesOf(logger);
  const token = "t".repeat(43);
  await pool.query("alter table email_change rename to away");
  try {
    const answer = await server.as(null).put(`/email-changes/${token}`);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain(token);
  } finally {
    await pool.query("alter table away rename to email_change");
    vi.restoreAllMocks();
  }
  expect(lines.join("")).toContain("a request failed");
  expect(lines.join("")).toContain("/api/v1/email-changes/");
  expect(lines.join("")).not.toContain(token);
});
