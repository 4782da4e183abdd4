import { beforeAll, expect, test } from "vitest";
import { givenProject } from "../../../../test/projects.ts";
import { type Person, testServer } from "../../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
let haru: Person;

interface Stacks {
  items: { id: string; name: string; projects: number }[];
  nextCursor: string | null;
}
const stacks = async (query: string) => (await as(null).get(`/stacks?${query}`)).json<Stacks>();

beforeAll(async () => {
  haru = await given.person("haru");
});

test("whatever people call it, it is one technology, under its own name", async () => {
  const put = await as(haru).put("/me/stack", {
    stack: ["nextjs", "Next.JS", "next", "포스트그레스", "postgres", "C++", "c plus plus 친구들"],
  });
  expect(put.json()).toEqual({
    stack: [
      { id: "nextjs", name: "Next.js" },
      { id: "postgresql", name: "PostgreSQL" },
      { id: "cplusplus", name: "C++" },
      { id: "c-plus-plus-친구들", name: "c plus plus 친구들" },
    ],
  });
  expect((await as(null).get("/accounts/haru/stack")).json()).toEqual(put.json());
  expect((await as(haru).put("/me/stack", { stack: [] })).json()).toEqual({ stack: [] });
});

test("suggestions begin with what is typed, in either language, the most used first, page by page", async () => {
  for (let made = 0; made < 3; made++) await givenProject(server, haru, { stack: ["Svelte", "Solid"] });
  await givenProject(server, haru, { stack: ["Svelte", "스무디 서버"] });
  await settle();
  expect((await stacks("query=SV")).items[0]).toEqual({ id: "svelte", name: "Svelte", projects: 4 });
  expect((await stacks("query=스벨")).items.map(({ id }) => id)).toEqual(["svelte", "sveltekit"]);
  expect((await stacks("query=스무디")).items).toEqual([
    { id: "스무디-서버", name: "스무디 서버", projects: 1 },
  ]);
  const [first, all] = [await stacks("limit=2"), await stacks("limit=50")];
  expect(first.items.map(({ id }) => id)).toEqual(["svelte", "solid"]);
  const second = await stacks(`limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
  for (const query of ["query=!!!", "query=%25", "query=_", "query=\\", "query=zzzzzz"])
    expect((await stacks(query)).items, query).toEqual([]);
});

test("what nobody uses any more is not suggested, but known when it is named again", async () => {
  const project = await givenProject(server, haru, { stack: ["잊힌 도구"] });
  await settle();
  expect((await stacks("query=잊힌")).items).toHaveLength(1);
  await as(haru).delete(`/projects/${project.id}`);
  await settle();
  expect((await stacks("query=잊힌")).items).toEqual([]);
  const again = await givenProject(server, haru, { stack: ["잊힌도구"] });
  expect(again.project.stack).toEqual([{ id: "잊힌-도구", name: "잊힌 도구" }]);
});

test("what somebody has added for themselves alone is suggested to nobody", async () => {
  const project = await givenProject(server, haru, { stack: ["혼자만의 말"], visibility: "followers" });
  await as(haru).put("/me/stack", { stack: ["나만의 말"] });
  await settle();
  for (const query of ["query=혼자만의", "query=나만의"])
    expect((await stacks(query)).items, query).toEqual([]);
  await as(haru).patch(`/projects/${project.id}`, { visibility: "public" });
  expect((await stacks("query=혼자만의")).items).toHaveLength(1);
});

test("a new name that many use at the same moment is one technology", async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => given.person()));
  const made = await Promise.all(
    people.map((one) => as(one).put("/me/stack", { stack: ["New Thing", "Svelte"] })),
  );
  for (const answer of made)
    expect(answer.json()).toEqual({
      stack: [
        { id: "new-thing", name: "New Thing" },
        { id: "svelte", name: "Svelte" },
      ],
    });
});

test("a file of dependencies is read, and nothing of it kept", async () => {
  const text = JSON.stringify({
    dependencies: { svelte: "5", pg: "8" },
    devDependencies: { typescript: "7" },
  });
  const read = await as(haru).post("/stacks/from-manifest", { name: "package.json", text });
  expect(read.json()).toEqual({
    stack: [
      { id: "typescript", name: "TypeScript" },
      { id: "svelte", name: "Svelte" },
      { id: "postgresql", name: "PostgreSQL" },
    ],
  });
  expect((await as(null).post("/stacks/from-manifest", { name: "package.json", text })).statusCode).toBe(401);
  const refused = await as(haru).post("/stacks/from-manifest", { name: "notes.txt", text });
  expect([refused.statusCode, refused.json().type]).toEqual([422, "/problems/unknown-manifest"]);
  const broken = await as(haru).post("/stacks/from-manifest", { name: "package.json", text: "{" });
  expect([broken.statusCode, broken.json().type]).toEqual([422, "/problems/unreadable-manifest"]);
  const huge = await as(haru).post("/stacks/from-manifest", { name: "go.mod", text: "x".repeat(1_100_000) });
  expect(huge.statusCode).toBe(413);
});

test("somebody between whom and the reader is a block has no stack for them", async () => {
  const [ann, ben] = [await given.person(), await given.person()];
  await as(ann).put("/me/stack", { stack: ["Rust"] });
  await as(ann).put(`/accounts/${ben.handle}/block`);
  expect((await as(ben).get(`/accounts/${ann.handle}/stack`)).statusCode).toBe(404);
  expect((await as(ben).get(`/accounts/${ann.handle}/projects`)).statusCode).toBe(404);
});
