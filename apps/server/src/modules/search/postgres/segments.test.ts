import { expect, test } from "vitest";
import { testServer } from "../../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;

test("what lies in several segments is found in one order, rare and common words alike", async () => {
  const ann = await given.person();
  const ids: string[] = [];
  for (let index = 0; index < 24; index++)
    ids.push((await given.post(ann, `해바라기 ${index % 8 === 0 ? "드문말" : ""} ${index}`)).id);
  await settle();
  const { pool } = server.maru.platform;
  // As if the first two segments were full after eight posts each; then every post is written again, into its own.
  await pool.query("insert into search_segment (number, first_id) values (1, $1), (2, $2)", [
    ids[8],
    ids[16],
  ]);
  for (const [index, id] of ids.entries())
    await as(ann).patch(`/posts/${id}`, {
      text: `해바라기 ${index % 8 === 0 ? "드문말" : ""} 다시 ${index}`,
    });
  await settle();
  const { rows } = await pool.query("select segment, count(*)::int from search_post group by 1 order by 1");
  expect(rows.map((row) => row.count)).toEqual([8, 8, 8]);

  const found = async (q: string, more = "") => {
    const answer = await as(null).get(`/search?type=posts&limit=50&q=${encodeURIComponent(q)}${more}`);
    return (answer.json().posts.items as { id: string }[]).map((post) => post.id);
  };
  const newest = ids.toReversed();
  // The first search lets the frequencies be counted: from then on the common word is walked for.
  for (let round = 0; round < 3; round++) {
    expect(await found("해바라기", "&sort=newest")).toEqual(newest);
    expect(await found("드문말", "&sort=newest")).toEqual([ids[16], ids[8], ids[0]]);
    expect(await found("해바라기 -드문말", "&sort=newest")).toEqual(
      newest.filter((_, index) => (23 - index) % 8 !== 0),
    );
    expect(await found(`from:${ann.handle}`)).toEqual(newest);
    expect(await found("-없는말")).toEqual(newest);
    expect(await found('"다시 3"')).toEqual([ids[3]]);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await found("해바라기")).toHaveLength(24);
});
