import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { givenProject, idsOf } from "../../../test/projects.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { type BoardFilter, type BoardSort, listBoard } from "./board-queries.ts";

const server = testServer();
const { as, given, settle } = server;

/** More than the board walks along before it uses an index; of ten technologies the first is in most projects, the last in few. */
const count = 4_000;
interface Row {
  id: number;
  stack: number[];
  heat: number;
  views: number;
}
let rows: Row[];
let technologies: number[];
let maker: Person;

beforeAll(async () => {
  maker = await given.person("maker");
  const { db } = server.maru.platform;
  const ids = await sql<{ id: number }>`select id from technology order by id limit 10`.execute(db);
  technologies = ids.rows.map(({ id }) => id);
  const stack = (at: number) =>
    technologies.filter((_, place) => (at * 2_654_435_761 + place * 40_503) % 1_000 < 700 / (place + 1) ** 2);
  rows = Array.from({ length: count }, (_, at) => ({
    id: 1_000_000 + at,
    stack: stack(at),
    // Many of the same, so that ids decide.
    heat: ((at * 31) % 97) / 7,
    views: (at * 17) % 50,
  }));
  const column = <T>(of: (row: Row) => T) => rows.map(of);
  await db.transaction().execute(async (tx) => {
    const given_ = sql`unnest(${column(({ id }) => id)}::bigint[], ${column(({ heat }) => heat)}::float8[], ${column(({ views }) => views)}::int[],
      ${column((row) => `{${row.stack.join(",")}}`)}::text[]) as g(id, heat, views, stack)`;
    await sql`insert into post (id, kind, author_id, text, html) select id, 'project', ${Number(maker.id)}, 'x', '<p>x</p>' from ${given_}`.execute(
      tx,
    );
    await sql`insert into topic (id, space) select id, 'projects' from ${given_}`.execute(tx);
    await sql`insert into project (id, author_id, title, summary, stack, words, tokens)
      select id, ${Number(maker.id)}, 'p' || id, 's', stack::int[], 'p' || id, '{}' from ${given_}`.execute(
      tx,
    );
    await sql`insert into project_rank (project_id, author_id, stack, is_open, heat, views)
      select id, ${Number(maker.id)}, stack::int[], true, heat, views from ${given_}`.execute(tx);
  });
});

const by: Record<BoardSort, (row: Row) => number> = {
  latest: ({ id }) => id,
  popular: ({ heat }) => heat,
  views: ({ views }) => views,
};

function expected(stack: BoardFilter["stack"], sort: BoardSort): number[] {
  const matches = rows.filter((row) => {
    if (!stack) return true;
    const has = (id: number) => row.stack.includes(id);
    return stack.match === "all" ? stack.ids.every(has) : stack.ids.some(has);
  });
  return matches
    .sort((one, other) => by[sort](other) - by[sort](one) || other.id - one.id)
    .map(({ id }) => id);
}

test(
  "whatever is asked for, the pages, one after the other, are exactly what fits, in order",
  { timeout: 120_000 },
  async () => {
    const { db } = server.maru.platform;
    const filter = fc.option(
      fc.record({
        places: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 }),
        match: fc.constantFrom("any" as const, "all" as const),
      }),
    );
    const sort = fc.constantFrom<BoardSort>("latest", "popular", "views");
    await fc.assert(
      fc.asyncProperty(filter, sort, fc.integer({ min: 37, max: 400 }), async (asked, order, limit) => {
        const stack = asked
          ? { ids: asked.places.map((place) => technologies[place]!), match: asked.match }
          : undefined;
        const wanted = expected(stack, order).slice(0, limit * 3);
        const found: number[] = [];
        for (let after: Parameters<typeof listBoard>[5]; found.length < wanted.length;) {
          const page = await listBoard(db, { stack, words: undefined }, [], order, limit, after);
          if (page.length === 0) break;
          found.push(...page.map(({ id }) => id));
          after = page.at(-1);
        }
        expect(found.slice(0, limit * 3)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  },
);

test("a technology that a handful has is found, however far down, in every order", async () => {
  const rare = { ids: [technologies[9]!], match: "any" as const };
  const { db } = server.maru.platform;
  for (const order of ["latest", "popular", "views"] as const) {
    const wanted = expected(rare, order);
    expect(wanted.length).toBeGreaterThan(0);
    const page = await listBoard(db, { stack: rare, words: undefined }, [], order, 1_000, undefined);
    expect(page.map(({ id }) => id)).toEqual(wanted);
  }
});

test("a cursor goes on where it was, and is good for its list alone", async () => {
  await settle();
  const first = (await as(null).get("/projects?sort=popular&limit=30")).json<{
    items: { id: string }[];
    nextCursor: string;
  }>();
  const next = (await as(null).get(`/projects?sort=popular&limit=30&cursor=${first.nextCursor}`)).json<
    typeof first
  >();
  const wanted = expected(undefined, "popular").slice(0, 60).map(String);
  expect([...first.items, ...next.items].map(({ id }) => id)).toEqual(wanted);
  for (const path of [
    `/projects?sort=views&cursor=${first.nextCursor}`,
    `/projects?sort=popular&stack=react&cursor=${first.nextCursor}`,
    `/projects?sort=popular&cursor=${first.nextCursor.slice(0, -2)}AA`,
    "/projects?cursor=MTox",
  ])
    expect((await as(null).get(path)).statusCode, path).toBe(400);
});

test.each([
  ["/projects?sort=best", 400],
  ["/projects?match=none", 400],
  ["/projects?limit=51", 400],
  [`/projects?stack=${"a,".repeat(30)}b`, 200],
  [`/projects?stack=${Array.from({ length: 21 }, (_, at) => `t${at}`).join(",")}`, 422],
  [`/projects?stack=${"a".repeat(50)}`, 422],
  ["/projects?stack=%00", 422],
  ["/projects?stack=!!", 422],
  ["/projects?stack=,,,", 200],
  ["/projects?q=%22%22%25%25__", 200],
  [`/projects?q=${"a".repeat(201)}`, 400],
])("%s is answered with %i", async (path, status) => {
  expect((await as(null).get(path)).statusCode).toBe(status);
});

test("the board is full of what everybody may see, and of what those whom one follows have made for theirs", async () => {
  const [quiet, friend] = [await given.person(), await given.person()];
  await given.follow(friend, quiet);
  const [closed, shown] = [
    await givenProject(server, quiet, { title: "이웃에게만", visibility: "followers" }),
    await givenProject(server, quiet, { title: "모두에게" }),
  ];
  const board = async (reader: Person | null) => idsOf(await as(reader).get("/projects?limit=2"));
  expect(await board(friend)).toEqual([shown.id, closed.id]);
  expect(await board(quiet)).toEqual([shown.id, closed.id]);
  expect(await board(null)).toEqual([shown.id, String(rows.at(-1)!.id)]);
  for (const [put, take] of [
    [() => as(quiet).put(`/posts/${shown.id}/hidden`), () => as(quiet).delete(`/posts/${shown.id}/hidden`)],
    [() => as(quiet).patch("/me", { isPrivate: true }), () => as(quiet).patch("/me", { isPrivate: false })],
    [
      () => as(quiet).patch(`/projects/${shown.id}`, { visibility: "followers" }),
      () => as(quiet).patch(`/projects/${shown.id}`, { visibility: "public" }),
    ],
  ]) {
    expect((await put!()).statusCode).toBe(200);
    expect((await board(null))[0]).toBe(String(rows.at(-1)!.id));
    await settle();
    const { rows: ranks } = await server.maru.platform.pool.query<{ isOpen: boolean }>(
      'select is_open as "isOpen" from project_rank where project_id = $1',
      [shown.id],
    );
    expect(ranks).toEqual([{ isOpen: false }]);
    expect((await take!()).statusCode).toBe(200);
    await settle();
    expect((await board(null))[0]).toBe(shown.id);
  }
});

test("ranks made anew are those that events have made", async () => {
  const { pool } = server.maru.platform;
  const read = async () =>
    (
      await pool.query(
        `select project_id, round(log(heat)::numeric, 6) as heat, views, stack, is_open from project_rank
         where project_id > 2000000 order by 1`,
      )
    ).rows;
  const [quiet, fan] = [await given.person(), await given.person()];
  const post = await givenProject(server, quiet, { stack: ["Svelte", "Rust"] });
  await as(fan).put(`/posts/${post.id}/like`);
  await as(fan).put(`/posts/${post.id}/bookmark`);
  await as(fan).delete(`/posts/${post.id}/like`);
  await as(fan).post(`/posts/${post.id}/comments`, { text: "좋네요" });
  await as(fan).get(`/projects/${post.id}`);
  await as(quiet).get(`/projects/${post.id}`);
  await expect
    .poll(async () => {
      await settle();
      return (await as(quiet).get(`/projects/${post.id}`)).json().counts.views;
    })
    .toBe(1);
  await settle();
  // Those of the test above have no events behind them.
  await pool.query("delete from post where id < 2000000");
  const before = await read();
  expect(before.at(-1)).toMatchObject({ views: 1, is_open: true });
  await server.maru.rebuild("projects");
  expect(await read()).toEqual(before);
  const { rows: wrong } = await pool.query(
    "select t.slug from technology t where t.projects <> (select count(*) from project p where t.id = any(p.stack))",
  );
  expect(wrong).toEqual([]);
});
