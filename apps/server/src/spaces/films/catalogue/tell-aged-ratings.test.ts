import { expect, test } from "vitest";
import { dumpFilms, testImports } from "../../../../test/film-imports.ts";
import { importOwn } from "../import/own/import-own.ts";
import { tellAgedRatings } from "./tell-aged-ratings.ts";
import { toldVotes, wholeYears } from "./told-ratings.ts";

const imports = testImports();

test("a rating that grows older is told anew, once, with fewer votes from its second year on", async () => {
  const ratings = [
    { site: "imdb", measure: "imdb", value: 8, votes: 1000, date: "2026-06-15" },
    { site: "metacritic", measure: "metacritic", value: 70, votes: 40, date: "2026-11-01" },
  ];
  const path = await imports.file("own.jsonl", JSON.stringify({ id: "1", title: { en: "One" }, ratings }));
  await importOwn(imports.deps, imports.watch(), path);
  const tell = (day: string) => tellAgedRatings(imports.deps.log, imports.db, new Date(`${day}T00:00:00Z`));
  const told = async () =>
    ((await dumpFilms(imports.db)) as { told: { payload: { count: number }[] }[] }).told;

  expect(await tell("2026-12-01")).toBe(0);
  // A year old: it counts as before, and nothing is told.
  expect(await tell("2027-06-15")).toBe(0);
  expect(await tell("2028-06-14")).toBe(0);
  expect(await tell("2028-06-15")).toBe(1);
  expect(await tell("2028-06-15")).toBe(0);
  const counts = (await told()).map(({ payload }) => payload.map(({ count }) => count));
  expect(counts).toHaveLength(2);
  expect(counts).toContainEqual([841, 40]);
  // Read anew, it counts in full.
  const fresh = [{ ...ratings[0], date: "2028-06-20" }];
  await importOwn(
    imports.deps,
    imports.watch({ now: new Date("2028-06-21T00:00:00Z") }),
    await imports.file("fresh.jsonl", JSON.stringify({ id: "1", ratings: fresh })),
  );
  expect((await told()).map(({ payload }) => payload.map(({ count }) => count))).toHaveLength(3);
});

test("votes fade by half in four years", () => {
  expect([0, 1, 2, 5, 9].map((age) => toldVotes(1000, age))).toEqual([1000, 1000, 841, 500, 250]);
});

test.each([
  ["2024-02-29", "2025-02-28", 0],
  ["2024-02-29", "2025-03-01", 1],
  ["2026-11-30", "2026-11-30", 0],
  ["2027-01-01", "2026-11-30", 0],
  ["2016-11-30", "2026-11-30", 10],
])("from %s to %s it is %i whole years", (since, today, years) => {
  expect(wholeYears(since, today)).toBe(years);
});
