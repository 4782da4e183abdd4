import { expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, posts } from "./people.ts";

const { visit } = testBrowser();

test("what one missed is on one page with an end", async () => {
  const [haru, minji] = await Promise.all([joins("돌아온하루"), joins("쓰는민지")]);
  await call(haru, "PUT", `/accounts/${minji.handle}/follow`);
  const seen = await posts(minji, "떠나기 전에 본 글");
  await call(haru, "PUT", "/feeds/home/read", { upTo: seen.id });
  await posts(minji, "그 사이에 쓴 글");
  const page = await visit("/", { as: haru });
  await page.getByRole("link", { name: /지난 방문 뒤 새 글 1개/ }).click();
  await page.getByText("여기까지예요 · 모두 봤어요").waitFor();
  expect(await page.locator("main article").count()).toBe(1);
  await page.getByText(`@${minji.handle} 님을 팔로우해서 보여요`).waitFor();
  expect(await widthTooMuch(page)).toBe(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "읽음으로 표시" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await page.locator("[data-missed]").count()).toBe(0);
});

test("a post that a tag brought into one's home says so, with scripts and without", async () => {
  const [haru, minji] = await Promise.all([joins("태그하루"), joins("낯선민지")]);
  await call(haru, "PUT", `/tags/${encodeURIComponent("해질녘산책")}/follow`);
  await posts(minji, "노을이 길었어요 #해질녘산책");
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit("/", { as: haru, javaScriptEnabled });
    const reason = page.getByRole("link", { name: "#해질녘산책 태그를 팔로우해서 보여요" });
    expect(await reason.getAttribute("href")).toBe(`/tags/${encodeURIComponent("해질녘산책")}`);
    expect(await widthTooMuch(page)).toBe(0);
    if (javaScriptEnabled) await expectAccessible(page);
  }
});
