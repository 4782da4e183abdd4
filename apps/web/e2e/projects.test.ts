import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, type Person } from "./people.ts";
import { holds, makes, type Project, seenBy } from "./projects.ts";
import { ownSite } from "./site.ts";

ownSite();
const { visit } = testBrowser();
let doyun: Person;
let haru: Person;
let garden: Project;
let fonts: Project;

const text = `# 왜 만들었나요

빈칸이 **먼저** 눈에 들어왔어요.

\`\`\`ts
export const grow = (days: number) => days * 2; // ${"아주 긴 설명 ".repeat(12)}
\`\`\`

| 화분 | 커밋 |
| --- | --- |
| 새싹 | 3 |
`;

beforeAll(async () => {
  [doyun, haru] = await Promise.all([joins("이도윤"), joins("김하루")]);
  for (let number = 1; number <= 11; number++) await makes(doyun, `주말 실험 ${number}`, ["Elixir"]);
  fonts = await makes(doyun, "글꼴 짝꿍", ["Svelte", "Rust"]);
  garden = await makes(doyun, "잔디 정원", ["Svelte", "Go", "SQLite", "Docker"], {
    text,
    repoUrl: "https://example.test/garden",
    demoUrl: "https://demo.example.test/",
  });
  await call(haru, "PUT", "/me/stack", { stack: ["Svelte", "Go", "Rust"] });
  await call(haru, "PUT", `/posts/${fonts.id}/like`);
  await holds(haru, "/projects?sort=popular", 13);
});

const cards = (page: Page) => page.getByRole("list", { name: "프로젝트", exact: true }).getByRole("article");
const titles = (page: Page) => cards(page).getByRole("heading").allInnerTexts();

test("the head of the board says how many there are, and how many are new", async () => {
  const saysOf = (page: Page) => page.locator("header:has(h1) p").innerText();
  expect(await saysOf(await visit("/projects"))).toBe(
    "이웃 2명이 프로젝트 13개를 함께 보고 있어요. 이번 주에 13개가 새로 올라왔어요.",
  );
  const english = await visit("/projects/recommended", { as: haru, locale: "en-US", wide: true });
  expect(await saysOf(english)).toBe("2 people look at 13 projects together. 13 came this week.");
});

test("a card says whom one may ask for a coffee chat, others more than oneself", async () => {
  const closed = await makes(doyun, "조용한 작업", ["Elixir"], { openToChat: false });
  const card = (page: Page, title: string) => page.getByRole("article", { name: title });
  const page = await visit("/projects", { as: haru });
  await card(page, "잔디 정원").getByText("커피챗", { exact: true }).waitFor();
  expect(await card(page, "조용한 작업").getByText("커피챗", { exact: true }).count()).toBe(0);
  const own = await visit("/projects", { as: doyun });
  await card(own, "잔디 정원").waitFor();
  expect(await own.getByText("커피챗", { exact: true }).count()).toBe(0);
  await call(doyun, "DELETE", `/projects/${closed.id}`);
});

test("the board is narrowed by stacks, any or all of them, with an address for it", async () => {
  const page = await visit("/projects", { as: haru, wide: true });
  const stacks = page.getByRole("group", { name: "기술 스택" });
  await stacks.getByRole("link", { name: "Svelte" }).click();
  await page.waitForURL("**/projects?stack=svelte");
  await expect.poll(() => titles(page)).toEqual(["잔디 정원", "글꼴 짝꿍"]);
  await stacks.getByRole("link", { name: "Rust" }).click();
  await page.waitForURL("**/projects?stack=svelte,rust");
  await expect.poll(() => titles(page)).toEqual(["잔디 정원", "글꼴 짝꿍"]);
  await page.getByRole("link", { name: "모두 쓰는" }).click();
  await page.waitForURL("**/projects?stack=svelte,rust&match=all");
  await expect.poll(() => titles(page)).toEqual(["글꼴 짝꿍"]);
  await expectAccessible(page);
  await page.goBack();
  await expect.poll(() => titles(page)).toEqual(["잔디 정원", "글꼴 짝꿍"]);
  await stacks.getByRole("link", { name: "Svelte 빼기" }).click();
  await page.waitForURL("**/projects?stack=rust");
  await expect.poll(() => titles(page)).toEqual(["글꼴 짝꿍"]);
});

test("any technology is found behind “more”, and one that nobody uses invites", async () => {
  const page = await visit("/projects", { as: haru });
  await page.getByRole("button", { name: "더 보기" }).click();
  const dialog = page.getByRole("dialog", { name: "스택 고르기" });
  await dialog.getByRole("searchbox", { name: "스택 이름 찾기" }).fill("zig");
  await dialog.getByRole("button", { name: "Zig" }).waitFor();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Zig" }).click();
  await page.waitForURL("**/projects?stack=zig");
  await page.getByText("이 스택의 첫 프로젝트가 되어 주세요").waitFor();
  await page.getByRole("link", { name: "Zig 빼기" }).waitFor();
  expect(await dialog.count()).toBe(0);
});

test("the board is searched, ordered and shown as a list, and the device remembers that", async () => {
  const page = await visit("/projects", { as: haru, wide: true });
  await page.getByRole("navigation", { name: "정렬" }).getByRole("link", { name: "인기순" }).click();
  await page.waitForURL("**/projects?sort=popular");
  await expect.poll(async () => (await titles(page))[0]).toBe("글꼴 짝꿍");
  await page.getByRole("main").getByRole("searchbox").fill("정원");
  await page.keyboard.press("Enter");
  await page.waitForURL(/sort=popular&q=|q=.*sort=popular/);
  await expect.poll(() => titles(page)).toEqual(["잔디 정원"]);
  await page.getByRole("link", { name: "조건 지우기" }).click();
  await page.waitForURL("**/projects?sort=popular");

  await page.getByRole("button", { name: "목록으로 보기" }).click();
  await page.getByRole("button", { name: "목록으로 보기", pressed: true }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "목록으로 보기", pressed: true }).waitFor();
});

test("the rest comes by itself, and is still there on the way back", async () => {
  const page = await visit("/projects", { as: haru, wide: true });
  await page.getByText("주말 실험 2", { exact: true }).scrollIntoViewIfNeeded();
  await expect.poll(() => cards(page).count()).toBe(13);
  await page.getByRole("link", { name: "주말 실험 1", exact: true }).click();
  await page.getByRole("heading", { name: "주말 실험 1", level: 1 }).waitFor();
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/projects?")) asked++;
  });
  await page.goBack();
  await expect.poll(() => cards(page).count()).toBe(13);
  expect(asked).toBe(0);
});

test("without JavaScript the board is narrowed, searched, ordered, turned and laid out", async () => {
  const page = await visit("/projects", { javaScriptEnabled: false, wide: true });
  await page.getByRole("link", { name: "프로젝트 더 보기" }).click();
  await page.waitForURL(/cursor=/);
  expect(await titles(page)).toEqual(["주말 실험 1"]);
  await page.getByRole("link", { name: "Svelte", exact: true }).first().click();
  await page.getByLabel("다른 스택").fill("golang");
  await page.getByRole("button", { name: "더하기" }).click();
  await page.getByRole("link", { name: "Go 빼기" }).waitFor();
  await page.getByRole("link", { name: "모두 쓰는" }).click();
  expect(await titles(page)).toEqual(["잔디 정원"]);
  await page.getByRole("main").getByRole("searchbox").fill("글꼴");
  await page.getByRole("main").getByRole("button", { name: "찾기" }).click();
  await page.getByText("‘글꼴’ 프로젝트는 아직 없어요").waitFor();
  await page.goto("/projects?stack=Rust");
  await page.getByRole("button", { name: "목록으로 보기" }).click();
  await page.getByRole("button", { name: "목록으로 보기", pressed: true }).waitFor();
  expect(new URL(page.url()).searchParams.get("stack")).toBe("Rust");
});

test("a member meets people with a like stack, and projects with the reason, which can be sent away", async () => {
  await holds(haru, "/projects/people", 1);
  const page = await visit("/projects", { as: haru, wide: true });
  const near = page.getByRole("region", { name: "나와 스택이 비슷한 이웃" });
  await near.getByText(/스택 \d+% 겹쳐요/).waitFor();
  await near.getByText(/^(Svelte|Go|Rust)[와과] (Svelte|Go|Rust)[을를] 함께 쓰는 이웃이에요\.$/).waitFor();
  expect(await near.getByRole("link", { name: "추천 프로젝트 더 보기" }).getAttribute("href")).toBe(
    "/projects/recommended",
  );
  expect(await near.getByRole("link", { name: "이도윤" }).getAttribute("href")).toBe(
    `/@${doyun.handle}/projects`,
  );

  await page.getByRole("link", { name: "추천", exact: true }).click();
  const suggested = page.getByRole("list", { name: "추천 프로젝트" }).getByRole("article");
  const one = suggested.filter({ hasText: "잔디 정원" });
  await one.getByText(new RegExp(`를 함께 쓰는 @${doyun.handle} 님의 프로젝트`)).waitFor();
  await expectAccessible(page);
  const rest = (await suggested.count()) - 1;
  await one.getByRole("button", { name: "잔디 정원 추천에서 빼기" }).click();
  await expect.poll(() => suggested.count()).toBe(rest);
  await page.getByRole("button", { name: "되돌리기" }).click();
  await one.waitFor();

  const plain = await visit("/projects/recommended", { as: haru, javaScriptEnabled: false });
  const first = plain.getByRole("list", { name: "추천 프로젝트" }).getByRole("article").first();
  const title = await first.getByRole("heading").innerText();
  await first.getByRole("button", { name: `${title} 추천에서 빼기` }).click();
  await plain.getByText(`‘${title}’ 추천을 거뒀어요`).waitFor();
  expect(await plain.getByRole("link", { name: title, exact: true }).count()).toBe(0);
  await plain.getByRole("button", { name: "되돌리기" }).click();
  await plain.waitForURL(/recommended$/);
  const visitor = await visit("/projects/recommended");
  expect(new URL(visitor.url()).pathname).toBe("/login");
});

test("the page of a project says what it is, and its post leads there", async () => {
  const page = await visit(`/posts/${garden.id}`, { as: haru, wide: true });
  await page.waitForURL(`**/projects/${garden.id}`);
  await page.getByRole("heading", { name: "잔디 정원", level: 1 }).waitFor();
  const repository = page.getByRole("link", { name: "저장소" });
  expect(await repository.getAttribute("href")).toBe("https://example.test/garden");
  expect(await repository.getAttribute("rel")).toContain("nofollow noopener");
  expect(await page.getByRole("link", { name: "데모 보기" }).getAttribute("target")).toBe("_blank");
  await page.getByRole("heading", { name: "왜 만들었나요", level: 2 }).waitFor();
  expect(await page.locator("pre .hljs-keyword").first().innerText()).toBe("export");
  await expect.poll(() => page.locator("pre").getAttribute("tabindex")).toBe("0");
  const similar = page.getByRole("region", { name: "스택이 비슷한 프로젝트" });
  // Its maker's own are no other ones.
  expect(await similar.count()).toBe(0);
  expect(await page.getByRole("link", { name: "고치기" }).count()).toBe(0);
  await page.getByRole("article").getByRole("link", { name: "SQLite" }).click();
  await page.waitForURL("**/projects?stack=sqlite");
});

test("a project made with the same stands beside, with what both share", async () => {
  const minji = await joins("박민지");
  const other = await makes(minji, "동네책방 지도", ["SQLite", "Go"]);
  const page = await visit(`/projects/${garden.id}`, { wide: true });
  const similar = page.getByRole("region", { name: "스택이 비슷한 프로젝트" });
  expect(await similar.getByRole("link", { name: "동네책방 지도" }).getAttribute("href")).toBe(
    `/projects/${other.id}`,
  );
  await similar.getByText(/SQLite/).waitFor();
});

test("one's own project is edited and deleted, after a question; also without JavaScript", async () => {
  const [first, second] = [await makes(doyun, "지울 것", ["Zod"]), await makes(doyun, "또 지울 것", ["Zod"])];
  const page = await visit(`/projects/${first.id}`, { as: doyun, wide: true });
  expect(await page.getByRole("link", { name: "고치기" }).getAttribute("href")).toBe(
    `/projects/${first.id}/edit`,
  );
  const remove = async () => {
    await page.getByRole("button", { name: "지울 것 메뉴" }).click();
    await page.getByRole("menuitem", { name: "지우기" }).click();
  };
  await remove();
  const question = page.getByRole("dialog", { name: "이 프로젝트를 지울까요?" });
  await expectAccessible(page);
  await question.getByRole("button", { name: "그대로 두기" }).click();
  await expect.poll(() => question.isVisible()).toBe(false);
  expect((await seenBy(null, first.id)).id).toBe(first.id);
  await remove();
  await question.getByRole("button", { name: "지우기" }).click();
  await page.waitForURL("**/projects");
  await expect(seenBy(null, first.id)).rejects.toThrow("404");

  const plain = await visit(`/projects/${second.id}`, { as: doyun, javaScriptEnabled: false });
  await plain.locator("summary").click();
  await plain.getByRole("button", { name: "네, 지울게요" }).click();
  await plain.waitForURL("**/projects");
  await expect(seenBy(null, second.id)).rejects.toThrow("404");
});

const paths = ["/projects", "/projects?stack=svelte,rust", "/projects/recommended", "page", "page/log", "@"];
for (const colorScheme of ["light", "dark"] as const)
  for (const locale of ["ko-KR", "en-US"])
    test.each(paths)(`%s is accessible (${colorScheme}, ${locale})`, async (path) => {
      const address = path
        .replace("page", `/projects/${garden.id}`)
        .replace(/^@/, `/@${haru.handle}/projects?show=bookmarked`);
      const page = await visit(address, {
        as: haru,
        colorScheme,
        locale,
        viewport: { width: 320, height: 700 },
      });
      await expectAccessible(page);
      expect(await widthTooMuch(page)).toBe(0);
    });
