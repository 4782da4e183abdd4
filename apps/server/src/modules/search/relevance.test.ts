import { beforeAll, describe, expect, test } from "vitest";
import { cases, type TextName, texts } from "../../../test/search-relevance.ts";
import { searchEngines } from "../../../test/search-engine.ts";
import { testServer } from "../../../test/test-server.ts";

describe.each(searchEngines())("in $name", ({ env, refresh }) => {
  const { as, given, settle } = testServer(env);
  const names = new Map<string, TextName>();

  beforeAll(async () => {
    const ann = await given.person();
    for (const [name, text] of Object.entries(texts))
      names.set((await given.post(ann, text)).id, name as TextName);
    await settle();
    await refresh();
  });

  test.each(cases)("$query", async ({ query, finds, first }) => {
    const answer = await as(null).get(`/search?type=posts&limit=50&q=${encodeURIComponent(query)}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const { items, snippets } = answer.json().posts as {
      items: { id: string; text: string }[];
      snippets: { postId: string; text: string; marks: { start: number; end: number }[] }[];
    };
    const found = items.map((post) => names.get(post.id)!);
    expect(found.toSorted()).toEqual(finds.toSorted());
    expect(found[0]).toBe(first ?? found[0]);
    expect(snippets.map((snippet) => snippet.postId)).toEqual(items.map((post) => post.id));
    // What is found can be shown, and every mark lies in the text.
    for (const { text, marks } of snippets) {
      expect(marks.length, text).toBeGreaterThan(0);
      for (const { start, end } of marks) expect(text.slice(start, end).length).toBe(end - start);
    }
  });
});
