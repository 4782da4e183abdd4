import { beforeAll, expect, test } from "vitest";
import { givenCat } from "../../../test/cats.ts";
import { anyProject, givenProject, idsOf, type ProjectPost } from "../../../test/projects.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
let doyun: Person;
let haru: Person;

beforeAll(async () => {
  [doyun, haru] = [await given.person("doyun"), await given.person("haru")];
});

test("a project is made, shown, found, liked, written about and followed like every post", async () => {
  await given.follow(haru, doyun);
  const made = await as(doyun).post("/projects", {
    ...anyProject,
    stack: ["svelte", "golang", "에스큐라이트 놀이"],
    repoUrl: "https://example.test/garden",
  });
  expect(made.statusCode, made.body).toBe(201);
  const post = made.json<ProjectPost>();
  expect(post).toMatchObject({
    kind: "project",
    text: anyProject.text,
    project: {
      title: "잔디 정원",
      summary: anyProject.summary,
      stack: [
        { id: "svelte", name: "Svelte" },
        { id: "go", name: "Go" },
        { id: "에스큐라이트-놀이", name: "에스큐라이트 놀이" },
      ],
      repoUrl: "https://example.test/garden",
      demoUrl: null,
      openToChat: true,
      changeLog: [],
    },
  });
  expect(post.html).toContain("<h3>왜 만들었나요</h3>");
  expect(post.html).toContain("<strong>빈칸</strong>");
  await settle();
  for (const path of [
    "/projects",
    "/projects?sort=popular",
    "/projects?sort=views",
    "/projects?stack=Svelte",
    "/projects?stack=sveltekit,go",
    "/projects?stack=svelte,go&match=all",
    "/projects?q=%EC%9E%94%EB%94%94",
    "/projects?q=ㅈㄷ",
    "/projects?q=golang&sort=popular",
    "/accounts/doyun/projects",
    "/accounts/doyun/posts",
    "/feeds/home",
  ])
    expect(idsOf(await as(haru).get(encodeURI(decodeURI(path)))), path).toEqual([post.id]);
  for (const path of [
    "/projects?stack=svelte,rust&match=all",
    "/projects?stack=nobody-has-this",
    "/projects?q=!!",
  ])
    expect(idsOf(await as(haru).get(path)), path).toEqual([]);
  for (const word of ["잔디", "svelte", "포스트그레스"].slice(0, 2)) {
    const found = (await as(null).get(`/search?type=posts,projects&q=${encodeURIComponent(word)}`)).json<
      Record<string, { items: { id: string }[] }>
    >();
    expect(
      found["projects"]!.items.map(({ id }) => id),
      word,
    ).toEqual([post.id]);
    expect(
      found["posts"]!.items.map(({ id }) => id),
      word,
    ).toEqual([post.id]);
  }

  expect((await as(haru).put(`/projects/${post.id}/follow`)).json()).toEqual({
    following: true,
    followers: 1,
  });
  const entry = await given.post(doyun, "0.3.0을 올렸어요.", { projectIds: [post.id] });
  expect(entry["projects"]).toMatchObject([{ id: post.id, name: "잔디 정원", photo: null }]);
  await as(haru).delete(`/accounts/${doyun.handle}/follow`);
  expect((await as(haru).get("/feeds/home?reasons=true")).json()).toMatchObject({
    items: [{ id: entry.id, reason: { topic: { space: "projects", id: post.id, name: "잔디 정원" } } }],
  });
  await settle();
  expect(idsOf(await as(null).get(`/projects/${post.id}/log`))).toEqual([entry.id]);
  expect((await as(null).get(`/projects/${post.id}`)).json()).toMatchObject({
    project: { changeLog: [{ id: entry.id, text: "0.3.0을 올렸어요." }] },
  });
  expect((await as(null).get(`/projects/${post.id}/follow`)).json()).toEqual({
    following: false,
    followers: 1,
  });
  await as(doyun).delete(`/posts/${entry.id}`);
  expect((await as(null).get(`/projects/${post.id}`)).json()).toMatchObject({ project: { changeLog: [] } });
});

test("an edit shows at once, everywhere, and renames the project in its log and in the search", async () => {
  const post = await givenProject(server, doyun, { title: "글꼴 짝꿍", stack: ["Vue"] });
  const entry = await given.post(doyun, "짝을 더 찾았어요.", { projectIds: [post.id] });
  const edited = await as(doyun).patch(`/projects/${post.id}`, {
    title: "글꼴 단짝",
    stack: ["Vue", "Rust"],
    demoUrl: "https://example.test/fonts",
    openToChat: false,
  });
  expect(edited.json()).toMatchObject({
    id: post.id,
    editedAt: null,
    project: {
      title: "글꼴 단짝",
      summary: anyProject.summary,
      stack: [{ id: "vue" }, { id: "rust" }],
      demoUrl: "https://example.test/fonts",
      openToChat: false,
    },
  });
  expect((await as(null).get(`/posts/${entry.id}`)).json()).toMatchObject({
    projects: [{ name: "글꼴 단짝" }],
  });
  await settle();
  expect(idsOf(await as(null).get("/projects?stack=rust"))).toEqual([post.id]);
  const found = (await as(null).get(`/search?type=projects&q=${encodeURIComponent("단짝")}`)).json<{
    projects: { items: { id: string }[] };
  }>();
  expect(found.projects.items.map(({ id }) => id)).toEqual([post.id]);
  const stacks = (await as(null).get("/stacks?query=rus")).json<{ items: object[] }>();
  expect(stacks.items).toEqual([{ id: "rust", name: "Rust", projects: 1 }]);

  const text = "# 새 글\n\n바뀌었어요. #글꼴";
  expect((await as(doyun).patch(`/posts/${post.id}`, { text })).json()).toMatchObject({
    html: expect.stringContaining("<h2>새 글</h2>"),
    tags: ["글꼴"],
    project: { title: "글꼴 단짝" },
  });
});

test("a project that is deleted takes its topic with it, and leaves what was written about it", async () => {
  for (const path of ["projects", "posts"]) {
    const post = await givenProject(server, doyun, { title: "오늘 급식", stack: ["Kotlin"] });
    const entry = await given.post(doyun, "알레르기를 더 알려요.", { projectIds: [post.id] });
    await as(haru).put(`/projects/${post.id}/follow`);
    expect((await as(doyun).delete(`/${path}/${post.id}`)).statusCode, path).toBe(204);
    expect((await as(doyun).get(`/projects/${post.id}`)).statusCode).toBe(404);
    expect((await as(null).get(`/posts/${entry.id}`)).json()).toMatchObject({ projects: [] });
    const { rows } = await server.maru.platform.pool.query(
      "select (select count(*)::int from topic where id = $1) as topics, (select count(*)::int from project where id = $1) as projects",
      [post.id],
    );
    expect(rows).toEqual([{ topics: 0, projects: 0 }]);
  }
  await settle();
  expect((await as(null).get("/stacks?query=kotlin")).json()).toMatchObject({
    items: [{ id: "kotlin", projects: 0 }, {}],
  });
});

test("who goes takes their projects along, with topics and follows", async () => {
  const maker = await given.person();
  const post = await givenProject(server, maker, { stack: ["Zig"] });
  await as(haru).put(`/projects/${post.id}/follow`);
  expect((await as(maker).delete("/me", { password: maker.password })).statusCode).toBe(204);
  expect((await as(haru).get(`/projects/${post.id}`)).statusCode).toBe(404);
  const { rows } = await server.maru.platform.pool.query(
    "select count(*)::int as count from topic where id = $1 union all select count(*)::int from topic_follow where topic_id = $1",
    [post.id],
  );
  expect(rows).toEqual([{ count: 0 }, { count: 0 }]);
  await settle();
  expect((await as(null).get("/stacks?query=zig")).json()).toMatchObject({ items: [{ projects: 0 }] });
});

test("only its maker changes a project or writes its log; who may not see it gets the 404 of what never was", async () => {
  const post = await givenProject(server, doyun, { title: "모아로그" });
  const stranger = await given.person();
  for (const [method, path, body] of [
    ["patch", `/projects/${post.id}`, { title: "내 것" }],
    ["delete", `/projects/${post.id}`, undefined],
    ["patch", `/posts/${post.id}`, { text: "내 것" }],
  ] as const)
    expect((await as(stranger)[method](path, body)).statusCode, `${method} ${path}`).toBe(403);
  expect((await as(stranger).post("/posts", { text: "몰래", projectIds: [post.id] })).statusCode).toBe(422);

  await as(doyun).put(`/posts/${post.id}/hidden`);
  await as(doyun).put("/accounts/" + stranger.handle + "/block");
  const other = await givenProject(server, doyun, { title: "막힌 것" });
  for (const id of [post.id, other.id, "1"])
    for (const [method, path] of [
      ["get", `/projects/${id}`],
      ["get", `/projects/${id}/log`],
      ["get", `/projects/${id}/follow`],
      ["get", `/projects/${id}/similar`],
      ["put", `/projects/${id}/follow`],
      ["put", `/projects/${id}/dismissed`],
      ["patch", `/projects/${id}`],
      ["delete", `/projects/${id}`],
    ] as const) {
      const answer =
        method === "get"
          ? await as(stranger).get(path)
          : await as(stranger)[method](path, method === "patch" ? { title: "x" } : undefined);
      expect(answer.statusCode, `${method} ${path}`).toBe(404);
      expect(answer.json()).toMatchObject({ type: "/problems/not-found" });
    }
  await settle();
  const shown = idsOf(await as(stranger).get("/projects?limit=50"));
  expect(shown).not.toContain(post.id);
  expect(shown).not.toContain(other.id);
  // A note is no project.
  const note = await given.post(doyun, "그냥 글");
  expect((await as(doyun).get(`/projects/${note.id}`)).statusCode).toBe(404);
});

test("where there is room for a line, it is the title", async () => {
  const maker = await given.person();
  const post = await givenProject(server, maker, { title: "한 줄로 불릴 이름" });
  const atom = (await as(null).get(`/accounts/${maker.handle}/feed.atom`)).body;
  expect(atom).toContain('<title type="html"><![CDATA[한 줄로 불릴 이름]]></title>');
  for (const path of ["posts", "projects"]) {
    const url = encodeURIComponent(`http://maru.example/${path}/${post.id}`);
    const embedded = await as(null).get(`/oembed?url=${url}`, { headers: { host: "maru.example" } });
    expect(embedded.json()).toMatchObject({ title: "한 줄로 불릴 이름" });
  }
});

test("what changes in one space stays found in it, whatever the other makes of it", async () => {
  const person = await given.person();
  const cat = await givenCat(server, person, { name: "구름이" });
  const post = await givenProject(server, person, { title: "구름 지도" });
  await as(person).patch(`/cats/${cat.id}`, { name: "먹구름이" });
  await as(person).patch(`/projects/${post.id}`, { title: "먹구름 지도" });
  await settle();
  const found = (await as(null).get(`/search?type=cats,projects&q=${encodeURIComponent("먹구름")}`)).json<
    Record<string, { items: { id: string }[] }>
  >();
  expect(found["cats"]!.items.map(({ id }) => id)).toEqual([cat.id]);
  expect(found["projects"]!.items.map(({ id }) => id)).toEqual([post.id]);
});
