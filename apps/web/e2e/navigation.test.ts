import { expect, test } from "vitest";
import { testBrowser } from "./browser.ts";
import { call, joins, posts } from "./people.ts";

const { visit } = testBrowser();
const pageData = "**/__data.json*";

test("a page that takes long says so, and one that comes at once does not", async () => {
  const page = await visit("/", { wide: true });
  await page.locator(".line").waitFor({ state: "detached" });
  const arrives = Promise.withResolvers<void>();
  await page.route(pageData, async (route) => {
    await arrives.promise;
    await route.continue();
  });
  await page.getByRole("link", { name: "둘러보기" }).first().click();
  await page.getByRole("status").getByText("화면을 불러오고 있어요").waitFor({ state: "attached" });
  expect(await page.locator(".line").isVisible()).toBe(true);
  arrives.resolve();
  await page.waitForURL("**/explore");
  await page.locator(".line").waitFor({ state: "detached" });
  expect(await page.getByText("화면을 불러오고 있어요").count()).toBe(0);
});

test("without a connection one stays where one is, and hears why", async () => {
  const page = await visit("/explore", { wide: true, cut: true });
  const people = page.getByRole("link", { name: "이웃", exact: true }).first();
  await page.context().setOffline(true);
  await people.click();
  await page.getByText("연결이 끊겼어요 · 연결을 확인하고 다시 해 볼까요?").waitFor();
  expect(new URL(page.url()).pathname).toBe("/explore");
  await page.context().setOffline(false);
  await people.click();
  await page.waitForURL("**/people");
});

test("a page that is refused says so in its place", async () => {
  const author = await joins("떠난이웃");
  const { id } = await posts(author, "곧 사라질 글");
  const page = await visit("/", { wide: true });
  const link = page.locator(`a[href="/posts/${id}"]`).first();
  await link.waitFor();
  await call(author, "DELETE", `/posts/${id}`);
  await link.click();
  await page.getByRole("heading", { level: 1, name: "이 자리에는 아무것도 없어요" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/posts/${id}`);
});
