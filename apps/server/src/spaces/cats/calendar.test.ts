import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  ageOn,
  anniversary,
  dayAt,
  daysBetween,
  firstDayOf,
  latestBirthday,
  monthsBetween,
  nextAnniversary,
  readDay,
} from "./calendar.ts";

const seoul = "Asia/Seoul";
const day = fc.integer({ min: 0, max: 17_500 }).map((days) => addDays("1980-01-01", days));
const twoDays = fc.tuple(day, day).map((days) => days.sort() as [string, string]);

test("the day is the one by the site's clock", () => {
  expect(dayAt(new Date("2026-11-21T14:59:59Z"), seoul)).toBe("2026-11-21");
  expect(dayAt(new Date("2026-11-21T15:00:00Z"), seoul)).toBe("2026-11-22");
  expect(dayAt(new Date("2026-11-21T15:00:00Z"), "America/Los_Angeles")).toBe("2026-11-21");
});

test("ages, also of those who were born on a day that most years do not have", () => {
  const ages: [birthday: string, day: string, years: number, months: number][] = [
    ["2021-12-03", "2026-12-02", 4, 11],
    ["2021-12-03", "2026-12-03", 5, 0],
    ["2024-02-29", "2025-02-27", 0, 11],
    ["2024-02-29", "2025-02-28", 1, 0],
    ["2024-02-29", "2028-02-28", 3, 11],
    ["2024-02-29", "2028-02-29", 4, 0],
    ["2026-01-31", "2026-02-28", 0, 1],
    ["2026-01-31", "2026-03-30", 0, 1],
    ["2026-11-21", "2026-11-21", 0, 0],
  ];
  for (const [birthday, on, years, months] of ages)
    expect(ageOn(birthday, on), `${birthday} ${on}`).toEqual({ years, months });
});

test("nobody grows younger, and a month never takes more than 31 days", () => {
  fc.assert(
    fc.property(twoDays, ([birthday, on]) => {
      const months = monthsBetween(birthday, on);
      expect(months).toBeGreaterThanOrEqual(0);
      expect(monthsBetween(birthday, addDays(on, 1)) - months).toBeOneOf([0, 1]);
      expect(monthsBetween(birthday, addDays(on, 31)) - months).toBeOneOf([1, 2]);
      expect(ageOn(birthday, on).months).toBeLessThan(12);
    }),
  );
});

test("each year is complete on the anniversary, and not the day before", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 25 }), (birthday, years) => {
      const on = anniversary(birthday, years);
      expect(ageOn(birthday, on).years).toBe(years);
      expect(ageOn(birthday, addDays(on, -1)).years).toBe(years - 1);
    }),
  );
});

test("the latest birthday of an age divides those who have it from those who do not", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 20 }), (today, years) => {
      const latest = latestBirthday(today, years);
      expect(ageOn(latest, today).years).toBe(years);
      expect(ageOn(addDays(latest, 1), today).years).toBe(years - 1);
    }),
  );
});

test("the next anniversary is the first that has not been", () => {
  fc.assert(
    fc.property(twoDays, ([then, today]) => {
      const { on, years, days } = nextAnniversary(then, today);
      expect(days).toBe(daysBetween(today, on));
      expect(days).toBeGreaterThanOrEqual(0);
      expect(days).toBeLessThan(367);
      expect(on).toBe(anniversary(then, years));
      expect(years === 0 || anniversary(then, years - 1) < today).toBe(true);
    }),
  );
  expect(nextAnniversary("2024-02-29", "2026-11-21")).toEqual({ on: "2027-02-28", years: 3, days: 99 });
});

test("what is known of a birthday begins on its first day", () => {
  const seasons = ["2021-12-03", "2022-01-31", "2022-02-28", "2022-03-01", "2022-08-31", "2022-11-30"];
  expect(seasons.map((one) => firstDayOf(one, "season"))).toEqual([
    "2021-12-01",
    "2021-12-01",
    "2021-12-01",
    "2022-03-01",
    "2022-06-01",
    "2022-09-01",
  ]);
  fc.assert(
    fc.property(day, fc.constantFrom("day", "month", "season", "year"), (one, precision) => {
      const first = firstDayOf(one, precision);
      expect(first <= one).toBe(true);
      expect(firstDayOf(first, precision)).toBe(first);
    }),
  );
});

test("only days that have been, from 1980 on, are taken", () => {
  const today = "2026-11-21";
  expect(readDay("birthday", "2026-11-21", today)).toBe("2026-11-21");
  for (const text of [
    "2026-11-22",
    "9999-12-31",
    "1979-12-31",
    "0000-00-00",
    "2025-02-29",
    "2026-2-3",
    "26-02-03",
    "2026-13-01",
    "2026-11-21T00:00:00Z",
    " 2026-11-21",
    "",
  ])
    expect(() => readDay("birthday", text, today), text).toThrow(expect.objectContaining({ status: 422 }));
});
