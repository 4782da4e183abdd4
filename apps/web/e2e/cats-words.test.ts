import { afterEach, describe, expect, test } from "vitest";
import { ageWords, catLine, coatWords, fullAgeWords } from "../src/lib/cats/cat-words.ts";
import { ageOn, birthdayWords, nextOccasion, occasionWords } from "../src/lib/cats/dates.ts";
import { birthdayOf, wordsOf } from "../src/lib/cats/draft.ts";
import { nativeNumeral, withParticle } from "../src/lib/cats/korean.ts";
import { overwriteGetLocale } from "../src/lib/paraglide/runtime.js";

const inKorean = () => overwriteGetLocale(() => "ko");
const inEnglish = () => overwriteGetLocale(() => "en");
afterEach(inKorean);
inKorean();

describe("Korean", () => {
  test.each([
    [1, "한"],
    [4, "네"],
    [11, "열한"],
    [20, "스무"],
    [21, "스물한"],
    [46, "마흔여섯"],
    [100, "100"],
  ])("%i is counted %s", (count, word) => expect(nativeNumeral(count)).toBe(word));

  test.each([
    ["나비", "나비를"],
    ["먹물", "먹물을"],
    ["Leo", "Leo를"],
    ["Kim", "Kim을"],
    ["호두7", "호두7을"],
    ["호두2", "호두2를"],
    ["🐱", "🐱를"],
  ])("the particle after %s fits", (name, both) => expect(withParticle(name, "을/를")).toBe(both));
});

describe("ages", () => {
  test.each([
    [{ years: 0, months: 0 }, "day", "한 달 안 됐어요", "under a month"],
    [{ years: 0, months: 5 }, "day", "5개월", "5 months"],
    [{ years: 3, months: 0 }, "day", "세 살", "3 years"],
    [{ years: 3, months: 11 }, "month", "세 살 11개월", "3 years 11 months"],
    [{ years: 5, months: 2 }, "season", "다섯 살쯤", "about 5 years"],
    [{ years: 1, months: 1 }, "year", "한 살쯤", "about 1 year"],
  ] as const)("%o, known to the %s", (age, precision, korean, english) => {
    expect(fullAgeWords(age, precision)).toBe(korean);
    inEnglish();
    expect(fullAgeWords(age, precision)).toBe(english);
  });

  test("in passing, the months are left out", () => {
    expect(ageWords({ years: 3, months: 11 }, "day")).toBe("세 살");
  });

  test.each([
    ["2021-12-03", "2026-11-22", 4, 11],
    ["2021-12-03", "2026-12-03", 5, 0],
    ["2024-02-29", "2026-02-28", 2, 0],
    ["2026-10-31", "2026-11-30", 0, 1],
  ])("from %s to %s", (birthday, today, years, months) => {
    expect(ageOn(birthday, today)).toEqual({ years, months });
  });

  test("nothing is as old as a day that is to come, or that is none", () => {
    expect(ageOn("2026-12-03", "2026-11-22")).toBeNull();
    expect(ageOn("year-01-01", "2026-11-22")).toBeNull();
  });
});

describe("coats", () => {
  test.each([
    ["grey", "tabby", "고등어"],
    ["two-colours", "tuxedo", "턱시도"],
    ["three-colours", null, "삼색이"],
    ["black", null, "검정"],
    ["cream", "tabby", "크림 줄무늬"],
    ["other", "other", ""],
    [null, null, ""],
  ])("%s and %s", (colour, pattern, words) => expect(coatWords({ colour, pattern })).toBe(words));

  test("one line says breed, coat and age", () => {
    const breed = {
      id: "korean-shorthair",
      name: { ko: "코리안 숏헤어/믹스", en: "Korean Shorthair/mixed" },
    };
    const cat = { breed, colour: "grey", pattern: "tabby", age: { years: 2, months: 1 } };
    expect(catLine({ ...cat, birthdayPrecision: "day" })).toBe("코숏 고등어 · 두 살");
  });
});

describe("days", () => {
  test("a birthday comes again, this year or next", () => {
    expect(nextOccasion("birthday", "2021-12-03", "2026-11-22")).toMatchObject({ days: 11, years: 5 });
    expect(nextOccasion("birthday", "2021-11-22", "2026-11-22")).toMatchObject({ days: 0, years: 5 });
    expect(nextOccasion("birthday", "2021-11-21", "2026-11-22")).toMatchObject({ days: 364, years: 6 });
    expect(nextOccasion("birthday", "2024-02-29", "2026-02-01")).toMatchObject({ on: "2026-02-28" });
    expect(nextOccasion("birthday", "2026-11-22", "2026-11-22")).toBeUndefined();
  });

  test("it is told as exactly as it is known", () => {
    expect(birthdayWords("2021-12-03", "day")).toBe("12월 3일");
    expect(birthdayWords("2021-12-01", "month")).toBe("2021년 12월");
    expect(birthdayWords("2020-09-01", "season")).toBe("2020년 가을쯤");
    expect(birthdayWords("2020-01-01", "year")).toBe("2020년쯤");
  });

  test("occasions are counted as people count them", () => {
    expect(occasionWords("birthday", 1)).toBe("첫 생일");
    expect(occasionWords("birthday", 4)).toBe("네 번째 생일");
    inEnglish();
    expect([1, 2, 3, 4, 11, 21].map((years) => occasionWords("birthday", years))).toEqual([
      "1st birthday",
      "2nd birthday",
      "3rd birthday",
      "4th birthday",
      "11th birthday",
      "21st birthday",
    ]);
  });
});

describe("forms", () => {
  test.each([
    [
      { year: "2021", part: "12", day: "3" },
      { date: "2021-12-03", precision: "day" },
    ],
    [
      { year: "2021", part: "12", day: "" },
      { date: "2021-12-01", precision: "month" },
    ],
    [
      { year: "2020", part: "autumn", day: "3" },
      { date: "2020-09-01", precision: "season" },
    ],
    [
      { year: "2020", part: "", day: "" },
      { date: "2020-01-01", precision: "year" },
    ],
    [
      { year: "2020", part: "winter", day: "" },
      { date: "2020-12-01", precision: "season" },
    ],
    [
      { year: "2026", part: "winter", day: "" },
      { date: "2026-01-01", precision: "season" },
    ],
    [{ year: "", part: "", day: "" }, null],
    // A month without a year is a mistake that is told, not a birthday that is lost.
    [
      { year: "", part: "5", day: "" },
      { date: "0000-05-01", precision: "month" },
    ],
  ])("%o is a birthday", (parts, birthday) => expect(birthdayOf(parts, "2026-11-22")).toEqual(birthday));

  test("words are chosen and written, each once", () => {
    expect(wordsOf(["먹보"], " 창가지기, 먹보 ,, 느긋해요")).toEqual(["먹보", "창가지기", "느긋해요"]);
  });
});
