import { describe, expect, test } from "vitest";
import { searchEngines } from "../../../test/search-engine.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

describe.each(searchEngines())("in $name", ({ env, refresh }) => {
  const server = testServer(env);
  const { as, given } = server;
  const settle = async () => {
    await server.settle();
    await refresh();
  };

  async function everyId(person: Person | null, path: string, between = async () => {}): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const response = await as(person).get(`/search?type=posts&${path}${cursor && `&cursor=${cursor}`}`);
      expect(response.statusCode, response.body).toBe(200);
      const { posts } = response.json();
      ids.push(...posts.items.map((post: { id: string }) => post.id));
      cursor = posts.nextCursor;
      await between();
    }
    return ids;
  }

  test("pages have no gaps and no doubles, in either order, while people write", async () => {
    const [ann, ben] = [await given.person(), await given.person()];
    const posts: string[] = [];
    for (let index = 0; index < 130; index++) {
      const text = index % 3 === 0 ? `산책길에서 ${index}` : `산책 ${index}`;
      posts.push((await given.post(index % 2 === 0 ? ann : ben, text)).id);
    }
    await settle();
    let written = 0;
    const meanwhile = async () => {
      if (written++ < 3) await given.post(ben, "산책 meanwhile");
      await settle();
    };
    const newest = posts.toReversed();
    expect(await everyId(null, "q=산책&sort=newest&limit=17", meanwhile)).toEqual(newest);
    const ranked = await everyId(null, "q=산책&limit=17", meanwhile);
    expect(ranked.slice(3).toSorted()).toEqual(posts.toSorted());
    expect(ranked.slice(0, 20)).not.toContain(posts[129]);
    await as(ben).put(`/accounts/${ann.handle}/mute`);
    const mine = await everyId(ben, "q=산책&sort=newest&limit=50");
    expect(mine.slice(3)).toEqual(newest.filter((_, index) => index % 2 === 0));
  });

  test("a cursor is for one query of one type in one order, and nobody can make one up", async () => {
    const ann = await given.person();
    for (let index = 0; index < 3; index++) await given.post(ann, `cursor ${index} #cursors${index}`);
    await settle();
    const page = (await as(null).get("/search?q=cursor&type=posts&limit=1")).json();
    const cursor = page.posts.nextCursor as string;
    const status = async (path: string) =>
      (await as(null).get(`/search?${path}&cursor=${cursor}`)).statusCode;
    expect(await status("q=cursor&type=posts&limit=1")).toBe(200);
    expect(await status("q=cursor2&type=posts")).toBe(400);
    expect(await status("q=cursor&type=posts&sort=newest")).toBe(400);
    expect(await status("q=cursor&type=tags")).toBe(400);
    expect(await status("q=cursor")).toBe(400);
    expect((await as(null).get("/search?q=cursor&type=posts&cursor=AAAA")).statusCode).toBe(400);

    const tags = (await as(null).get("/search?q=cursors&type=tags&limit=2")).json().tags;
    const rest = (await as(null).get(`/search?q=cursors&type=tags&limit=2&cursor=${tags.nextCursor}`)).json()
      .tags;
    expect([...tags.items, ...rest.items].map((one: { tag: string }) => one.tag).toSorted()).toEqual(
      [0, 1, 2].map((index) => `cursors${index}`),
    );
    expect(rest.nextCursor).toBe(null);
  });

  test("operators narrow what is found", async () => {
    const [ann, ben] = [await given.person("ann_op"), await given.person("ben_op")];
    const plain = (await given.post(ann, "maple syrup on pancakes #breakfast")).id;
    const other = (await given.post(ben, "pancakes with maple trees outside")).id;
    await settle();
    const ids = (q: string) => everyId(null, `q=${encodeURIComponent(q)}`);
    expect(await ids("maple pancakes")).toEqual([other, plain]);
    expect(await ids("maple from:ann_op")).toEqual([plain]);
    expect(await ids("maple -from:ann_op")).toEqual([other]);
    expect(await ids("from:ann_op from:ben_op pancakes")).toEqual([other, plain]);
    expect(await ids("from:nobody_here")).toEqual([]);
    expect(await ids('"maple syrup"')).toEqual([plain]);
    expect(await ids('"pancakes maple"')).toEqual([]);
    expect(await ids('pancakes -"maple syrup"')).toEqual([other]);
    expect(await ids("maple -trees")).toEqual([plain]);
    expect(await ids("maple #breakfast")).toEqual([plain]);
    expect(await ids("maple -#breakfast")).toEqual([other]);
    expect(await ids("maple has:media")).toEqual([]);
    expect(await ids("maple after:2026-01-01 before:2100-01-01")).toEqual([other, plain]);
    expect(await ids("maple before:2026-01-01")).toEqual([]);
    expect(await ids("maple after:2100-01-01")).toEqual([]);
    expect(await ids("-maple from:ann_op")).toEqual([]);
  });
});
