import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const server = testServer({ MARU_TIME_ZONE: "Asia/Seoul" });
const { as, given, settle } = server;

test("the figures are those of the tables, for each day where the site is", async () => {
  const [owner, ann] = [await given.person(), await given.person()];
  await server.maru.operator.setRole(Number(owner.id), "owner");
  for (const text of ["하나", "둘", "셋"]) await given.post(ann, text);
  const { pool } = server.maru.platform;
  // One of the posts is of yesterday, another of so long ago that it is in no day.
  const { rows } = await pool.query<{ id: number }>("select id from post order by id");
  for (const [place, age] of [
    [0, "1 day"],
    [1, "20 days"],
  ] as const)
    await pool.query("update post set id = new_id(now() - $2::interval) where id = $1", [
      rows[place]!.id,
      age,
    ]);
  await settle();
  const figures = (await as(owner).get("/admin/figures")).json<{
    days: { day: string; people: number; posts: number }[];
    consumers: { name: string; behind: number; dead: number }[];
  }>();
  expect(figures).toMatchObject({ people: 2, posts: 3, active: 2, media: { bytes: 0 } });
  expect(figures.days).toHaveLength(14);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());
  expect(figures.days.at(-1)).toEqual({ day: today, people: 2, posts: 1 });
  expect(figures.days.at(-2)).toMatchObject({ people: 0, posts: 1 });
  expect(figures.days.reduce((sum, { posts }) => sum + posts, 0)).toBe(2);
  expect(figures.consumers).toContainEqual(
    expect.objectContaining({ name: "post-counters", behind: 0, dead: 0 }),
  );
});
