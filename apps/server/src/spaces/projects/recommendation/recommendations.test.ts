import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { givenProject, type ProjectPost } from "../../../../test/projects.ts";
import { type Person, testServer } from "../../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
let reader: Person;
let jiho: Person;
let other: Person;

interface Suggestion {
  post: ProjectPost;
  because: { stack: string[]; people: { handle: string }[] };
}
const suggested = async (person: Person, query = "") =>
  (await as(person).get(`/projects/recommended${query}`)).json<{
    items: Suggestion[];
    nextCursor: string | null;
  }>();
const titlesFor = async (person: Person) =>
  (await suggested(person)).items.map(({ post }) => post.project.title);

beforeAll(async () => {
  [reader, jiho, other] = [
    await given.person("reader"),
    await given.person("jiho"),
    await given.person("other"),
  ];
  for (let one = 0; one < 6; one++)
    await as(await given.person()).put("/me/stack", { stack: ["TypeScript", "React"] });
});

test("nobody's stack, nobody's projects; from the first technology on there are some, with a reason", async () => {
  expect((await suggested(reader)).items).toEqual([]);
  expect((await as(reader).get("/projects/people")).json()).toEqual({ items: [], nextCursor: null });
  await givenProject(server, jiho, { title: "가까운 것", stack: ["PostgreSQL", "Rust", "TypeScript"] });
  await givenProject(server, other, { title: "먼 것", stack: ["Unity", "C#"] });
  await as(reader).put("/me/stack", { stack: ["TypeScript", "postgres"] });
  const { items } = await suggested(reader);
  expect(items.map(({ post }) => post.project.title)).toEqual(["가까운 것"]);
  expect(items[0]!.because).toMatchObject({
    stack: ["PostgreSQL", "TypeScript"],
    people: [{ handle: "jiho" }],
  });
  const people = (await as(reader).get("/projects/people?limit=3")).json<{
    items: { account: { handle: string }; stack: string[]; likeness: number }[];
  }>();
  expect(people.items[0]).toMatchObject({ account: { handle: "jiho" }, stack: ["PostgreSQL", "TypeScript"] });
  expect(people.items[0]!.likeness).toBeGreaterThan(people.items[1]!.likeness);
});

test("a change of anybody's stack counts for the next question", async () => {
  const maker = await given.person();
  const post = await givenProject(server, maker, { title: "갑자기 가까운 것", stack: ["Unity"] });
  expect(await titlesFor(reader)).not.toContain("갑자기 가까운 것");
  await as(maker).patch(`/projects/${post.id}`, { stack: ["PostgreSQL"] });
  expect(await titlesFor(reader)).toContain("갑자기 가까운 것");
  await as(maker).patch(`/projects/${post.id}`, { stack: ["Unity"] });
  expect(await titlesFor(reader)).not.toContain("갑자기 가까운 것");
  await as(maker).put("/me/stack", { stack: ["PostgreSQL", "TypeScript"] });
  expect(await titlesFor(reader)).toContain("갑자기 가까운 것");
  await as(maker).delete("/me", { password: maker.password });
  expect(await titlesFor(reader)).not.toContain("갑자기 가까운 것");
});

test("what was opened or sent away is not suggested again, what is sent away can be taken back", async () => {
  const [opened, dismissed] = [
    await givenProject(server, jiho, { title: "열어 본 것", stack: ["PostgreSQL"] }),
    await givenProject(server, jiho, { title: "보기 싫은 것", stack: ["PostgreSQL"] }),
  ];
  expect(await titlesFor(reader)).toEqual(expect.arrayContaining(["열어 본 것", "보기 싫은 것"]));
  expect((await as(reader).put(`/projects/${dismissed.id}/dismissed`)).statusCode).toBe(204);
  expect((await as(reader).put(`/projects/${dismissed.id}/dismissed`)).statusCode).toBe(204);
  expect(await titlesFor(reader)).not.toContain("보기 싫은 것");
  await as(reader).get(`/projects/${opened.id}`);
  await expect.poll(() => titlesFor(reader)).not.toContain("열어 본 것");
  const similar = async () =>
    (await as(reader).get(`/projects/${opened.id}/similar`))
      .json<{ items: Suggestion[] }>()
      .items.map(({ post }) => post.project.title);
  expect(await similar()).not.toContain("보기 싫은 것");
  expect((await as(reader).delete(`/projects/${dismissed.id}/dismissed`)).statusCode).toBe(204);
  // It was sent away without being opened: it may come again.
  expect(await titlesFor(reader)).toContain("보기 싫은 것");
});

test("never one's own, of nobody who is blocked or muted, never what is hidden or not for the reader", async () => {
  const maker = await given.person();
  const shown = await givenProject(server, maker, { title: "보였다 말았다", stack: ["PostgreSQL"] });
  await givenProject(server, reader, { title: "내 것", stack: ["PostgreSQL"] });
  await givenProject(server, maker, { title: "이웃에게만", stack: ["PostgreSQL"], visibility: "followers" });
  expect(await titlesFor(reader)).toContain("보였다 말았다");
  expect(await titlesFor(reader)).not.toContain("내 것");
  expect(await titlesFor(reader)).not.toContain("이웃에게만");
  for (const [put, path] of [
    [reader, `/accounts/${maker.handle}/block`],
    [maker, `/accounts/${reader.handle}/block`],
    [reader, `/accounts/${maker.handle}/mute`],
    [maker, `/posts/${shown.id}/hidden`],
  ] as const) {
    await as(put).put(path);
    await settle();
    expect(await titlesFor(reader), path).not.toContain("보였다 말았다");
    await as(put).delete(path);
    await settle();
    expect(await titlesFor(reader), path).toContain("보였다 말았다");
  }
});

test("what somebody works with is not said by a project that is not for everybody", async () => {
  const [person, maker] = [await given.person(), await given.person()];
  await as(person).put("/me/stack", { stack: ["Fortran"] });
  const post = await givenProject(server, maker, { stack: ["Fortran"] });
  const isAlike = async () =>
    (await as(person).get("/projects/people"))
      .json<{ items: { account: { handle: string } }[] }>()
      .items.some(({ account }) => account.handle === maker.handle);
  for (const [close, open] of [
    [() => as(maker).put(`/posts/${post.id}/hidden`), () => as(maker).delete(`/posts/${post.id}/hidden`)],
    [
      () => as(maker).patch(`/projects/${post.id}`, { visibility: "followers" }),
      () => as(maker).patch(`/projects/${post.id}`, { visibility: "public" }),
    ],
    [() => as(maker).patch("/me", { isPrivate: true }), () => as(maker).patch("/me", { isPrivate: false })],
  ] as const) {
    expect(await isAlike()).toBe(true);
    await close();
    expect(await isAlike(), close.toString()).toBe(false);
    await open();
  }
  expect(await isAlike()).toBe(true);
});

test("what three people keep who keep what the reader keeps is suggested for that, and not for two", async () => {
  const [fan, maker] = [await given.person(), await given.person()];
  const [liked, both, few] = [
    await givenProject(server, maker, { title: "함께 좋아하는 것", stack: ["Zig"] }),
    await givenProject(server, maker, { title: "세 사람이 함께", stack: ["Nim"] }),
    await givenProject(server, maker, { title: "두 사람만", stack: ["Crystal"] }),
  ];
  await as(fan).put(`/posts/${liked.id}/like`);
  const others = [await given.person(), await given.person(), await given.person()];
  for (const [place, one] of others.entries()) {
    await as(one).put(`/posts/${liked.id}/bookmark`);
    await as(one).put(`/posts/${both.id}/${place === 0 ? "bookmark" : "like"}`);
    if (place < 2) await as(one).put(`/posts/${few.id}/like`);
  }
  const { items } = await suggested(fan);
  expect(items.map(({ post }) => post.project.title)).toEqual(["세 사람이 함께"]);
  expect(items[0]!.because.stack).toEqual([]);
  expect(items[0]!.because.people.map(({ handle }) => handle).sort()).toEqual(
    others.map(({ handle }) => handle).sort(),
  );
});

test("who has asked before is answered from memory, but for what they have not seen and what others keep", async () => {
  const maker = await given.person();
  await givenProject(server, maker, { stack: ["PostgreSQL", "TypeScript"] });
  await settle();
  const ask = async () => [await suggested(reader), await as(reader).get("/projects/people")] as const;
  const first = await ask();
  expect(first[0].items.length).toBeGreaterThan(0);
  server.queries();
  await suggested(reader);
  expect(server.queries()).toBeLessThanOrEqual(2);
  await as(reader).get("/projects/people");
  expect(server.queries()).toBe(0);
});

test("a page of suggestions is full, though some of them are not for the reader any more", async () => {
  const [person, maker] = [await given.person(), await given.person()];
  await as(person).put("/me/stack", { stack: ["Delphi"] });
  const posts = [];
  for (let one = 0; one < 3; one++) posts.push(await givenProject(server, maker, { stack: ["Delphi"] }));
  await settle();
  expect((await suggested(person)).items).toHaveLength(3);
  // The board's own column is behind: the consumer has not heard of it yet.
  const [first, ...others] = (await suggested(person)).items.map(({ post }) => post.id);
  const { db } = server.maru.platform;
  await as(maker).put(`/posts/${first}/hidden`);
  await settle();
  await sql`update project_rank set is_open = true where project_id = ${first}::bigint`.execute(db);
  const page = await suggested(person, "?limit=1");
  expect(page.items.map(({ post }) => post.id)).toEqual([others[0]]);
  const next = await suggested(person, `?limit=1&cursor=${page.nextCursor}`);
  expect(next.items.map(({ post }) => post.id)).toEqual([others[1]]);
  expect(next.nextCursor).toBeNull();
});

test("suggestions come in pages, each project once", async () => {
  const maker = await given.person();
  for (let one = 0; one < 3; one++)
    await givenProject(server, maker, { title: `쪽 ${one}`, stack: ["PostgreSQL", "TypeScript"] });
  await settle();
  const ids: string[] = [];
  for (let query = "?limit=2"; ;) {
    const page = await suggested(reader, query);
    ids.push(...page.items.map(({ post }) => post.id));
    if (page.nextCursor === null) break;
    query = `?limit=2&cursor=${page.nextCursor}`;
  }
  expect(ids.length).toBeGreaterThan(4);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual((await suggested(reader, "?limit=50")).items.map(({ post }) => post.id));
  expect((await as(null).get("/projects/recommended")).statusCode).toBe(401);
  expect((await as(null).get("/projects/people")).statusCode).toBe(401);
});

test("a project's page shows others that share its stack, the rarer the better, to everybody", async () => {
  const maker = await given.person();
  const post = await givenProject(server, maker, { title: "이것", stack: ["TypeScript", "Haskell"] });
  await givenProject(server, other, { title: "드문 것을 나눔", stack: ["Haskell"] });
  await givenProject(server, maker, { title: "같은 사람", stack: ["Haskell"] });
  await settle();
  const { items } = (await as(null).get(`/projects/${post.id}/similar?limit=5`)).json<{
    items: Suggestion[];
  }>();
  expect(items[0]).toMatchObject({
    post: { project: { title: "드문 것을 나눔" } },
    because: { stack: ["Haskell"] },
  });
  expect(items.map((one) => one.post.project.title)).not.toContain("같은 사람");
});
