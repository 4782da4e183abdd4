import { describe, expect, test } from "vitest";
import { searchEngines } from "../../../test/search-engine.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

interface Answer {
  posts: {
    items: { id: string }[];
    nextCursor: string | null;
    snippets: { postId: string; text: string; marks: { start: number; end: number }[] }[];
  };
  people: { items: { handle: string }[]; nextCursor: string | null };
  tags: { items: { tag: string; count: number }[]; nextCursor: string | null };
}

describe.each(searchEngines())("in $name", ({ env, refresh }) => {
  const server = testServer(env);
  const { as, given } = server;
  const settle = async () => {
    await server.settle();
    await refresh();
  };

  async function search(person: Person | null, q: string, more = ""): Promise<Answer> {
    const response = await as(person).get(`/search?q=${encodeURIComponent(q)}${more}`);
    expect(response.statusCode, response.body).toBe(200);
    return response.json();
  }
  const found = async (person: Person | null, q: string, more = "") =>
    (await search(person, q, `&type=posts${more}`)).posts.items.map((post) => post.id);

  test("Korean is found with and without particles, by first consonants, in any form", async () => {
    const ann = await given.person("ann_ko");
    const cat = (await given.post(ann, "길에서 만난 고양이가 한글은 모른대요")).id;
    const airpods = (await given.post(ann, "에어팟을 잃어버렸다")).id;
    const podcast = (await given.post(ann, "팟캐스트 추천해 주세요")).id;
    await settle();
    for (const query of [
      "고양이",
      "고양이는",
      "ㄱㅇㅇ",
      "고양이".normalize("NFD"),
      "한글",
      "한글이",
      "고양 길에서",
    ])
      expect(await found(null, query), query).toEqual([cat]);
    expect(await found(null, "에어팟")).toEqual([airpods]);
    expect(await found(null, "팟캐스트")).toEqual([podcast]);
    expect(await found(null, "팟")).toEqual([]);
    expect(await found(null, "고양이 -한글")).toEqual([]);
  });

  test("what changes is found as it is now, what is hidden or deleted not at all", async () => {
    const ann = await given.person("ann_now");
    const post = (await given.post(ann, "a walrus by the sea")).id;
    await settle();
    expect(await found(null, "walrus")).toEqual([post]);
    await as(ann).patch(`/posts/${post}`, { text: "an ostrich by the sea" });
    await settle();
    expect(await found(null, "walrus")).toEqual([]);
    expect(await found(null, "ostri")).toEqual([post]);
    await as(ann).put(`/posts/${post}/hidden`);
    expect(await found(null, "ostrich")).toEqual([]);
    await settle();
    expect(await found(ann, "ostrich")).toEqual([]);
    await as(ann).delete(`/posts/${post}/hidden`);
    await settle();
    expect(await found(null, "ostrich")).toEqual([post]);
    await as(ann).delete(`/posts/${post}`);
    expect(await found(null, "ostrich")).toEqual([]);
  });

  test("nobody finds what they may not see: not as a hit, a count, or a suggestion", async () => {
    const [ann, fan, foe, muter] = [
      await given.person("ann_sees"),
      await given.person("fan_sees"),
      await given.person("foe_sees"),
      await given.person("muter_sees"),
    ];
    await given.follow(fan, ann);
    const open = (await given.post(ann, "quokka in the open #quokkaopen")).id;
    const close = (await given.post(ann, "quokka among friends #quokkaclose", { visibility: "followers" }))
      .id;
    await as(ann).put(`/accounts/${foe.handle}/block`);
    await as(muter).put(`/accounts/${ann.handle}/mute`);
    await settle();
    for (const [person, posts, tags] of [
      [null, [open], ["quokkaopen"]],
      [ann, [close, open], ["quokkaopen"]],
      [fan, [close, open], ["quokkaopen"]],
      [foe, [], []],
      [muter, [], []],
    ] as const) {
      const answer = await search(person, "quokka");
      expect(answer.posts.items.map((post) => post.id)).toEqual(posts);
      expect(answer.posts.nextCursor).toBe(null);
      // Tags with followers-only posts alone are no public matter.
      expect(answer.tags.items).toEqual(tags.map((tag) => ({ tag, count: 1 })));
      const { tags: suggested } = (await as(person).get("/search/suggest?q=quokka")).json();
      expect(suggested).toEqual(answer.tags.items);
    }
    expect((await search(foe, "ann_sees", "&type=people")).people.items).toEqual([]);
    expect((await search(muter, "ann_sees", "&type=people")).people.items).toHaveLength(1);

    // Neither side of a block is told of the other, by name or by what they wrote; nor is ruling words out a way around.
    const named = async (person: Person | null, q: string) =>
      (await as(person).get(`/search/suggest?q=${q}`))
        .json()
        .people.map((one: { handle: string }) => one.handle);
    expect(await named(null, "ann_sees")).toEqual(["ann_sees"]);
    expect(await named(foe, "ann_sees")).toEqual([]);
    expect(await named(ann, "foe_sees")).toEqual([]);
    for (const query of [
      "from:ann_sees",
      "quokka from:ann_sees",
      "quokka -friends",
      '"quokka in"',
      "#quokkaopen",
    ])
      expect(await found(foe, query), query).toEqual([]);
    for (const query of [
      "from:ann_sees",
      "quokka -open",
      '"among friends"',
      "#quokkaclose",
      "has:media quokka",
    ])
      expect(await found(null, query), query).not.toContain(close);
    expect((await search(foe, "quokka", "&type=posts")).posts.snippets).toEqual([]);

    await as(ann).patch("/me", { isPrivate: true });
    expect(await found(null, "quokka")).toEqual([]);
    expect((await search(null, "quokka")).tags.items).toEqual([]);
    await settle();
    expect(await found(null, "quokka")).toEqual([]);
    expect(await found(fan, "quokka")).toEqual([close, open]);
  });
});
