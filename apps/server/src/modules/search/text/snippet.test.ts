import fc from "fast-check";
import { expect, test } from "vitest";
import { wantedOf } from "./marks.ts";
import { parseQuery } from "./parse-query.ts";
import { snippetOf } from "./snippet.ts";

/** The pieces of a text that are marked for a query. */
function marked(query: string, text: string): string[] {
  const snippet = snippetOf(text, wantedOf(parseQuery(query)));
  return snippet.marks.map(({ start, end }) => snippet.text.slice(start, end));
}

test.each([
  // What follows inside the same word is no particle, and belongs to nothing that was asked.
  ["살구", "살구나무 아래에서 #살구철", ["살구", "살구"]],
  ["사과", "사과나무 사과가 익었다", ["사과", "사과"]],
  ["차", "차를 차고 기차", ["차", "차"]],
  ["사과는", "사과나무 사과는 사과", ["사과", "사과는", "사과"]],
  ["살구나무", "살구나무 아래", ["살구나무"]],
  ["살구나", "살구나무 아래", ["살구나"]],
  // A particle is marked where it was asked for; without it the word alone.
  ["고양이가", "고양이는 고양이가", ["고양이", "고양이가"]],
  ["길고양이", "길에서 길고양이를 보았다", ["길고양이"]],
  // A word that the text writes in two, across the space between them alone.
  ["고양이사료", "우리 고양이 사료 추천", ["고양이 사료"]],
  ["이사", "이사 간 고양이 사료", ["이사", "이 사"]],
  ["고양이사료", "고양이, 사료", []],
])("%s marks in “%s”", (query, text, expected) => {
  expect(marked(query, text)).toEqual(expected);
});

test("a text is shown as it was written, and marks lie within it, in order and apart", () => {
  const word = fc.constantFrom(
    "살구",
    "살구나무",
    "고양이가",
    "ﬃ",
    "ｶﾞ",
    "<b>",
    "각",
    "cat",
    "👩‍💻",
    "가나다라 ",
  );
  const writing = fc.array(word, { maxLength: 80 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(writing, writing, (query, text) => {
      const snippet = snippetOf(text, wantedOf(parseQuery(query)));
      expect(text).toContain(snippet.text.replace(/^…|…$/g, ""));
      let at = 0;
      for (const { start, end } of snippet.marks) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(snippet.text.length);
    }),
  );
});
