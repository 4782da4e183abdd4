import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { givenChat, opened, sent } from "./chats.ts";
import { givenFilms } from "./films.ts";
import { givenProject } from "./projects.ts";
import { givenPicture } from "./test-picture.ts";
import { type Person, testServer } from "./test-server.ts";

const server = testServer();
const { as, given, settle } = server;
let author: Person;
let post: string;
let cat: string;
let project: string;
let chat: string;
let film: string;
let filmPerson: string;
let review: string;
let reportCase: string;

/** Whatever a list can show of the author, once more. */
async function addMore(): Promise<void> {
  const other = await given.person();
  const photoId = await givenPicture(server, author);
  const animal = (await as(author).post("/cats", { name: "두부", breed: "siamese", photoId })).json<{
    id: string;
  }>();
  const written = await given.post(author, "우리 집 #고양이", { mediaIds: [photoId], catIds: [animal.id] });
  await given.follow(other, author);
  await given.follow(author, other);
  await given.post(other, "남의 글 #고양이");
  await as(author).post(`/posts/${(post ??= written.id)}/comments`, { text: `@${other.handle} 안녕하세요` });
  await as(other).put(`/posts/${post}/like`);
  await as(author).put(`/posts/${written.id}/bookmark`);
  await as(author).patch(`/posts/${post}`, { text: `고친 글 ${written.id} #고양이` });
  cat ??= animal.id;
  await as(other).put(`/cats/${cat}/follow`);
  await given.post(other, "두부를 봤어요", { catIds: [cat] });
  await as(author).post(`/cats/${cat}/invitations`, { handle: other.handle });
  await as(author).put(`/tags/tag${written.id}/follow`);
  const made = await givenProject(server, author, { stack: ["Svelte", "Go", "SQLite"], mediaIds: [photoId] });
  project ??= made.id;
  await given.post(author, "0.1을 올렸어요", { projectIds: [made.id] });
  await as(author).put(`/posts/${made.id}/bookmark`);
  const theirs = await givenProject(server, other, { stack: ["Svelte", "Go"] });
  await as(other).put(`/projects/${project}/follow`);
  for (const fan of [other, await given.person(), await given.person()]) {
    await as(fan).put(`/posts/${project}/like`);
    await as(fan).put(`/posts/${theirs.id}/like`);
  }
  await as(author).put(`/posts/${project}/like`);
  await as(author).put("/me/stack", { stack: ["Svelte", "Go", `도구 ${written.id}`] });
  const talk = await givenChat(server, author, other);
  chat ??= talk.id;
  for (const id of new Set([talk.id, chat])) {
    await sent(server, author, id, "안녕하세요", { mediaIds: [photoId] });
    await sent(server, author, id, "반가워요", { replyTo: 1 });
    await as(author).put(`/chats/${id}/messages/1/reactions/${encodeURIComponent("👍")}`);
  }
  await addFilms(other);
  await addReports(other);
  await opened(server, await given.person(), { with: author.handle, kind: "coffee", text: "안녕하세요" });
  await settle();
}

async function addFilms(other: Person): Promise<void> {
  const person = { ids: [{ source: "own", value: "director" }], nameKo: "한서림" };
  const like = { person, role: "director" } as const;
  const made = await givenFilms(server, [
    { credits: [like] },
    {
      credits: [like],
      offers: [{ platform: "tving", kind: "stream", country: "KR" }],
      ratings: [{ site: "cinebox", value: 8, votes: 90_000, ratedOn: "2026-11-01" }],
    },
  ]);
  film ??= String(made[1]);
  for (const id of new Set([film, String(made[1])])) {
    await as(author).put(`/films/${id}/vote`, { value: "like" });
    await as(author).put(`/films/${id}/watchlist`);
    const mine = await as(author).post(`/films/${id}/reviews`, { text: "좋았어요", aspects: { story: 8 } });
    if (mine.statusCode === 201) review ??= mine.json<{ id: string }>().id;
    await as(other).post(`/films/${id}/reviews`, { text: "그저 그래요", aspects: { story: 4 } });
    await as(author).patch(`/films/${id}`, { runtimeMinutes: 100 });
    await as(other).patch(`/films/${id}`, { runtimeMinutes: 101 });
  }
  await as(other).put(`/posts/${review}/vote`, { value: "like" });
  const { id } = await server.maru.platform.db
    .selectFrom("filmPerson")
    .select("id")
    .executeTakeFirstOrThrow();
  filmPerson = String(id);
}

/** What moderators look at, and what was decided about the author. */
async function addReports(other: Person): Promise<void> {
  const loud = await given.person();
  for (const text of ["하나", "둘"]) {
    const { id } = await given.post(loud, text);
    for (const by of [author, other])
      await as(by).post("/reports", { subject: { kind: "post", id }, reason: "spam" });
  }
  const { items } = (await as(author).get("/moderation/reports?limit=50")).json<{
    items: { id: string }[];
  }>();
  reportCase ??= items[0]!.id;
  const decided = await as(author).post(`/moderation/reports/${items.at(-1)!.id}/decision`, {
    action: "warn",
    reason: "왜",
  });
  const { decision } = decided.json<{ decision: { id: string } }>();
  await as(loud).post(`/me/decisions/${decision.id}/appeal`, { text: "억울해요" });
  await server.maru.operator.setRole(Number(other.id), "owner");
  await as(other).post(`/moderation/members/${author.handle}/decisions`, { action: "warn", reason: "왜" });
}

interface Described {
  paths: Record<string, { get?: { security?: object[] } }>;
}
const contract = join(import.meta.dirname, "../../../packages/api-client/openapi.json");
const { paths } = JSON.parse(readFileSync(contract, "utf8")) as Described;
const needs: Record<string, string> = {
  "/search": "?q=고양이&type=posts,people,tags,cats,projects",
  "/search/suggest": "?q=고",
  "/chats/search": "?q=안녕",
  "/projects": "?stack=svelte,go&match=all&q=잔디",
  "/tags": "?query=고",
  "/accounts": "?query=p",
  "/films": "?genre=drama&year=2025",
  "/reviews/standings": "?ids=",
};
/** What was missed grows with what there is to miss; a preview needs the address of a page. */
const left = ["/feeds/catch-up", "/oembed"];

function addresses(): string[] {
  const of: Record<string, string> = {
    cats: cat,
    projects: project,
    chats: chat,
    films: film,
    moderation: reportCase,
  };
  return Object.entries(paths)
    .filter(([path, { get }]) => get && path.startsWith("/api/v1/") && !path.includes("{token}"))
    .map(([path]) => path.slice("/api/v1".length))
    .filter((path) => !left.includes(path))
    .map((path) =>
      path
        .replace("{handle}", author.handle)
        .replace("{tag}", encodeURIComponent("고양이"))
        .replace("/films/people/{id}", `/films/people/${filmPerson}`)
        .replace("{id}", of[path.split("/")[1]!] ?? post)
        .concat(needs[path] ?? "")
        .concat(path === "/reviews/standings" ? review : ""),
    );
}

/**
 * How many statements each page costs the author, whose caches are as they happen to be: the most of them are warm.
 * The fewest of five requests, since the server does things of its own in between.
 */
async function countAll(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const address of addresses()) {
    const path = encodeURI(decodeURI(address));
    expect([address, (await as(author).get(path)).statusCode]).toEqual([address, 200]);
    const tries: number[] = [];
    for (let round = 0; round < 5; round++) {
      server.queries();
      await as(author).get(path);
      tries.push(server.queries());
    }
    counts.set(address, Math.min(...tries));
  }
  return counts;
}

beforeAll(async () => {
  author = await given.person();
  const { db } = server.maru.platform;
  await db.insertInto("filmSite").values({ id: "cinebox", name: "시네박스", measure: "imdb" }).execute();
  await db
    .insertInto("filmModerator")
    .values({ accountId: Number(author.id) })
    .execute();
  await server.maru.operator.setRole(Number(author.id), "admin");
  await addMore();
});

test("no page asks the database more often when there is more on it, and none more than six times", async () => {
  const before = await countAll();
  for (let round = 0; round < 5; round++) await addMore();
  const after = await countAll();
  expect(after).toEqual(before);
  expect([...after].filter(([, count]) => count > 6)).toEqual([]);
  expect(after.get("/feeds/home")).toBe(0);
  expect(after.get("/cats")).toBeLessThanOrEqual(3);
  const ofFilms = [...after].filter(([path]) => path.startsWith("/films"));
  expect(ofFilms.filter(([, count]) => count > 4)).toEqual([]);
  expect(after.get("/projects?stack=svelte,go&match=all&q=잔디")).toBeLessThanOrEqual(3);
});
