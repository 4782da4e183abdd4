import fc from "fast-check";
import { expect, test } from "vitest";
import { findLink } from "./find-link.ts";

test.each([
  ["look: https://maru.example/a?b=c#d!", "https://maru.example/a?b=c#d"],
  ["(see HTTP://Maru.Example)", "http://maru.example/"],
  ["https://마루.example/고양이를 봐", "https://xn--2s2b1p.example/%EA%B3%A0%EC%96%91%EC%9D%B4%EB%A5%BC"],
  ["https://maru.example에서 봤어", "https://maru.example/"],
  ["https://one.example https://two.example", "https://one.example/"],
  ["https://me:secret@one.example/ and https://two.example", "https://two.example/"],
  ["https://me@one.example/", null],
  [`https://long.example/${"x".repeat(1979)}`, `https://long.example/${"x".repeat(1979)}`],
  [`https://long.example/${"x".repeat(1980)}`, null],
  [`https://long.example/${"가".repeat(300)}`, null],
  ["maru.example, me@maru.example, ftp://maru.example, javascript:alert(1)", null],
  ["", null],
])("%j has %j", (text, link) => expect(findLink(text)).toBe(link));

test("whatever the text, an address is one that can be asked for", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom("https://", "http://", "@", ":", "/", "\\", " ", "#"),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const link = findLink(pieces.join(""));
      if (link === null) return;
      const { href, protocol, username, password } = new URL(link);
      expect(href).toBe(link);
      expect(protocol).toMatch(/^https?:$/);
      expect(username + password).toBe("");
      expect(link).toMatch(/^[\x21-\x7e]{1,2000}$/);
    }),
  );
});
