import fc from "fast-check";
import { expect, test } from "vitest";
import { initialsOf, stemOf } from "./hangul.ts";
import { normalise, traced } from "./normalise.ts";
import { textTokens } from "./tokens.ts";

/** Texts of all that people write, and of what they do not. */
const writing = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "고양이가",
        "에어팟",
        "ㅋㅋㅋ",
        "iPhone은",
        "東京タワー",
        "👩‍💻",
        "ｶﾞｷﾞ",
        "ＡＢＣ",
        "café",
        "\u200D",
        "#태그",
        "각",
        "ﾡￂ",
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(" "))
  .map((text) => text.toWellFormed());

test("a text has the same tokens in whatever form it is encoded", () => {
  fc.assert(
    fc.property(writing, (text) => {
      const tokens = textTokens(text);
      expect(textTokens(text.normalize("NFD"))).toEqual(tokens);
      expect(textTokens(text.normalize("NFC"))).toEqual(tokens);
      expect(textTokens(normalise(text))).toEqual(tokens);
    }),
    { numRuns: 300 },
  );
});

test("normalising again changes nothing, and every character leads back into the original", () => {
  fc.assert(
    fc.property(writing, (text) => {
      const normal = normalise(text);
      expect(normalise(normal)).toBe(normal);
      const { text: same, origin = Uint32Array.from({ length: text.length + 1 }, (_, index) => index) } =
        traced(text);
      expect(origin.length).toBe(same.length + 1);
      for (let index = 1; index < origin.length; index++)
        expect(origin[index]).toBeGreaterThanOrEqual(origin[index - 1]!);
      expect(origin.at(-1)).toBe(text.length);
    }),
    { numRuns: 300 },
  );
});

test("a token is bounded, and there are never many more than a few for each character", () => {
  fc.assert(
    fc.property(writing, (text) => {
      const tokens = textTokens(text);
      expect(tokens.size).toBeLessThanOrEqual(normalise(text).length * 10 + 10);
      for (const token of tokens) expect(token.length).toBeLessThanOrEqual(50);
    }),
  );
});

test.each([
  ["한글은", "한글"],
  ["고양이가", "고양이"],
  ["학교에서는", "학교"],
  ["책을", "책"],
  ["서울로", "서울"],
  ["집으로", "집"],
  ["사람들이", "사람"],
  ["한글이라는", "한글"],
  // A particle does not follow this syllable.
  ["작가", undefined],
  ["을", undefined],
])("the stem of %s is %s", (word, stem) => {
  expect(stemOf(word)).toBe(stem);
});

test("first consonants, of syllables only", () => {
  expect(initialsOf("고양이 cat 쌀")).toBe("ㄱㅇㅇ cat ㅆ");
});

test("jamo that were typed one by one stay apart; those of a syllable in pieces come together", () => {
  expect(normalise("ㄱㅏ")).toBe("ㄱㅏ");
  expect(normalise("가")).toBe("가");
  expect(normalise("\u1100")).toBe("ㄱ");
  expect([...textTokens("ㅋ")]).toEqual(["cㅋ"]);
});

test("what cannot be seen plays no part", () => {
  expect(textTokens("고\u200B양\u2060이")).toEqual(textTokens("고양이"));
  expect([...textTokens("👩🏽‍💻")]).toEqual(["s👩", "s💻"]);
  expect(textTokens("\u200D\uFE0F\u3164").size).toBe(0);
});
