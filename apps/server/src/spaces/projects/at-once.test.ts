import { beforeAll, expect, test } from "vitest";
import { holdRows, untilWaiting } from "../../../test/hold-rows.ts";
import { givenProject, type ProjectPost } from "../../../test/projects.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
let maker: Person;

beforeAll(async () => {
  maker = await given.person();
});

const usesOf = async (technology: string) => {
  await settle();
  const { items } = (await as(null).get(`/stacks?query=${technology}&limit=1`)).json<{
    items: { projects: number }[];
  }>();
  return items[0]?.projects;
};

test("of two stacks that somebody sets at once one is theirs, whole", async () => {
  const stacks = [["Rust", "Go"], ["Go", "Rust", "Zig"], ["Svelte"], ["Zig", "Svelte"], []];
  const person = await given.person();
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(stacks.map((stack) => as(person).put("/me/stack", { stack })));
    expect(answers.map(({ statusCode, body }) => (statusCode === 200 ? "" : body))).toEqual(
      stacks.map(() => ""),
    );
    const { stack } = (await as(null).get(`/accounts/${person.handle}/stack`)).json<{
      stack: { name: string }[];
    }>();
    expect(stacks).toContainEqual(stack.map(({ name }) => name));
  }
});

test("of edits at once one is the last, and what each technology counts is exact", async () => {
  const post = await givenProject(server, maker, { stack: ["Elixir"] });
  for (let round = 0; round < 3; round++) {
    const answers = await Promise.all(
      [["Elixir", "Kotlin"], ["Kotlin"], ["Elixir"]].map((stack, place) =>
        as(maker).patch(`/projects/${post.id}`, { title: `이름 ${place}`, stack }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const shown = (await as(maker).get(`/projects/${post.id}`)).json<ProjectPost>();
    const has = (id: string) => (shown.project.stack.some((one) => one.id === id) ? 1 : 0);
    expect([await usesOf("elixir"), await usesOf("kotlin")]).toEqual([has("elixir"), has("kotlin")]);
  }
});

test("a project that is deleted twice at once goes once", async () => {
  const post = await givenProject(server, maker, { stack: ["Crystal"] });
  expect(await usesOf("crystal")).toBe(1);
  const answers = await Promise.all([1, 2, 3].map(() => as(maker).delete(`/projects/${post.id}`)));
  for (const { statusCode } of answers) expect([204, 404]).toContain(statusCode);
  expect(await usesOf("crystal")).toBe(0);
});

test("an entry for a project that is half deleted waits, and is refused with the field", async () => {
  const post = await givenProject(server, maker);
  const before = await given.post(maker, "먼저 쓴 소식", { projectIds: [post.id] });
  await settle();
  // The topic is locked already, and waits for a post that shows it.
  const release = await holdRows(server, "select from post where id = any($1) for update", [before.id]);
  const deleting = as(maker).delete(`/projects/${post.id}`);
  await untilWaiting(server, 1);
  const writing = as(maker).post("/posts", { text: "나중에 쓴 소식", projectIds: [post.id] });
  await untilWaiting(server, 2);
  await release();
  const [deleted, written] = [await deleting, await writing];
  expect([deleted.statusCode, written.statusCode]).toEqual([204, 422]);
  expect(written.json()).toMatchObject({
    type: "/problems/unknown-project",
    errors: [{ field: "projectIds" }],
  });
  expect((await as(maker).get(`/posts/${before.id}`)).json()).toMatchObject({ projects: [] });
});

test("a project that is followed and edited while it goes is gone for all of them", async () => {
  const fans = await Promise.all([1, 2, 3].map(() => given.person()));
  const post = await givenProject(server, maker);
  const answers = await Promise.all([
    ...fans.map((fan) => as(fan).put(`/projects/${post.id}/follow`)),
    as(maker).delete(`/projects/${post.id}`),
    as(maker).patch(`/projects/${post.id}`, { title: "새 이름" }),
    ...fans.map((fan) => as(fan).put(`/projects/${post.id}/dismissed`)),
  ]);
  for (const { statusCode, body } of answers) expect([200, 204, 404], body).toContain(statusCode);
  const { rows } = await server.maru.platform.pool.query(
    `select (select count(*)::int from topic_follow where topic_id = $1) as follows,
      (select count(*)::int from project_seen where project_id = $1) as seen,
      (select count(*)::int from project where id = $1) as projects`,
    [post.id],
  );
  expect(rows).toEqual([{ follows: 0, seen: 0, projects: 0 }]);
});
