import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./browser.ts";
import { call, joins, type Person, posts } from "./people.ts";

/** A PNG of three by two pixels. */
const pixels =
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGM4UWEDQQxwFgBcbAjp75nRIAAAAABJRU5ErkJggg==";
const picture = (name: string) => ({ name, mimeType: "image/png", buffer: Buffer.from(pixels, "base64") });

const { visit } = testBrowser();
let minji: Person;
let haru: Person;

beforeAll(async () => {
  [minji, haru] = await Promise.all([joins("박민지"), joins("김하루")]);
  await call(haru, "PUT", `/accounts/${minji.handle}/follow`);
});

test("what is written stands in one's own feed at once, with its hashtag as a link", async () => {
  const page = await visit("/", { as: minji });
  await page.getByRole("link", { name: "오늘 마루엔 어떤 이야기를?" }).click();
  await page.getByRole("textbox", { name: "내용" }).fill("방석 검수가 끝났어요. #방석검수완료 ");
  await page.getByRole("button", { name: "올리기", exact: true }).click();

  const post = page.locator("article").first();
  await post.getByText("방석 검수가 끝났어요.").waitFor();
  expect(await post.getByRole("link", { name: "#방석검수완료" }).getAttribute("href")).toMatch(/^\/tags\//);
  expect(await page.locator("dialog[open]").count()).toBe(0);
});

test("a new post of someone followed waits behind a button and moves nothing", async () => {
  await posts(minji, "먼저 있던 글이에요.");
  const page = await visit("/", { as: haru, live: true });
  await page.getByText("먼저 있던 글이에요.").waitFor();
  const place = await page.getByText("먼저 있던 글이에요.").boundingBox();

  await posts(minji, "방금 쓴 글이에요.");
  const button = page.getByRole("button", { name: "새 글 1개" });
  await button.waitFor();
  expect(await page.getByText("방금 쓴 글이에요.").count()).toBe(0);
  expect(await page.getByText("먼저 있던 글이에요.").boundingBox()).toEqual(place);

  await button.click();
  await page.getByText("방금 쓴 글이에요.").waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("방금 쓴 글이에요.");
});

test("a draft survives a reload", async () => {
  const page = await visit("/compose", { as: haru });
  await page.getByRole("textbox", { name: "내용" }).fill("아직 다 못 쓴 이야기");
  await page.getByText("임시 저장됨").waitFor();
  await page.reload();
  await expect
    .poll(() => page.getByRole("textbox", { name: "내용" }).inputValue())
    .toBe("아직 다 못 쓴 이야기");
});

test("Enter while a syllable is being composed chooses no suggestion", async () => {
  await posts(minji, "이름이 긴 태그예요 #치즈태비모임");
  const page = await visit("/compose", { as: minji });
  const box = page.getByRole("textbox", { name: "내용" });
  await box.pressSequentially("#치즈");
  await page.getByRole("listbox").waitFor();
  await box.evaluate((element) =>
    element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true })),
  );
  expect(await box.inputValue()).toBe("#치즈");

  await box.press("Enter");
  await expect.poll(() => box.inputValue()).toMatch(/^#치즈\S* $/);
});

test("a deleted post can be taken back for six seconds", async () => {
  const { id } = await posts(minji, "지웠다가 되돌릴 글");
  const page = await visit(`/posts/${id}`, { as: minji });
  await page.locator("main article").getByRole("button", { name: "더 보기" }).click();
  await page.getByRole("menuitem", { name: "지우기" }).click();
  await page.getByText("글을 지웠어요").first().waitFor();
  await page.getByRole("button", { name: "되돌리기" }).click();
  await page.getByText("지웠다가 되돌릴 글").first().waitFor();
  expect(await call(minji, "GET", `/posts/${id}`)).toMatchObject({ id });
});

test("an edit is kept beside what was there before", async () => {
  const { id } = await posts(minji, "처음에 쓴 글");
  const page = await visit(`/posts/${id}/edit`, { as: minji });
  const box = page.getByRole("textbox", { name: "내용" });
  await expect.poll(() => box.inputValue()).toBe("처음에 쓴 글");
  await box.fill("고쳐 쓴 글");
  await box.press("Control+Enter");
  await page.waitForURL(`**/posts/${id}`);
  await page.getByText("고쳐 쓴 글").first().waitFor();
  await page.getByRole("link", { name: "고침" }).click();
  await page.getByText("처음에 쓴 글").waitFor();
});

test("a post carries photos with descriptions, in the order they were put", async () => {
  const page = await visit("/compose", { as: haru, wide: true });
  await page.getByRole("textbox", { name: "내용" }).fill("사진 두 장");
  await page.locator("input[type=file]").setInputFiles([picture("first.png"), picture("second.png")]);
  await expect.poll(() => page.getByRole("progressbar").count()).toBe(0);
  await page.getByRole("textbox", { name: "사진 1 설명 (ALT)" }).fill("먼저 고른 사진");
  await page.getByRole("button", { name: "뒤로", exact: true }).click();
  await page.getByText("사진을 2번째로 옮겼어요").waitFor();
  await page.getByRole("button", { name: "네모로 자르기" }).click();
  await expect.poll(() => page.getByRole("progressbar").count()).toBe(0);
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.waitForURL("**/posts/*");

  const id = page.url().split("/").pop();
  const post = await call<{ media: { alt: string; width: number; height: number }[] }>(
    haru,
    "GET",
    `/posts/${id}`,
  );
  expect(post.media.map(({ alt }) => alt)).toEqual(["", "먼저 고른 사진"]);
  expect(post.media[0]).toMatchObject({ width: 3, height: 2 });
  expect(post.media[1]?.width).toBe(post.media[1]?.height);

  await page.getByRole("link", { name: "먼저 고른 사진" }).click();
  await page.getByRole("dialog", { name: "2 / 2" }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("dialog", { name: "1 / 2" }).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
});
