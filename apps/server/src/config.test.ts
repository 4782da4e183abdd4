import { expect, test } from "vitest";
import { readConfig, reportConfig } from "./config.ts";
import { settings } from "./settings.ts";

test("every setting has a default that is valid, or is optional", () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: "127.0.0.1", demo: true, rateLimits: true });
});

test("a misspelt setting stops the start with its name", () => {
  expect(() => readConfig({ MARU_DATADIR: "/x" })).toThrow(/MARU_DATADIR: there is no such setting/);
});

test("a malformed setting says what was expected", () => {
  expect(() => readConfig({ PORT: "99999" })).toThrow(/PORT="99999": expected a port number/);
  expect(() => readConfig({ MARU_DEMO: "yes" })).toThrow(/MARU_DEMO="yes": expected on or off/);
  expect(() => readConfig({ MARU_EVENT_DAYS: "1" })).toThrow(/2 or more/);
  expect(() => readConfig({ MARU_REGISTRATIONS: "x" })).toThrow(/one of open, closed/);
});

test("all faults are told at once", () => {
  expect(() => readConfig({ PORT: "x", MARU_DEMO: "x" })).toThrow(/PORT[^]*MARU_DEMO/);
});

test("secrets are never shown", () => {
  const secret = "not an address with hunter2";
  expect(() => readConfig({ DATABASE_URL: secret })).toThrow(/DATABASE_URL=\(secret\)/);
  expect(JSON.stringify(reportConfig({ DATABASE_URL: "postgres://maru:hunter2@db/maru" }))).not.toContain(
    "hunter2",
  );
});

test("limits cannot be off in production", () => {
  expect(() => readConfig({ MARU_RATE_LIMITS: "off", NODE_ENV: "production" })).toThrow(/refused/);
});

test("the report has every setting with its origin and a line of help", () => {
  const report = reportConfig({ PORT: "4000" });
  expect(report).toHaveLength(Object.keys(settings).length);
  expect(report.find((setting) => setting.env === "PORT")).toMatchObject({
    value: "4000",
    origin: "environment",
  });
  expect(report.every((setting) => setting.help.length > 10)).toBe(true);
});
