import { beforeAll, expect, test } from "vitest";
import { expectAccessible, widthTooMuch, testBrowser } from "./browser.ts";
import { call, joins, type Person, posts } from "./people.ts";

const { visit } = testBrowser();
let minji: Person;
let postId: string;

beforeAll(async () => {
  minji = await joins("박민지");
  postId = (await posts(minji, "가을볕이 마루 끝까지 들어온 날. #집사의하루")).id;
  await call(minji, "POST", `/posts/${postId}/comments`, { text: "해가 길어졌어요" });
  await call(minji, "PUT", `/posts/${postId}/bookmark`);
});

const open = ["/", "/explore", "/tags/집사의하루", "post", "/nothing-here"];
const own = ["/", "/bookmarks", "/compose", "post", "post/edit"];
const address = (page: string) => page.replace(/^post/, `/posts/${postId}`);

for (const colorScheme of ["light", "dark"] as const) {
  test.each(open)(`%s is accessible to visitors (${colorScheme})`, async (path) => {
    const page = await visit(address(path), { colorScheme });
    await expectAccessible(page);
    expect(await widthTooMuch(page)).toBe(0);
  });

  test.each(own)(`%s is accessible to members (${colorScheme})`, async (path) => {
    const page = await visit(address(path), { as: minji, colorScheme, wide: true });
    await expectAccessible(page);
  });
}

test.each([320, 720, 1100, 1600])("nothing is wider than a screen of %i px", async (width) => {
  const page = await visit("/", { as: minji, viewport: { width, height: 800 } });
  expect(await widthTooMuch(page)).toBe(0);
});

test("the composer keeps the focus inside and gives it back", async () => {
  const page = await visit("/", { as: minji, wide: true });
  await page.getByRole("link", { name: "글쓰기" }).first().click();
  await page.getByRole("textbox", { name: "내용" }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
});
