import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { type Cat, catsOf, isFound, registers, writes } from "./cats.ts";
import { call, joins, type Person } from "./people.ts";

const { visit } = testBrowser();
let haru: Person;
let minji: Person;
let nabi: Cat;
let dubu: Cat;

beforeAll(async () => {
  [haru, minji] = await Promise.all([joins("김하루"), joins("박민지")]);
  nabi = await registers(haru, "나비", { colour: "orange", pattern: "tabby" });
  dubu = await registers(minji, "호박달");
  await isFound("호박달");
});

test("a post is written about one's own cat and another's, and the draft keeps them", async () => {
  const page = await visit("/compose", { as: haru });
  const text = page.getByRole("textbox", { name: "내용" });
  await text.fill("오늘은 둘이 만났어요.");
  await page.getByRole("button", { name: "고양이", exact: true }).click();
  const panel = page.getByRole("group", { name: "글에 담을 고양이 고르기" });
  await panel.getByRole("button", { name: "나비" }).click();
  const find = panel.getByRole("searchbox", { name: "다른 고양이 찾기" });
  await find.fill("호박달");
  // Enter looks for cats; it sends nothing.
  await find.press("Enter");
  const found = panel.getByRole("list", { name: "찾은 고양이" }).getByRole("button", { name: "호박달" });
  expect(await found.innerText()).toContain("박민지");
  await found.click();
  expect(await found.evaluate((button) => button === document.activeElement)).toBe(true);
  await expectAccessible(page);
  expect(await widthTooMuch(page)).toBe(0);
  await page.getByText("임시 저장됨").waitFor();
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).some((kept) => kept.includes("호박달"))))
    .toBe(true);

  await page.reload();
  await page.getByRole("button", { name: "나비 외 1" }).waitFor();
  expect(await text.inputValue()).toBe("오늘은 둘이 만났어요.");
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.waitForURL("**/posts/*");
  const chips = page.locator("main article").first().getByRole("list", { name: "이 글의 고양이" });
  expect(await chips.getByRole("link").allInnerTexts()).toEqual(["나비", "호박달"]);
  expect(await chips.getByRole("link", { name: "호박달" }).getAttribute("href")).toBe(`/cats/${dubu.id}`);

  const id = page.url().split("/").pop() ?? "";
  const edit = await visit(`/posts/${id}/edit`, { as: haru });
  await edit.getByRole("button", { name: "나비 외 1" }).click();
  await edit.getByRole("button", { name: "호박달" }).click();
  await edit.getByRole("button", { name: "저장" }).click();
  await edit.waitForURL(`**/posts/${id}`);
  expect(await catsOf(id)).toEqual(["나비"]);
});

test("without a script one's own cats can be ticked, and a link brings its cat along", async () => {
  const page = await visit(`/compose?cat=${dubu.id}&text=${encodeURIComponent("생일 축하해요")}`, {
    as: haru,
    javaScriptEnabled: false,
  });
  expect(await page.getByRole("checkbox", { name: "호박달" }).isChecked()).toBe(true);
  await page.getByRole("checkbox", { name: "나비" }).check();
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.waitForURL("**/posts/*");
  expect(await catsOf(page.url().split("/").pop() ?? "")).toEqual(["나비", "호박달"]);
});

test("a cat that is gone when the post is sent is named, and the text stays", async () => {
  const gone = await registers(minji, "사라질고양이");
  const page = await visit(`/compose?cat=${gone.id}`, { as: haru, wide: true });
  await page.getByRole("button", { name: "사라질고양이" }).waitFor();
  const text = page.getByRole("textbox", { name: "내용" });
  await text.fill("아직 모르는 글");
  await call(minji, "DELETE", `/cats/${gone.id}`);
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.getByRole("alert").getByText("사라질고양이는 이제 담을 수 없어요").waitFor();
  expect(await text.inputValue()).toBe("아직 모르는 글");
  await expectAccessible(page);
  await page
    .getByRole("group", { name: "글에 담을 고양이 고르기" })
    .getByRole("button", { name: "사라질고양이" })
    .click();
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.waitForURL("**/posts/*");
});

test("ten cats fit a phone: a few in the feed, all of them on the post's own page", async () => {
  const author = await joins("열마리집사");
  const cats: Cat[] = [];
  for (let number = 1; number <= 10; number++)
    cats.push(
      await registers(author, number === 4 ? "이름이아주아주긴고양이도여기에있어요" : `열째${number}`),
    );
  const { id } = await writes(author, "모두 모였어요.", ...cats);
  const page = await visit("/", { as: author });
  const post = page.locator(`article[data-post="${id}"]`);
  expect(await post.getByRole("list", { name: "이 글의 고양이" }).getByRole("link").count()).toBe(6);
  expect(await widthTooMuch(page)).toBe(0);
  await expectAccessible(page);
  await post.getByRole("link", { name: "이 글의 고양이 10마리 모두 보기" }).click();
  await page.waitForURL(`**/posts/${id}`);
  await expect
    .poll(() => page.getByRole("list", { name: "이 글의 고양이" }).getByRole("link").count())
    .toBe(10);
  expect(await widthTooMuch(page)).toBe(0);
});

test("one's own cat can be taken off another's post, and only one's own", async () => {
  const { id } = await writes(minji, "나비와 호박달", nabi, dubu);
  const page = await visit(`/posts/${id}`, { as: haru });
  await page.locator("main article").getByRole("button", { name: "더 보기" }).click();
  const own = page.getByRole("menuitem", { name: "나비 태그 지우기" });
  await own.waitFor();
  expect(await page.getByRole("menuitem", { name: /호박달/ }).count()).toBe(0);
  await own.click();
  await page.getByText("나비 태그를 지웠어요").waitFor();
  expect(await page.getByRole("list", { name: "이 글의 고양이" }).innerText()).toBe("호박달");
  await expect.poll(() => catsOf(id)).toEqual(["호박달"]);
});

test("what a followed cat brings into one's home says so, there and in what one missed", async () => {
  const [reader, writer] = await Promise.all([joins("읽는이"), joins("쓰는이")]);
  const meok = await registers(writer, "먹물");
  await call(reader, "PUT", `/cats/${meok.id}/follow`);
  const seen = await writes(writer, "먼저 쓴 먹물 이야기", meok);
  await call(reader, "PUT", "/feeds/home/read", { upTo: seen.id });
  await writes(writer, "먹물이 상자에 들어갔어요", meok);
  const page = await visit("/", { as: reader });
  const reason = page.getByRole("link", { name: "먹물을 팔로우해요" }).first();
  expect(await reason.getAttribute("href")).toBe(`/cats/${meok.id}`);
  await page.getByRole("link", { name: /지난 방문 뒤 새 글 1개/ }).click();
  await page.getByRole("heading", { name: "먹물" }).getByRole("link").waitFor();
  await page.getByText("먹물을 팔로우해요").first().waitFor();
  await expectAccessible(page);
});
