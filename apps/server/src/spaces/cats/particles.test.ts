import { expect, test } from "vitest";
import { withParticle } from "./particles.ts";

test("a particle follows from how the word ends when it is read", () => {
  const words = [
    "두부",
    "먹물",
    "밤이",
    "고을",
    "Pixel",
    "Toast",
    "치즈3",
    "치즈2",
    "별🌟",
    "나비!",
    "🐱",
    "",
  ];
  expect(words.map((word) => withParticle(word, "을/를"))).toEqual([
    "두부를",
    "먹물을",
    "밤이를",
    "고을을",
    "Pixel을",
    "Toast를",
    "치즈3을",
    "치즈2를",
    "별🌟을",
    "나비!를",
    "🐱를",
    "를",
  ]);
  expect(withParticle("두부", "이/가")).toBe("두부가");
  expect(withParticle("먹물", "이/가")).toBe("먹물이");
});
