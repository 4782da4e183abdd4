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

beforeAll(async () => {
  [doyun, haru] = await Promise.all([joins("이도윤"), joins("김하루")]);
  fonts = await makes(doyun, "활자 친구", ["Svelte", "Rust"]);
  garden = await makes(doyun, "잔디 정원", ["Svelte", "Go", "SQLite", "Docker"]);
  await call(haru, "PUT", "/me/stack", { stack: ["Svelte", "Go", "Rust"] });
});

const panelOf = (page: Page) => page.getByRole("group", { name: "어느 프로젝트의 소식인지 고르기" });

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
  const said = (words: string) => plain.locator("#comment article").filter({ hasText: words });
  expect(await said("고마워요!").getByText("만든 이", { exact: true }).count()).toBe(1);
  expect(await said("꽃이 피는 게 좋아요.").getByText("만든 이", { exact: true }).count()).toBe(0);

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

test("who makes several chooses which one a post is news of, and changes their mind", async () => {
  const maker = await joins("여럿이");
  const [first, second] = [await makes(maker, "첫 작품", ["Lua"]), await makes(maker, "둘째 작품", ["Lua"])];
  const page = await visit("/compose", { as: maker });
  await page.getByRole("textbox", { name: "내용" }).fill("둘째 이야기");
  await page.getByRole("button", { name: "프로젝트 소식" }).click();
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "첫 작품" }).click();
  await page.getByRole("button", { name: "첫 작품 소식", expanded: true }).waitFor();
  // Of one project only: the other takes its place.
  await panel.getByRole("button", { name: "둘째 작품" }).click();
  await page.getByRole("button", { name: "둘째 작품 소식", expanded: true }).waitFor();
  expect(await panel.getByRole("button", { pressed: true }).allInnerTexts()).toEqual(["둘째 작품"]);
  expect(await panel.getByRole("searchbox").count()).toBe(0);
  await expectAccessible(page);
  expect(await widthTooMuch(page)).toBe(0);
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.waitForURL("**/posts/*");
  expect((await seenBy(null, second.id)).project.changeLog).toHaveLength(1);
  expect((await seenBy(null, first.id)).project.changeLog).toHaveLength(0);

  const id = page.url().split("/").pop() ?? "";
  const edit = await visit(`/posts/${id}/edit`, { as: maker });
  await edit.getByRole("button", { name: "둘째 작품 소식" }).click();
  await panelOf(edit).getByRole("button", { name: "둘째 작품" }).click();
  await edit.getByRole("button", { name: "프로젝트 소식", expanded: true }).waitFor();
  await edit.getByRole("button", { name: "저장" }).click();
  await edit.waitForURL(`**/posts/${id}`);
  expect((await seenBy(null, second.id)).project.changeLog).toHaveLength(0);
});

test("of many projects one is found by its name; who has none is told where to begin", async () => {
  const [busy, fresh] = [await joins("바쁜이"), await joins("새내기")];
  for (let number = 1; number <= 9; number++) await makes(busy, `작품 ${number}`, ["Lua"]);
  const page = await visit("/", { as: busy, wide: true });
  await page.getByRole("link", { name: "글쓰기" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "프로젝트 소식" }).click();
  const find = panelOf(page).getByRole("searchbox", { name: "내 프로젝트에서 찾기" });
  await find.fill("작품 7");
  await expect.poll(() => panelOf(page).getByRole("button").allInnerTexts()).toEqual(["작품 7"]);
  // Enter looks for projects; it sends nothing.
  await find.press("Enter");
  expect(await dialog.isVisible()).toBe(true);
  await find.fill("없는 것");
  await panelOf(page).getByText("‘없는 것’ 프로젝트를 찾지 못했어요").waitFor();
  await expectAccessible(page);

  const none = await visit("/compose", { as: fresh });
  await none.getByRole("button", { name: "프로젝트 소식" }).click();
  const begin = panelOf(none).getByRole("link", { name: "프로젝트 올리기" });
  expect(await begin.getAttribute("href")).toBe("/projects/new");
});

test("a project that is gone when its news is sent is named, and the text stays", async () => {
  const gone = await makes(doyun, "사라질 작품", ["Lua"]);
  const page = await visit(`/compose?project=${gone.id}`, { as: doyun });
  const text = page.getByRole("textbox", { name: "내용" });
  await text.fill("아직 모르는 소식");
  await call(doyun, "DELETE", `/projects/${gone.id}`);
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.getByRole("alert").getByText("사라질 작품은 이제 담을 수 없어요").waitFor();
  expect(await text.inputValue()).toBe("아직 모르는 소식");
  await panelOf(page).getByRole("button", { name: "사라질 작품" }).click();
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.waitForURL("**/posts/*");
});

test("news is written and taken off a project without JavaScript", async () => {
  const one = await makes(doyun, "모아로그", ["Prisma"]);
  const plain = await visit(`/compose?project=${one.id}`, { as: doyun, javaScriptEnabled: false });
  await plain.getByRole("textbox", { name: "내용" }).fill("첫 소식");
  await plain.getByRole("button", { name: "올리기", exact: true }).click();
  await plain.waitForURL("**/posts/*");
  expect((await seenBy(null, one.id)).project.changeLog).toHaveLength(1);
  const edit = await visit(`${new URL(plain.url()).pathname}/edit`, { as: doyun, javaScriptEnabled: false });
  expect(await edit.getByRole("radio", { name: "모아로그" }).isChecked()).toBe(true);
  await edit.getByRole("radio", { name: "소식이 아니에요" }).check();
  await edit.getByRole("button", { name: "저장" }).click();
  await edit.waitForURL("**/posts/*");
  expect((await seenBy(null, one.id)).project.changeLog).toHaveLength(0);
  const others = await visit(`/compose?project=${one.id}`, { as: haru });
  expect(await others.getByText("모아로그 소식").count()).toBe(0);
});

test("a visitor who wants news comes back after signing in", async () => {
  const page = await visit(`/projects/${garden.id}`);
  await page.getByRole("button", { name: "잔디 정원 소식 받기" }).click();
  await expect.poll(() => page.url()).toContain(`/login?next=%2Fprojects%2F${garden.id}`);
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

test("the tab that is open is in sight where not all of them are", async () => {
  const page = await visit(`/@${doyun.handle}/projects`, {
    locale: "en-US",
    viewport: { width: 320, height: 700 },
  });
  const tab = page.getByRole("main").getByRole("link", { name: "Projects", exact: true }).first();
  await expect
    .poll(async () => {
      const { x, width } = (await tab.boundingBox())!;
      return x >= 0 && x + width <= 320;
    })
    .toBe(true);
});

test("from one's profile it is a step to writing down what one works with", async () => {
  const person = await joins("정라온");
  const page = await visit(`/@${person.handle}/projects`, { as: person });
  await page.getByRole("link", { name: "스택 고치기" }).click();
  await page.waitForURL("**/settings/profile#stack");
  const field = page.getByRole("combobox", { name: "무엇으로 만드나요?" });
  await field.waitFor();
  expect(await field.inputValue()).toBe("");
});

test("projects are found: beside the posts, on a page of their own, and while typing", async () => {
  const asked = encodeURIComponent("활자 친구");
  await vi.waitUntil(
    async () =>
      (await call<{ projects: { items: Project[] } }>(null, "GET", `/search?type=projects&q=${asked}`))
        .projects.items.length > 0,
    { timeout: 10_000 },
  );
  const page = await visit(`/search?q=${asked}`, { as: haru, wide: true });
  await page.getByRole("region", { name: "프로젝트" }).getByRole("link", { name: "활자 친구" }).waitFor();
  await expectAccessible(page);
  await page
    .getByRole("navigation", { name: "무엇을 찾을지 고르기" })
    .getByRole("link", { name: "프로젝트" })
    .click();
  await page.waitForURL("**type=projects");
  await page.getByRole("article").getByRole("link", { name: "활자 친구" }).waitFor();
  await page.getByRole("combobox").fill("활자");
  await page.getByRole("option", { name: /활자 친구.*Svelte · Rust/ }).click();
  await page.waitForURL(`**/projects/${fonts.id}`);
});

test("of a project's text a search shows what was found, without the signs of Markdown", async () => {
  const word = "눈에띄는낱말";
  const one = await makes(doyun, "표식", ["Lua"], {
    text: `# 머리말\n\n이 **굵은** ${word}\n\n- 하나\n- [x] \`둘\``,
  });
  await vi.waitUntil(
    async () =>
      (
        await call<{ posts: { items: unknown[] } }>(
          null,
          "GET",
          `/search?type=posts&q=${encodeURIComponent(word)}`,
        )
      ).posts.items.length > 0,
    { timeout: 10_000 },
  );
  const page = await visit(`/search?type=posts&q=${encodeURIComponent(word)}`, { as: haru });
  const post = page.locator(`article[data-post="${one.id}"]`);
  expect(await post.locator("mark").innerText()).toBe(word);
  expect(await post.locator(".text").innerText()).toMatch(/머리말\s+이 굵은 눈에띄는낱말\s+하나\s+둘/);
});
