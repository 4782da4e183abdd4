import { expect, test } from "vitest";
import { readRoles } from "./roles.ts";

const consumers = ["people-counters", "search"];
const all = { broker: true, database: true };

test("roles are read, and what cannot be is refused in words", () => {
  expect(readRoles(["all"], consumers, { broker: false, database: false })).toEqual({
    web: true,
    relay: false,
    consumers,
  });
  expect(readRoles(["all"], consumers, all)).toMatchObject({ relay: true });
  expect(readRoles(["web", "consumer:search", "web"], consumers, all)).toEqual({
    web: true,
    relay: false,
    consumers: ["search"],
  });
  expect(readRoles(["relay"], consumers, all)).toEqual({ web: false, relay: true, consumers: [] });
  expect(() => readRoles(["relay"], consumers, { broker: false, database: true })).toThrow("MARU_BROKER_URL");
  expect(() => readRoles(["web"], consumers, { broker: true, database: false })).toThrow("DATABASE_URL");
  expect(() => readRoles(["consumer:serach"], consumers, all)).toThrow("there is no role consumer:serach");
  expect(() => readRoles(["all", "web"], consumers, all)).toThrow("all stands alone");
});
