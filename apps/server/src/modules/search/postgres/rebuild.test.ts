import { expect, test } from "vitest";
import { testServer } from "../../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;

async function tables(): Promise<unknown> {
  const { pool } = server.maru.platform;
  const all = [];
  for (const table of ["search_post", "search_account", "search_tag"]) {
    const { rows } = await pool.query<{ row: string }>(
      `select row_to_json(t)::jsonb || jsonb_build_object('tokens', (select jsonb_agg(token order by token) from unnest(tokens) token)) as row from ${table} t order by 1`,
    );
    all.push(rows.map((row) => row.row));
  }
  return all;
}

test("a rebuild makes what the events have made, and searching goes on", async () => {
  const [ann, ben] = [await given.person("ann_rebuild"), await given.person("ben_rebuild")];
  const posts = [];
  for (let index = 0; index < 30; index++)
    posts.push((await given.post(index % 2 ? ann : ben, `다람쥐 ${index} #숲${index % 4} and words`)).id);
  await as(ben).put(`/posts/${posts[0]}/hidden`);
  await as(ben).patch(`/posts/${posts[2]}`, { text: "청설모" });
  await as(ben).delete(`/posts/${posts[4]}`);
  await given.post(ann, "다람쥐 friends", { visibility: "followers" });
  await as(ann).patch("/me", { isPrivate: true, displayName: "안" });
  await settle();
  const before = await tables();
  const shares: number[] = [];
  const searching = (async () => {
    const statuses = new Set<number>();
    while (shares.at(-1) !== 1) statuses.add((await as(null).get("/search?q=다람쥐")).statusCode);
    return [...statuses];
  })();
  await server.maru.rebuild("search", (share) => shares.push(share));
  await server.maru.rebuild("search-names");
  expect(await searching).toEqual([200]);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(await tables()).toEqual(before);

  // And on from there.
  await given.post(ben, "다람쥐 after");
  await settle();
  const found = (await as(null).get("/search?q=다람쥐&sort=newest&type=posts&limit=50")).json().posts;
  expect(found.items[0].text).toBe("다람쥐 after");
  expect(found.items).toHaveLength(13);
});
