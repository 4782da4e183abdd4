import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, type Person, posts } from "./people.ts";
import { startMaru } from "./start-server.ts";

const { visit } = testBrowser();
let minji: Person;
let haru: Person;
let withoutEngine: Awaited<ReturnType<typeof startMaru>>;

const at = (query: string, more = "") => `/search?q=${encodeURIComponent(query)}${more}`;

beforeAll(async () => {
  withoutEngine = await startMaru({ MARU_SEARCH_URL: "http://127.0.0.1:1", LOG_LEVEL: "silent" });
}, 60_000);
afterAll(() => withoutEngine.stop());

beforeAll(async () => {
  [minji, haru] = await Promise.all([joins("도라지"), joins("머루")]);
  await posts(minji, "살구나무 아래에서 <b>낮잠</b>을 잤어요. #살구철");
  await posts(minji, "엉겅퀴 [여기](javascript:alert(1)) javascript:alert(1) <img src=x onerror=alert(1)>");
  await posts(haru, "살구잼을 세 병 만들었어요.");
  for (let count = 1; count <= 14; count++) await posts(haru, `더덕밭 ${count}번째 이랑`);
  const found = async (query: string) =>
    (
      await call<{ posts: { items: unknown[] } }>(
        null,
        "GET",
        `/search?q=${encodeURIComponent(query)}&limit=20`,
      )
    ).posts.items.length;
  const isThere = async () => (await found("살구")) === 2 && (await found("더덕밭")) === 14;
  await vi.waitUntil(isThere, { timeout: 10_000 });
});

test("the rail's box leads to posts with what was found marked, and markup in them stays text", async () => {
  const page = await visit("/", { as: minji, wide: true });
  await page.keyboard.press("/");
  await page.keyboard.type("살구");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=*");
  const articles = page.locator("main article");
  await expect.poll(() => articles.count()).toBe(2);
  const marked = await articles.locator("mark").allTextContents();
  expect(marked.toSorted()).toEqual(["#살구", "살구", "살구"]);
  await articles.getByText("<b>낮잠</b>").waitFor();
  expect(await articles.locator("b").count()).toBe(0);

  await page.getByRole("link", { name: "최신순" }).click();
  await page.waitForURL("**sort=newest");
  await expect.poll(() => articles.first().textContent()).toContain("살구잼");
  await page.getByRole("navigation", { name: "무엇을 찾을지 고르기" }).getByText("태그").click();
  await page
    .locator("main")
    .getByRole("link", { name: /#살구철/ })
    .waitFor();
});

test("what one looked for is kept on the device for oneself, newest first, until it is cleared", async () => {
  const page = await visit("/search", { as: minji });
  const recent = page.getByRole("region", { name: "최근에 찾은 말" });
  const words = () => recent.getByRole("link").allTextContents();
  /** Looks for the word and stays until the page, which comes alive after it has come, has kept it as the newest. */
  const look = async (word: string, more = "") => {
    await page.goto(at(word, more));
    await page.waitForFunction(
      (newest) => Object.values(localStorage).some((kept) => String(kept).startsWith(`["${newest}"`)),
      word,
    );
  };
  await look("살구");
  await look("더덕밭");
  await look("살구", "&sort=newest");
  await page.goto("/search");
  await expect.poll(words).toEqual(["살구", "더덕밭"]);
  await page.reload();
  await expect.poll(words).toEqual(["살구", "더덕밭"]);
  await recent.getByRole("button", { name: "살구 지우기" }).click();
  await expect.poll(words).toEqual(["더덕밭"]);
  await recent.getByRole("link", { name: "더덕밭" }).click();
  await page.waitForURL("**/search?q=*");
  await page.goto("/search");
  await recent.waitFor();
  await expectAccessible(page);
  await recent.getByRole("button", { name: "모두 지우기" }).click();
  await recent.waitFor({ state: "detached" });
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("recent"))),
  ).toEqual([]);
});

test("suggestions are reached with the arrows, closed with Escape and opened with Enter", async () => {
  const page = await visit("/search");
  const box = page.getByRole("combobox");
  await box.pressSequentially(minji.handle);
  const option = page.getByRole("option", { name: `@${minji.handle}` });
  await option.waitFor();
  expect(await box.getAttribute("aria-expanded")).toBe("true");
  await expectAccessible(page);

  await box.press("Escape");
  await option.waitFor({ state: "detached" });
  expect(await box.inputValue()).toBe(minji.handle);

  await box.press("ArrowDown");
  await option.waitFor();
  await box.press("ArrowDown");
  expect(await option.getAttribute("aria-selected")).toBe("true");
  expect(await box.getAttribute("aria-activedescendant")).toBe(await option.getAttribute("id"));
  await box.press("Enter");
  await page.waitForURL(`**/@${minji.handle}`);
});

test("a late answer to what is no longer asked is dropped", async () => {
  const page = await visit("/search");
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const first = encodeURIComponent("도라지");
  await page.route(`**/search/suggest?q=${first}&*`, async (route) => {
    await held;
    await route.continue();
  });
  const box = page.getByRole("combobox");
  const asked = page.waitForRequest((request) => request.url().includes(first));
  await box.fill("도라지");
  await asked;
  await box.fill("머루");
  await page.getByRole("option", { name: `@${haru.handle}` }).waitFor();
  const answered = page.waitForResponse((response) => response.url().includes(first));
  letGo();
  await (await answered).finished();
  expect(await page.getByRole("option", { name: `@${minji.handle}` }).count()).toBe(0);
});

test("from: is completed in place and keeps to one person", async () => {
  const page = await visit("/search");
  const box = page.getByRole("combobox");
  await box.fill(`살구 from:${minji.handle}`);
  await page.getByRole("option", { name: `@${minji.handle}` }).click();
  expect(await box.inputValue()).toBe(`살구 from:${minji.handle} `);
  await box.press("Enter");
  await page.locator("main article", { hasText: "살구나무" }).waitFor();
  expect(await page.locator("main article").count()).toBe(1);
});

test("where nothing is found, something else can be tried", async () => {
  const page = await visit(at(`살구 from:${minji.handle} -살구철 -살구나무`));
  await page.getByRole("heading", { name: /글은 아직 없어요$/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "‘살구’만 찾기" }).click();
  await expect.poll(() => page.locator("main article").count()).toBe(2);
});

test("without JavaScript it is a form with pages of results", async () => {
  const page = await visit("/search", { javaScriptEnabled: false });
  await page.getByRole("link", { name: /has:media/ }).waitFor();
  await page.getByRole("combobox").fill("더덕밭");
  await page.getByRole("combobox").press("Enter");
  await expect.poll(() => page.locator("main article").count()).toBe(12);
  await page.getByRole("link", { name: "글 더 보기" }).click();
  await page.waitForURL("**cursor=*");
  await expect.poll(() => page.locator("main article").count()).toBe(2);
});

test("the list grows by itself to its end", async () => {
  const page = await visit(at("더덕밭"));
  await page.locator("main article").last().scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator("main article").count()).toBe(14);
});

test("a query that is too long is cut, and the page says so", async () => {
  const page = await visit(at("가나다라 ".repeat(2000)));
  await page.getByText("앞의 300자로만").waitFor();
  expect((await page.getByRole("combobox").inputValue()).length).toBeLessThanOrEqual(300);
  expect(await widthTooMuch(page)).toBe(0);
});

test("what is typed and what is found are text, whatever they look like", async () => {
  const bait = `"></script><img src=x onerror=alert(1)> ' OR 1=1 -- (.*)+ "`;
  const page = await visit(at(bait));
  await page.getByRole("heading", { name: /찾지 못했어요$/ }).waitFor();
  expect(await page.getByRole("combobox").inputValue()).toBe(bait);
  expect(await page.locator("img[src=x]").count()).toBe(0);

  await page.goto(at("엉겅퀴"));
  await page.locator("main article", { hasText: "javascript:alert(1)" }).waitFor();
  expect(await page.locator("a[href^='javascript' i]").count()).toBe(0);
  expect(await page.locator("main article img[src=x]").count()).toBe(0);
});

test("an address that was made up leads to what there is", async () => {
  const page = await visit(at("살구", "&type=cars&sort=worst&limit=9999&cursor=AAAA"));
  expect(page.url()).toBe(new URL(at("살구"), page.url()).href);
  await expect.poll(() => page.locator("main article").count()).toBe(2);
  expect(await page.locator(".tab[aria-current]").textContent()).toBe("전체");
});

test("all that is found stands together: people, tags, and posts", async () => {
  const page = await visit(at("도라지"));
  await page.getByRole("region", { name: "이웃" }).getByRole("link", { name: "도라지" }).waitFor();
  await page.getByRole("heading", { name: "‘도라지’ 글은 아직 없어요" }).waitFor();
  await page.goto(at("살구"));
  const tag = page.getByRole("region", { name: "태그" }).getByRole("link", { name: "살구철" });
  expect(await tag.getAttribute("href")).toBe(`/tags/${encodeURIComponent("살구철")}`);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.each(["/search", at("살구"), at("머루", "&type=people"), at("살구", "&type=tags")])(
    `%s is accessible (${colorScheme})`,
    async (path) => {
      const page = await visit(path, { as: haru, colorScheme, viewport: { width: 320, height: 700 } });
      await expectAccessible(page);
      expect(await widthTooMuch(page)).toBe(0);
    },
  );
}

test("the phone's bar leads here", async () => {
  const page = await visit("/");
  await page.getByRole("link", { name: "찾기", exact: true }).click();
  await page.waitForURL("**/search");
  expect(await page.getByRole("heading", { name: "무엇을 찾아볼까요?" }).count()).toBe(1);
});

for (const javaScriptEnabled of [true, false])
  test(`while the engine is away the page says so and keeps the words (JavaScript: ${javaScriptEnabled})`, async () => {
    const page = await visit(at("살구"), { baseURL: withoutEngine.origin, javaScriptEnabled });
    const answer = await page.reload();
    expect(answer?.status()).toBe(503);
    expect(Number(answer?.headers()["retry-after"])).toBeGreaterThan(0);
    await page.getByRole("heading", { name: "지금은 글을 찾을 수 없어요" }).waitFor();
    expect(await page.getByRole("combobox").inputValue()).toBe("살구");
    await page.getByRole("link", { name: "다시 해 보기" }).click();
    await page.getByRole("link", { name: "이웃에서 찾기" }).click();
    await page.getByRole("heading", { name: /이웃은 아직 없어요$/ }).waitFor();
  });

test("an engine that goes away while the page is open is said in its place", async () => {
  const page = await visit("/search", { baseURL: withoutEngine.origin });
  await page.getByRole("combobox").fill("살구");
  await page.getByRole("combobox").press("Enter");
  await page.getByRole("heading", { name: "지금은 글을 찾을 수 없어요" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("combobox").fill("머루");
  await page.getByRole("combobox").press("Enter");
  await page.waitForURL(`**${at("머루")}`);
  expect(await page.getByRole("combobox").inputValue()).toBe("머루");
});
