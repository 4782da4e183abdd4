import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, type Person, posts } from "./people.ts";

const { visit } = testBrowser();
let haru: Person;
let minji: Person;
let junho: Person;
let postId: string;

beforeAll(async () => {
  [haru, minji, junho] = await Promise.all([joins("김하루"), joins("박민지"), joins("한준호")]);
  postId = (await posts(haru, "나비가 방석 한가운데를 골라 누웠어요.")).id;
});

const like = (person: Person, id = postId) => call(person, "PUT", `/posts/${id}/like`);
const comment = (person: Person, text: string) =>
  call<{ id: string }>(person, "POST", `/posts/${postId}/comments`, { text });
const unreadOf = async (person: Person) =>
  (await call<{ unread: number }>(person, "GET", "/notifications/unread")).unread;

test("a quiet day says so", async () => {
  const page = await visit("/notifications", { as: await joins("조용한이웃") });
  await page.getByRole("heading", { name: "조용한 하루네요" }).waitFor();
  expect(await page.locator("[data-unread]").count()).toBe(0);
  await expectAccessible(page);
});

test("the bell counts while the page is open, and what was seen is read", async () => {
  const page = await visit("/explore", { as: haru, wide: true, live: true });
  await like(minji);
  await page.getByText("읽지 않은 알림 1개").first().waitFor({ state: "attached" });
  await like(junho);
  await comment(junho, "방석이 훌륭하네요");
  await page.getByText("읽지 않은 알림 2개").first().waitFor({ state: "attached" });
  await page.getByRole("link", { name: /^알림/ }).first().click();
  await page.waitForURL("**/notifications");
  const rows = page.locator("main li");
  await expect.poll(() => rows.count()).toBe(2);
  expect(await rows.nth(0).innerText()).toContain("한준호 님이 내 글에 댓글을 남겼어요.");
  expect(await rows.nth(0).innerText()).toContain("방석이 훌륭하네요");
  expect(await rows.nth(1).innerText()).toContain("한준호 님 외 1명이 내 글을 좋아해요.");
  await expect.poll(() => unreadOf(haru)).toBe(0);
  await expect.poll(() => page.locator("[data-unread]").count()).toBe(0);
  // What was new stays marked until the page is opened again, and nothing moves under the reader.
  expect(await page.locator("main li.new").count()).toBe(2);
  await comment(minji, "저도 갖고 싶어요");
  await page.getByRole("button", { name: "새 알림 보기" }).click();
  await page.getByText("저도 갖고 싶어요").waitFor();
});

test("a row leads to what it is about", async () => {
  const page = await visit("/notifications?show=likes", { as: haru });
  await page.locator("main li a").first().click();
  await page.waitForURL(`**/posts/${postId}`);
  expect(await page.getByText("나비가 방석 한가운데를").count()).toBeGreaterThan(0);
});

test("a request is answered where it is told, also without JavaScript", async () => {
  const shut = await joins("윤서연");
  await call(shut, "PATCH", "/me", { isPrivate: true });
  for (const person of [minji, junho]) await call(person, "PUT", `/accounts/${shut.handle}/follow`);
  await expect.poll(() => unreadOf(shut)).toBe(2);
  const page = await visit("/notifications", { as: shut, javaScriptEnabled: false });
  await page.getByRole("button", { name: "박민지 님의 요청 받아들이기" }).click();
  await expect
    .poll(async () => {
      await page.goto("/notifications");
      return page.locator("main li").count();
    })
    .toBe(1);
  await page.getByRole("button", { name: "모두 읽음" }).click();
  expect(await unreadOf(shut)).toBe(0);
  expect(await page.locator("main li.new").count()).toBe(0);
});

test("only one kind is shown when one is chosen", async () => {
  const page = await visit("/notifications", { as: haru });
  await page.getByRole("link", { name: "댓글", exact: true }).click();
  await page.waitForURL("**/notifications?show=comments");
  await expect.poll(() => page.locator("main li[data-kind=comment]").count()).toBe(1);
  expect(await page.locator("main li[data-kind=like]").count()).toBe(0);
});

test("a kind that is switched off is told of no more", async () => {
  const page = await visit("/settings/notifications", { as: haru });
  await page.getByRole("switch", { name: "좋아요", exact: true }).click();
  await page.getByText("저장했어요").waitFor();
  await page.goto("/notifications");
  expect(await page.locator("main li[data-kind=like]").count()).toBe(0);
  await call(haru, "PATCH", "/notifications/settings", { kinds: { like: true } });
});

test("the settings say what this browser can do", async () => {
  const page = await visit("/settings/notifications", { as: haru });
  await page.locator("[data-push=off], [data-push=blocked]").waitFor();
  const blind = await visit("/settings/notifications", { as: haru, javaScriptEnabled: false });
  await blind.getByText("기기 알림은 자바스크립트를 켜야 쓸 수 있어요.").waitFor();
  expect(await blind.getByRole("switch", { name: "이 기기에 알림 보내기" }).isVisible()).toBe(false);
});

test("the page of the link in an e-mail asks first, and refuses a link that is none", async () => {
  const page = await visit("/digest/1.AAAAAAAAAAAAAAAAAAAAAA", { javaScriptEnabled: false });
  await page.getByRole("button", { name: "그만 받기" }).click();
  await page.getByText("이 링크는 쓸 수 없어요").waitFor();
  await expectAccessible(await visit("/digest/1.AAAAAAAAAAAAAAAAAAAAAA"));
});

test("in English it reads like English", async () => {
  const page = await visit("/notifications", { as: haru, locale: "en-US" });
  const row = page.locator("main li[data-kind=like]");
  expect(await row.innerText()).toContain("한준호 and 1 other liked your post.");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.each(["/notifications", "/settings/notifications"])(
    `%s is accessible (${colorScheme})`,
    async (path) => {
      const page = await visit(path, { as: haru, colorScheme, viewport: { width: 320, height: 700 } });
      await expectAccessible(page);
      expect(await widthTooMuch(page)).toBe(0);
    },
  );
}
