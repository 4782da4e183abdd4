import { sql } from "kysely";
import { expect, test } from "vitest";
import { givenProject } from "../../../test/projects.ts";
import { testServer } from "../../../test/test-server.ts";
import type { Figures } from "./figures-queries.ts";
import { createFigures } from "./figures.ts";

const server = testServer();
const { as, given } = server;
const figures = async () => (await as(null).get("/projects/figures")).json<Figures>();

test("the head of the board counts what everybody may see, at once where a project comes or goes", async () => {
  const [maker, hidden] = [await given.person("maker"), await given.person("hidden")];
  await as(hidden).patch("/me", { isPrivate: true });
  expect(await figures()).toEqual({ people: 2, projects: 0, thisWeek: 0 });
  const first = await givenProject(server, maker);
  await givenProject(server, maker);
  await givenProject(server, maker, { visibility: "followers" });
  await givenProject(server, hidden);
  expect(await figures()).toEqual({ people: 2, projects: 2, thisWeek: 2 });
  await as(maker).delete(`/projects/${first.id}`);
  expect(await figures()).toEqual({ people: 2, projects: 1, thisWeek: 1 });
  await as(maker).delete("/me", { password: maker.password });
  expect(await figures()).toEqual({ people: 1, projects: 0, thisWeek: 0 });
});

test("sixty-four who ask at the same time are one statement, and what is older than a week is not of this one", async () => {
  const maker = await given.person();
  const { db } = server.maru.platform;
  await db.transaction().execute(async (tx) => {
    const author = Number(maker.id);
    for (const age of ["6 days 23 hours", "7 days 1 hour"]) {
      const { rows } = await sql<{ id: number }>`select new_id(now() - ${age}::interval) as id`.execute(tx);
      const { id } = rows[0]!;
      await sql`insert into post (id, kind, author_id, text, html) values (${id}, 'project', ${author}, 'x', '<p>x</p>')`.execute(
        tx,
      );
      await sql`insert into topic (id, space) values (${id}, 'projects')`.execute(tx);
      await sql`insert into project (id, author_id, title, summary, words, tokens) values (${id}, ${author}, 'p', 's', 'p', '{}')`.execute(
        tx,
      );
      await sql`insert into project_rank (project_id, author_id, stack, is_open, heat) values (${id}, ${author}, '{}', true, 1)`.execute(
        tx,
      );
    }
  });
  await givenProject(server, maker);
  await server.settle();
  server.queries();
  const asked = await Promise.all(Array.from({ length: 64 }, figures));
  expect(server.queries()).toBe(1);
  expect(new Set(asked.map(({ projects, thisWeek }) => `${projects} ${thisWeek}`))).toEqual(new Set(["3 2"]));
});

test("a failure is not kept", async () => {
  const { db, log } = server.maru.platform;
  const ask = createFigures(db, log);
  await sql`alter table project_rank rename to away`.execute(db);
  await expect(ask()).rejects.toThrow("does not exist");
  await sql`alter table away rename to project_rank`.execute(db);
  expect(await ask()).toMatchObject({ projects: 3 });
});
