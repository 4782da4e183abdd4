import { beforeAll, expect, test } from "vitest";
import { anyProject, givenProject, type ProjectPost } from "../../../test/projects.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
let maker: Person;
let stranger: Person;

beforeAll(async () => {
  [maker, stranger] = [await given.person(), await given.person()];
});

const countProjects = async () =>
  (
    await server.maru.platform.pool.query<{ n: number }>(
      "select (select count(*) from project)::int + (select count(*) from post)::int + (select count(*) from topic)::int as n",
    )
  ).rows[0]!.n;

test.each([
  [{ title: "" }, 422, "title"],
  [{ title: " \n " }, 422, "title"],
  [{ title: "a".repeat(81) }, 422, "title"],
  [{ title: "a\u202Eb" }, 422, "title"],
  [{ title: undefined }, 400, "title"],
  [{ summary: "" }, 422, "summary"],
  [{ summary: "두 줄\n이에요" }, 422, "summary"],
  [{ summary: "a".repeat(161) }, 422, "summary"],
  [{ text: "" }, 422, "text"],
  [{ text: "\u200B \u3164" }, 422, "text"],
  [{ text: "a".repeat(20_001) }, 422, "text"],
  [{ text: "a".repeat(80_001) }, 400, "text"],
  [{ text: "a\u0000b" }, 422, "text"],
  [{ text: "\uD83D" }, 422, "text"],
  [{ stack: undefined }, 400, "stack"],
  [{ stack: "Svelte" }, 400, "stack"],
  [{ stack: Array.from({ length: 1_000 }, (_, at) => `t${at}`) }, 400, "stack"],
  [{ stack: Array.from({ length: 21 }, (_, at) => `t${at}`) }, 422, "stack"],
  [{ stack: ["a".repeat(41)] }, 422, "stack"],
  [{ stack: ["!!!"] }, 422, "stack"],
  [{ stack: ["a\nb"] }, 422, "stack"],
  [{ repoUrl: "javascript:alert(1)" }, 422, "repoUrl"],
  [{ repoUrl: "github.com/haru/maru cli" }, 422, "repoUrl"],
  [{ repoUrl: "https://user:secret@a.test/" }, 422, "repoUrl"],
  [{ demoUrl: "ftp://a.test/" }, 422, "demoUrl"],
  [{ demoUrl: `https://a.test/${"a".repeat(500)}` }, 422, "demoUrl"],
  [{ demoUrl: 5 }, 400, "demoUrl"],
  [{ mediaIds: ["1"] }, 422, "mediaIds"],
  [{ mediaIds: ["x"] }, 400, "mediaIds.0"],
  [{ visibility: "nobody" }, 400, "visibility"],
  [{ openToChat: "yes" }, 400, "openToChat"],
  [{ kind: "note" }, 400, "kind"],
] as const)(
  "a project with something wrong (%#) is refused, and nothing of it stays",
  async (wrong, status, field) => {
    const before = await countProjects();
    const answer = await as(maker).post("/projects", { ...anyProject, ...wrong });
    expect([answer.statusCode, answer.json().errors[0].field], answer.body).toEqual([status, field]);
    expect(await countProjects()).toBe(before);
  },
);

test("an edit that is refused changes nothing", async () => {
  const post = await givenProject(server, maker);
  const wrong = await as(maker).patch(`/projects/${post.id}`, {
    title: "새 이름",
    stack: ["Rust"],
    text: "a".repeat(20_001),
  });
  expect(wrong.statusCode).toBe(422);
  expect((await as(maker).patch(`/projects/${post.id}`, {})).statusCode).toBe(400);
  expect((await as(maker).get(`/projects/${post.id}`)).json()).toMatchObject({
    text: post.text,
    project: { title: post.project.title, stack: post.project.stack },
  });
});

test("an edit that changes nothing announces nothing", async () => {
  const post = await givenProject(server, maker, { repoUrl: "https://a.test/x" });
  const count = async () =>
    (await server.maru.platform.pool.query<{ n: number }>("select count(*)::int as n from event")).rows[0]!.n;
  const before = await count();
  const { title, summary, repoUrl } = post.project;
  const same = { title, summary, repoUrl, text: post.text, stack: ["svelte", "GO"], openToChat: true };
  expect((await as(maker).patch(`/projects/${post.id}`, same)).statusCode).toBe(200);
  expect(await count()).toBe(before);
});

test("with an Idempotency-Key a project is made once", async () => {
  const headers = { "idempotency-key": "made-once" };
  const make = (more: object = {}) => as(maker).post("/projects", { ...anyProject, ...more }, { headers });
  const [first, again] = await Promise.all([make(), make()]);
  expect(first.statusCode).toBe(201);
  expect(again.json<ProjectPost>().id).toBe(first.json<ProjectPost>().id);
  expect((await make({ title: "다른 것" })).statusCode).toBe(422);
});

test("pictures in the text are the maker's own, and kept for as long as it shows them", async () => {
  const { pool } = server.maru.platform;
  /** Without a file behind it. */
  const picture = async (owner: Person, hash: string) => {
    const url = `/media/${hash}-960.jpg`;
    const { rows } = await pool.query<{ id: number }>(
      `insert into media (owner_id, hash, width, height, bytes, placeholder, variants) values ($1, $2, 960, 540, 10, '', $3) returning id`,
      [owner.id, hash, JSON.stringify([{ url, width: 960, height: 540, type: "image/jpeg" }])],
    );
    return { id: String(rows[0]!.id), url };
  };
  const [mine, theirs] = [await picture(maker, "a".repeat(32)), await picture(stranger, "b".repeat(32))];
  const kept = async (id: string) =>
    (
      await pool.query<{ id: string }>(
        "select media_id::text as id from project_picture where project_id = $1",
        [id],
      )
    ).rows.map((row) => row.id);
  const text = `![내 것](${mine.url}) ![남의 것](${theirs.url})`;
  const post = await givenProject(server, maker, { text });
  expect(post.html.match(/<img /g)).toHaveLength(1);
  expect(await kept(post.id)).toEqual([mine.id]);
  // By the general route, too.
  await as(maker).patch(`/posts/${post.id}`, { text: "그림이 없어요" });
  expect(await kept(post.id)).toEqual([]);
  await as(maker).patch(`/projects/${post.id}`, { text });
  expect(await kept(post.id)).toEqual([mine.id]);
});

test("what somebody reads before it is published is what everybody will read", async () => {
  const text = "# 제목\n\n| a |\n| - |\n| **b** |\n\n<script>alert(1)</script>";
  const preview = await as(maker).post("/projects/preview", { text });
  expect(preview.json<{ html: string }>().html).toBe((await givenProject(server, maker, { text })).html);
  expect((await as(maker).post("/projects/preview", { text: "" })).json()).toEqual({ html: "" });
  expect((await as(null).post("/projects/preview", { text })).statusCode).toBe(401);
});

test("a project that only followers may see is nobody else's, and its name is not found", async () => {
  const post = await givenProject(server, maker, { title: "비밀 정원", visibility: "followers" });
  await server.settle();
  for (const path of [`/projects/${post.id}`, `/projects/${post.id}/log`, `/projects/${post.id}/follow`])
    expect((await as(stranger).get(path)).statusCode, path).toBe(404);
  const found = await as(stranger).get(`/search?type=projects,posts&q=${encodeURIComponent("비밀 정원")}`);
  expect(found.json()).toMatchObject({ projects: { items: [] }, posts: { items: [] } });
  const entry = await given.post(maker, "소식", { projectIds: [post.id] });
  expect((await as(stranger).get(`/posts/${entry.id}`)).json()).toMatchObject({ projects: [] });
  await given.follow(stranger, maker);
  expect((await as(stranger).get(`/projects/${post.id}`)).statusCode).toBe(200);
});
