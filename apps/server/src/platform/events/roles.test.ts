import { expect, test } from "vitest";
import { readRoles } from "./roles.ts";

const there = { consumers: ["people-counters", "search"], services: ["recognition"] };
const all = { broker: true, database: true };

test("roles are read, and what cannot be is refused in words", () => {
  expect(readRoles(["all"], there, { broker: false, database: false })).toEqual({
    web: true,
    relay: false,
    consumers: there.consumers,
    services: [],
  });
  expect(readRoles(["all"], there, all)).toMatchObject({ relay: true });
  expect(readRoles(["web", "consumer:search", "web"], there, all)).toEqual({
    web: true,
    relay: false,
    consumers: ["search"],
    services: [],
  });
  expect(readRoles(["relay"], there, all)).toMatchObject({ web: false, relay: true, consumers: [] });
  expect(readRoles(["recognition"], there, all)).toEqual({
    web: false,
    relay: false,
    consumers: [],
    services: ["recognition"],
  });
  expect(() => readRoles(["relay"], there, { broker: false, database: true })).toThrow("MARU_BROKER_URL");
  expect(() => readRoles(["web"], there, { broker: true, database: false })).toThrow("DATABASE_URL");
  expect(() => readRoles(["consumer:serach"], there, all)).toThrow("there is no role consumer:serach");
  expect(() => readRoles(["all", "web"], there, all)).toThrow("all stands alone");
});
