import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { type Cat, dayIn, isFound, registers, writes } from "./cats.ts";
import { call, joins, type Person } from "./people.ts";
import { startMaru } from "./start-server.ts";

const { visit } = testBrowser();
let haru: Person;
let minji: Person;
let nabi: Cat;
let dubu: Cat;

beforeAll(async () => {
  [haru, minji] = await Promise.all([joins("김하루"), joins("박민지")]);
  nabi = await registers(haru, "살구별", { colour: "orange", pattern: "tabby" });
  dubu = await registers(minji, "두부달");
  await isFound("두부달");
});

test("the navigation leads to the spaces, on wide screens and on phones, without scripts too", async () => {
  const wide = await visit("/", { as: haru, wide: true });
  await wide.getByRole("group", { name: "공간" }).getByRole("link", { name: "고양이" }).click();
  await wide.waitForURL("**/cats");
  expect(
    await wide
      .getByRole("group", { name: "공간" })
      .getByRole("link", { name: "고양이" })
      .getAttribute("aria-current"),
  ).toBe("page");
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit("/", { as: haru, javaScriptEnabled });
    await page.getByRole("button", { name: "공간" }).click();
    const sheet = page.getByRole("group", { name: "공간과 다른 곳" });
    await sheet.getByRole("link", { name: "둘러보기" }).waitFor();
    if (javaScriptEnabled) await expectAccessible(page);
    await sheet.getByRole("link", { name: "고양이" }).click();
    await page.waitForURL("**/cats");
    await expect.poll(() => sheet.isVisible()).toBe(false);
  }
});

test("cats are found: beside the posts, on a page of their own, and while typing", async () => {
  const page = await visit(`/search?q=${encodeURIComponent("두부달")}`, { as: haru, wide: true });
  const beside = page.getByRole("region", { name: "고양이" });
  await beside.getByRole("link", { name: "두부달" }).waitFor();
  await beside.getByText("집사 박민지 님").waitFor();
  await expectAccessible(page);
  await page
    .getByRole("navigation", { name: "무엇을 찾을지 고르기" })
    .getByRole("link", { name: "고양이" })
    .click();
  await page.waitForURL("**type=cats");
  await page.getByRole("listitem").getByRole("link", { name: "두부달" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("combobox").fill("살구별");
  await page.getByRole("option", { name: /살구별.*치즈태비/ }).click();
  await page.waitForURL(`**/cats/${nabi.id}`);

  const none = await visit(`/search?type=cats&q=${encodeURIComponent("없는고양이이름")}`, { as: haru });
  await none.getByText("‘없는고양이이름’ 고양이는 아직 없어요").waitFor();
});

test("notifications about cats say what happened and lead there, and can be switched off", async () => {
  const [keeper, guest] = await Promise.all([joins("돌보는이"), joins("찾아온이")]);
  const bori = await registers(keeper, "보리");
  const { id } = await writes(guest, "보리를 만났어요", bori);
  await call(guest, "PUT", `/cats/${bori.id}/follow`);
  await call(keeper, "POST", `/cats/${bori.id}/invitations`, { handle: guest.handle });
  const unread = async (person: Person) =>
    (await call<{ unread: number }>(person, "GET", "/notifications/unread")).unread;
  await vi.waitUntil(async () => (await unread(guest)) === 1, { timeout: 10_000 });

  const invited = await visit("/notifications", { as: guest });
  const invitation = invited.getByRole("link", { name: "돌보는이 님이 보리를 함께 돌보자고 해요." });
  expect(await invitation.getAttribute("href")).toBe(`/cats/${bori.id}`);
  await expectAccessible(invited);
  await invited.getByRole("button", { name: "보리 초대 받아들이기" }).click();
  await vi.waitUntil(async () => (await unread(keeper)) === 3, { timeout: 10_000 });

  const page = await visit("/notifications?show=cats", { as: keeper });
  const linkOf = (words: string) =>
    page.getByRole("link", { name: `찾아온이 ${words}` }).getAttribute("href");
  expect(await linkOf("님이 글에 보리를 태그했어요.")).toBe(`/posts/${id}`);
  expect(await linkOf("님이 보리를 팔로우하기 시작했어요.")).toBe(`/cats/${bori.id}`);
  expect(await linkOf("님이 이제 보리를 함께 돌봐요.")).toBe(`/cats/${bori.id}`);

  const settings = await visit("/settings/notifications", { as: keeper });
  await settings.getByRole("switch", { name: "내 고양이가 나온 글" }).click();
  await expect
    .poll(() => call<{ kinds: Record<string, boolean> }>(keeper, "GET", "/notifications/settings"))
    .toMatchObject({ kinds: { "cat-tagged": false, "cat-follow": true } });
});

test("a profile shows somebody's cats, and asks for the first of one's own", async () => {
  const page = await visit(`/@${haru.handle}`, { as: minji, wide: true });
  await page
    .getByRole("navigation", { name: /글 고르기/ })
    .getByRole("link", { name: "고양이" })
    .click();
  await page.waitForURL("**/cats");
  await page
    .getByRole("list", { name: "김하루 님의 고양이" })
    .getByRole("link", { name: "살구별" })
    .waitFor();
  await expectAccessible(page);
  const fresh = await joins("고양이없는이");
  const own = await visit(`/@${fresh.handle}/cats`, { as: fresh });
  expect(await own.locator("main").getByRole("link", { name: "고양이 등록하기" }).getAttribute("href")).toBe(
    "/cats/new",
  );
  expect(await widthTooMuch(own)).toBe(0);
});

test("birthdays stand beside the feed of those whom they concern, and lead to a wish", async () => {
  const keeper = await joins("생일집사");
  const cat = await registers(keeper, "가을", { birthday: dayIn(0, 2022) });
  const page = await visit("/", { as: keeper, wide: true });
  await page.getByRole("heading", { name: "오늘 생일인 고양이" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "축하 글 남기기" }).click();
  await page.waitForURL("**/compose?*");
  await page.getByRole("button", { name: "가을", exact: true }).waitFor();
  expect(await page.getByRole("textbox", { name: "내용" }).inputValue()).toContain("가을");
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.waitForURL("**/posts/*");
  await page.locator("main article").getByRole("link", { name: "가을" }).waitFor();
  expect((await call<{ items: unknown[] }>(null, "GET", `/cats/${cat.id}/posts`)).items).toHaveLength(1);
});

test("birthdays are asked for where there is room to show them, and nowhere else", async () => {
  const keeper = await joins("생일아침");
  await registers(keeper, "생일별", { birthday: dayIn(3, 2022) });
  const page = await visit("/catch-up", { as: keeper });
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/v1/cats/birthdays")) asked.push(request.url());
  });
  const answer = await page.goto("/catch-up", { waitUntil: "networkidle" });
  expect(await answer!.text()).not.toContain("생일별");
  await page.setViewportSize({ width: 1099, height: 800 });
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("link", { name: /^생일별/ }).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(asked).toHaveLength(1);
});

test("birthdays that cannot be had leave the page as it is", async () => {
  const keeper = await joins("생일저녁");
  await registers(keeper, "저녁별", { birthday: dayIn(3, 2022) });
  const page = await visit("/explore", { as: keeper });
  await page.route("**/api/v1/cats/birthdays", (route) => route.fulfill({ status: 503, body: "" }));
  const refused = page.waitForResponse("**/api/v1/cats/birthdays");
  await page.setViewportSize({ width: 1280, height: 800 });
  await refused;
  expect(await page.getByRole("heading", { name: /다가오는/ }).count()).toBe(0);
});

test("explore shows who came lately: in a row on a phone, in a card where there is room beside", async () => {
  const late = await registers(haru, "늦둥이");
  const hidden = await registers(haru, "비밀이", { private: true });
  for (const javaScriptEnabled of [true, false]) {
    const phone = await visit("/explore", { as: minji, javaScriptEnabled });
    const row = phone.getByRole("region", { name: "새로 온 고양이" });
    expect(await row.count()).toBe(1);
    await row.getByRole("link", { name: "늦둥이" }).waitFor();
    expect(await row.getByText(hidden.name).count()).toBe(0);
    expect(await widthTooMuch(phone)).toBe(0);
    expect(await row.getByRole("link", { name: /모두 보기|더 보기|전체/ }).getAttribute("href")).toBe(
      "/cats",
    );
    if (javaScriptEnabled) await expectAccessible(phone);
    await row.getByRole("link", { name: "늦둥이" }).click();
    await phone.waitForURL(`**/cats/${late.id}`);
  }
  const wide = await visit("/explore", { as: minji, wide: true, colorScheme: "dark" });
  const card = wide.getByRole("complementary").getByRole("region", { name: "새로 온 고양이" });
  expect(await wide.getByRole("region", { name: "새로 온 고양이" }).count()).toBe(1);
  await card.getByRole("link", { name: "늦둥이" }).waitFor();
  expect(await card.getByRole("listitem").count()).toBeLessThanOrEqual(5);
  await expectAccessible(wide);
  await wide.locator("main").getByRole("link", { name: "내 마루" }).click();
  await wide.waitForURL(/\/$/);
  await expect.poll(() => card.count()).toBe(0);
});

test.each(["light", "dark"] as const)("the places of cats are accessible (%s)", async (colorScheme) => {
  await writes(haru, "접근성을 보는 글", nabi, dubu);
  for (const path of [
    "/",
    `/search?q=${encodeURIComponent("살구별")}`,
    `/@${haru.handle}/cats`,
    "/notifications",
    "/explore",
  ]) {
    const page = await visit(path, { as: haru, colorScheme });
    await expectAccessible(page);
    expect(await widthTooMuch(page)).toBe(0);
    await page.context().close();
  }
});

test("in English the same places speak English", async () => {
  const page = await visit("/compose", { as: haru, wide: true, locale: "en-US" });
  await page.getByRole("group", { name: "Spaces" }).getByRole("link", { name: "Cats" }).waitFor();
  await page.getByRole("button", { name: "Cats", exact: true }).click();
  const panel = page.getByRole("group", { name: "Choose the cats of this post" });
  await panel.getByRole("button", { name: "살구별" }).waitFor();
  expect(await panel.getByRole("searchbox").getAttribute("placeholder")).toBe("Find another cat");
});

let withoutSpaces: Awaited<ReturnType<typeof startMaru>>;
beforeAll(async () => {
  withoutSpaces = await startMaru({ MARU_SPACES: "none", LOG_LEVEL: "silent" });
}, 60_000);
afterAll(() => withoutSpaces.stop());

test("a site without spaces shows none of it", async () => {
  const baseURL = withoutSpaces.origin;
  const page = await visit("/", { baseURL, wide: true });
  expect(await page.getByRole("group", { name: "공간" }).count()).toBe(0);
  await page.goto("/search?type=cats&q=x");
  const tabs = page.getByRole("navigation", { name: "무엇을 찾을지 고르기" });
  expect(await tabs.getByRole("link", { name: "고양이" }).count()).toBe(0);
  expect(await tabs.getByRole("link", { name: "전체" }).getAttribute("aria-current")).toBe("page");
  await page.goto("/explore");
  expect(await page.getByText("새로 온 고양이").count()).toBe(0);
  const phone = await visit("/", { baseURL });
  expect(await phone.getByRole("button", { name: "공간" }).count()).toBe(0);
  await phone
    .getByRole("navigation", { name: "하단 메뉴" })
    .getByRole("link", { name: "둘러보기" })
    .waitFor();
});
