import type { Page } from "playwright-core";
import { beforeAll, expect, test, vi } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, type Person } from "./people.ts";
import { holds, isFollowing, makes, type Project, seenBy } from "./projects.ts";

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
  await page.goBack();
  await expect.poll(() => cards(page).count()).toBe(13);
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

test("a project is liked, bookmarked and commented on", async () => {
  const page = await visit(`/projects/${garden.id}`, { as: haru });
  const article = page.getByRole("article", { name: "잔디 정원" });
  await article.getByRole("button", { name: "북마크" }).click();
  await article.getByRole("button", { name: "북마크", pressed: true }).waitFor();
  await expect.poll(async () => (await seenBy(haru, garden.id)).viewer?.bookmarked).toBe(true);
  await page.getByRole("textbox", { name: "댓글" }).fill("꽃이 피는 게 좋아요.");
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.locator("#comment").getByText("꽃이 피는 게 좋아요.").waitFor();

  const plain = await visit(`/projects/${garden.id}`, { as: doyun, javaScriptEnabled: false });
  await plain.getByRole("textbox", { name: "댓글" }).fill("고마워요!");
  await plain.getByRole("button", { name: "올리기", exact: true }).click();
  await plain.waitForURL(`**/projects/${garden.id}#comment`);
  await plain.getByText("고마워요!").waitFor();

  const notices = await visit("/notifications", { as: doyun });
  await vi.waitUntil(async () => {
    await notices.reload();
    return notices.getByText("내 프로젝트에 댓글을 남겼어요").isVisible();
  });
});

test("news is written by the maker, told to those who want it, and leads back", async () => {
  const page = await visit(`/projects/${garden.id}`, { as: haru, wide: true });
  const follow = page.getByRole("button", { name: "잔디 정원 소식 받기" });
  await follow.click();
  await page.getByText("소식 받는 중").waitFor();
  await expect.poll(() => isFollowing(haru, garden.id)).toBe(true);

  const own = await visit(`/projects/${garden.id}`, { as: doyun, wide: true });
  await own.getByRole("link", { name: "소식 쓰기" }).click();
  await own.getByText("잔디 정원 소식", { exact: true }).first().waitFor();
  await own.getByRole("textbox", { name: "내용" }).fill("0.3을 올렸어요.");
  await own.getByRole("button", { name: "올리기", exact: true }).click();
  await own.waitForURL("**/posts/*");
  expect(
    await own
      .getByRole("list", { name: "이 소식의 프로젝트" })
      .getByRole("link", { name: "잔디 정원" })
      .getAttribute("href"),
  ).toBe(`/projects/${garden.id}`);
  expect((await seenBy(null, garden.id)).project.changeLog).toHaveLength(1);

  const id = own.url().split("/").pop() ?? "";
  const edit = await visit(`/posts/${id}/edit`, { as: doyun });
  await edit.getByRole("textbox", { name: "내용" }).fill("0.3을 올렸어요. 고양이가 지나가요.");
  await edit.getByRole("button", { name: "저장" }).click();
  await edit.waitForURL(`**/posts/${id}`);
  expect((await seenBy(null, garden.id)).project.changeLog).toHaveLength(1);

  await holds(haru, "/feeds/home", 1);
  const home = await visit("/", { as: haru });
  const why = home.getByRole("link", { name: "잔디 정원 소식을 받아요" });
  expect(await why.getAttribute("href")).toBe(`/projects/${garden.id}`);
  const log = await visit(`/projects/${garden.id}/log`, { as: haru });
  await log.getByText("0.3을 올렸어요. 고양이가 지나가요.").waitFor();

  const plain = await visit(`/projects/${garden.id}`, { as: haru, javaScriptEnabled: false });
  await plain.getByRole("button", { name: "잔디 정원 소식 받기" }).click();
  await plain.getByRole("button", { name: "잔디 정원 소식 받기", pressed: false }).waitFor();
  expect(await isFollowing(haru, garden.id)).toBe(false);
});

test("news is written and taken off a project without JavaScript", async () => {
  const one = await makes(doyun, "모아로그", ["Prisma"]);
  const plain = await visit(`/compose?project=${one.id}`, { as: doyun, javaScriptEnabled: false });
  await plain.getByRole("textbox", { name: "내용" }).fill("첫 소식");
  await plain.getByRole("button", { name: "올리기", exact: true }).click();
  await plain.waitForURL("**/posts/*");
  expect((await seenBy(null, one.id)).project.changeLog).toHaveLength(1);
  const others = await visit(`/compose?project=${one.id}`, { as: haru });
  expect(await others.getByText("모아로그 소식").count()).toBe(0);
});

test("a visitor who wants news comes back after signing in", async () => {
  const page = await visit(`/projects/${garden.id}`);
  await page.getByRole("button", { name: "잔디 정원 소식 받기" }).click();
  await expect.poll(() => page.url()).toContain(`/login?next=%2Fprojects%2F${garden.id}`);
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

test("in a feed a project is what it is, not its whole text", async () => {
  const reader = await joins("윤서연");
  await call(reader, "PUT", `/accounts/${doyun.handle}/follow`);
  await holds(reader, "/feeds/home", 3);
  const page = await visit("/", { as: reader });
  const post = page.locator(`article[data-post="${garden.id}"]`);
  await post.scrollIntoViewIfNeeded();
  await post.getByText("잔디 정원, 주말에 만들어요.").waitFor();
  expect(await post.getByText("빈칸이").count()).toBe(0);
  expect(await post.getByRole("link", { name: /잔디 정원/ }).getAttribute("href")).toBe(
    `/projects/${garden.id}`,
  );
  await expectAccessible(page);
  expect(await widthTooMuch(page)).toBe(0);
  await post.getByRole("button", { name: "더 보기" }).click();
  await page.getByRole("menuitem", { name: "링크 복사" }).waitFor();
});

test("a profile shows what somebody has made and works with, and to themselves what they keep", async () => {
  await call(haru, "PUT", `/posts/${garden.id}/bookmark`);
  const page = await visit(`/@${doyun.handle}`, { as: haru, wide: true });
  await page.getByRole("main").getByRole("link", { name: "프로젝트", exact: true }).first().click();
  await page.getByRole("list", { name: "이도윤 님의 프로젝트" }).getByText("잔디 정원").first().waitFor();
  expect(await page.getByRole("link", { name: "북마크한 프로젝트" }).count()).toBe(0);

  const own = await visit(`/@${haru.handle}/projects`, { as: haru });
  await own.getByRole("list", { name: "기술 스택" }).getByRole("link", { name: "Rust" }).waitFor();
  await own.getByText("만들고 있는 것이 있나요?").waitFor();
  await own.getByRole("link", { name: "북마크한 프로젝트" }).click();
  await own.getByRole("list", { name: "북마크한 프로젝트" }).getByText("잔디 정원").first().waitFor();
  await expectAccessible(own);
});

test("what one works with is written down, in any spelling, also without JavaScript", async () => {
  const person = await joins("정라온");
  const page = await visit(`/@${person.handle}/projects`, { as: person });
  await page.getByText("스택 고치기").click();
  await page.getByLabel("쓰는 언어와 도구").fill("golang, 스벨트");
  await page.getByRole("button", { name: "저장" }).click();
  const stack = page.getByRole("list", { name: "기술 스택" }).first();
  await stack.getByRole("link", { name: "Svelte" }).waitFor();
  expect(await stack.getByRole("link").allInnerTexts()).toEqual(["Go", "Svelte"]);

  const plain = await visit(`/@${person.handle}/projects`, { as: person, javaScriptEnabled: false });
  await plain.locator("summary").click();
  await plain.getByLabel("쓰는 언어와 도구").fill(Array.from({ length: 21 }, (_, at) => `도구${at}`).join());
  await plain.getByRole("button", { name: "저장" }).click();
  await plain.getByRole("alert").waitFor();
  expect(await plain.getByLabel("쓰는 언어와 도구").inputValue()).toContain("도구20");
  await plain.getByLabel("쓰는 언어와 도구").fill("Rust");
  await plain.getByRole("button", { name: "저장" }).click();
  await plain.getByRole("link", { name: "Rust" }).waitFor();
});

test("projects are found: beside the posts, on a page of their own, and while typing", async () => {
  const asked = encodeURIComponent("글꼴 짝꿍");
  await vi.waitUntil(
    async () =>
      (await call<{ projects: { items: Project[] } }>(null, "GET", `/search?type=projects&q=${asked}`))
        .projects.items.length > 0,
    { timeout: 10_000 },
  );
  const page = await visit(`/search?q=${asked}`, { as: haru, wide: true });
  await page.getByRole("region", { name: "프로젝트" }).getByRole("link", { name: "글꼴 짝꿍" }).waitFor();
  await expectAccessible(page);
  await page
    .getByRole("navigation", { name: "무엇을 찾을지 고르기" })
    .getByRole("link", { name: "프로젝트" })
    .click();
  await page.waitForURL("**type=projects");
  await page.getByRole("article").getByRole("link", { name: "글꼴 짝꿍" }).waitFor();
  await page.getByRole("combobox").fill("글꼴");
  await page.getByRole("option", { name: /글꼴 짝꿍.*Svelte · Rust/ }).click();
  await page.waitForURL(`**/projects/${fonts.id}`);
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
