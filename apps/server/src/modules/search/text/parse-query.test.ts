import fc from "fast-check";
import { expect, test } from "vitest";
import { needsOf } from "./needs.ts";
import { parseQuery } from "./parse-query.ts";

const words = (query: string) => parseQuery(query).words.map((word) => word.text);

test("operators are read, whatever stands between them", () => {
  const query = parseQuery(
    'from:@Ann 고양이 has:media  before:2026-02-01 after:2026-01-01 #Cats "two words" -dog -#spam -"bad phrase" -from:bob -has:media',
  );
  expect(query).toEqual({
    words: [{ text: "고양이", isOpen: false }],
    phrases: ["two words"],
    tags: ["cats"],
    from: ["ann"],
    hasMedia: true,
    before: Date.UTC(2026, 1, 1),
    after: Date.UTC(2026, 0, 1),
    not: { words: ["dog"], phrases: ["bad phrase"], tags: ["spam"], from: ["bob"], hasMedia: true },
  });
});

test.each([
  ["from:", ["from:"]],
  ["from:한글", ["from:한글"]],
  ["has:wings", ["has:wings"]],
  ["before:2026-02-30", ["before:2026-02-30"]],
  ["before:tomorrow", ["before:tomorrow"]],
  ["#", ["#"]],
  ["-", ["-"]],
  ['"never closed', ['"never', "closed"]],
  ["https://maru.example:80", ["https://maru.example:80"]],
])("%s is an ordinary word", (query, expected) => {
  expect(words(query)).toEqual(expected);
});

test("the word at the very end may go on", () => {
  expect(parseQuery("one tw").words).toEqual([
    { text: "one", isOpen: false },
    { text: "tw", isOpen: true },
  ]);
  expect(parseQuery("one tw ").words.at(-1)!.isOpen).toBe(false);
});

test("quotes of telephones are quotes", () => {
  expect(parseQuery("“한 마디”").phrases).toEqual(["한 마디"]);
});

test("anything can be asked, and is answered with a bounded number of tokens in a bounded time", () => {
  const pieces = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      '"',
      "-",
      "#",
      "from:",
      "(a+)+$",
      "'; drop table post; --",
      "ㄱ",
      "\u200D",
      "%_\\",
      "고양이가",
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const { must, mustNot } = needsOf(parseQuery(parts.join(" ")));
      const count = [...must, ...mustNot].flatMap((need) => [
        ...need.all,
        ...(need.either?.flat() ?? []),
      ]).length;
      expect(count).toBeLessThan(1000);
    }),
  );
  for (const unit of ["고", '"', "-", "a ", "ㄱ", "\u200D", "고 ", "(", "#a ", "가나다라"]) {
    const began = performance.now();
    needsOf(parseQuery(unit.repeat(10_000)));
    expect(performance.now() - began).toBeLessThan(200);
  }
});

test("stop characters alone ask for nothing", () => {
  for (const query of ["", "   ", "!!! ... ???", '""', '"!!"', "\u200D", "-", "- -", "()"])
    expect(needsOf(parseQuery(query)).isNothing, query).toBe(true);
  for (const query of ["a", "고", "ㄱ", "🐱", "-a", "has:media"])
    expect(needsOf(parseQuery(query)).isNothing, query).toBe(false);
});
