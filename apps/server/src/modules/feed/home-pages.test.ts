import { expect, test } from "vitest";
import { createStamps } from "../../platform/cache/stamps.ts";
import { createHomePages } from "./home-pages.ts";

const pageBytes = 10_000;
const room = 100 * pageBytes;

test("more people than there is room for, one after the other: most of those who got in are found again", () => {
  const pages = createHomePages(createStamps(), room);
  const timeline = { ids: [], floor: 0 };
  const people = Array.from({ length: 120 }, (_, index) => index + 1);
  let found = 0;
  const rounds = 20;
  for (let round = 0; round < rounds; round++)
    for (const person of people) {
      if (pages.find(person, 20, timeline)) found++;
      else pages.keep(person, 20, timeline, [], Buffer.alloc(pageBytes));
    }
  expect(found / (rounds * people.length)).toBeGreaterThan(0.5);
});

test("who looks often gets in, also when it is full", () => {
  const pages = createHomePages(createStamps(), room);
  const timeline = { ids: [], floor: 0 };
  for (let person = 1; person <= 200; person++) pages.keep(person, 20, timeline, [], Buffer.alloc(pageBytes));
  const newcomer = 1000;
  for (let look = 0; look < 8; look++) pages.keep(newcomer, 20, timeline, [], Buffer.alloc(pageBytes));
  expect(pages.find(newcomer, 20, timeline)).toBeDefined();
});
