import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { searchEngines } from "../../../test/search-engine.ts";
import { testServer } from "../../../test/test-server.ts";

describe.each(searchEngines())("in $name", ({ env, refresh }) => {
  const server = testServer(env);
  const { as, given, settle } = server;

  test("whatever is asked is answered, soon", async () => {
    const ann = await given.person();
    await given.post(ann, "고양이 and a dog 100% (really) ㅋㅋ");
    await settle();
    await refresh();
    for (const q of [
      "고양이".repeat(3333),
      "고 ".repeat(5000),
      '"'.repeat(9999),
      "a".repeat(10_000),
      "-".repeat(10_000),
      "...!!!???",
      '"고양이 dog',
      "'; drop table post; --",
      "(a+)+$ [ ] \\ % _ .*",
      "ㄱ",
      "ㅏ",
      "ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ",
      "\u200D",
      "고\u200D양\u200D이",
      "\uD800",
      "\u0000",
      "🏳️‍🌈👨‍👩‍👧‍👦",
      "from:from:from: has: before:0000-00-00",
      "#".repeat(500),
      "%",
      "_",
    ]) {
      const began = performance.now();
      for (const more of ["", "&type=posts", "&sort=newest"]) {
        const response = await as(null).get(`/search?q=${encodeURIComponent(q.toWellFormed())}${more}`);
        expect(response.statusCode, `${q.slice(0, 20)} ${response.body}`).toBe(200);
      }
      expect(
        (await as(null).get(`/search/suggest?q=${encodeURIComponent(q.toWellFormed())}`)).statusCode,
      ).toBe(200);
      expect(performance.now() - began, q.slice(0, 20)).toBeLessThan(2000);
    }
  });

  test("what is no request is refused", async () => {
    for (const path of [
      "/search",
      "/search?q=a&type=cars",
      "/search?q=a&limit=51",
      "/search?q=a&sort=worst",
      "/search?q=a&x=1",
      "/search/suggest",
    ])
      expect((await as(null).get(path)).statusCode, path).toBe(400);
  });

  test("an address with ten thousand Korean characters arrives", async () => {
    const { app } = server.maru;
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    const answer = await fetch(
      `http://127.0.0.1:${port}/api/v1/search?q=${encodeURIComponent("고양이 ".repeat(2500))}`,
    );
    expect(answer.status).toBe(200);
  });
});
