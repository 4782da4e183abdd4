import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./browser.ts";
import { call, joins, type Person, posts } from "./people.ts";

const { visit } = testBrowser();
let minji: Person;
let haru: Person;
let postId: string;

beforeAll(async () => {
  [minji, haru] = await Promise.all([joins("박민지"), joins("김하루")]);
  postId = (await posts(minji, "두부가 새 방석을 허락해 주셨어요. #터키시앙고라")).id;
});

test("visitors read posts in their own language", async () => {
  const korean = await visit("/explore");
  await korean.getByText("두부가 새 방석을").first().waitFor();
  expect(await korean.locator("html").getAttribute("lang")).toBe("ko");

  const english = await visit("/explore", { locale: "en-US" });
  await english.getByRole("link", { name: "Explore" }).first().waitFor();
  expect(await english.locator("html").getAttribute("lang")).toBe("en");
});

test("the language can be switched, and stays", async () => {
  const page = await visit("/explore", { wide: true });
  await page.getByRole("button", { name: "Switch to English" }).click();
  await page.getByRole("link", { name: "People", exact: true }).waitFor();
  await page.goto("/");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

test("without JavaScript a post can be read, liked and answered", async () => {
  const page = await visit(`/posts/${postId}`, { as: haru, javaScriptEnabled: false });
  await page.getByText("두부가 새 방석을").first().waitFor();
  await page
    .locator("main article")
    .getByRole("button", { name: /좋아요/ })
    .first()
    .click();
  await page.waitForURL(`**/posts/${postId}`);
  expect(await page.locator("[data-act=like]").first().getAttribute("aria-pressed")).toBe("true");

  await page.getByRole("textbox", { name: "댓글" }).fill("방석 색이 예뻐요");
  await page.getByRole("button", { name: "올리기" }).click();
  await page.getByText("방석 색이 예뻐요").waitFor();
});

test("a like that is refused turns back and says so", async () => {
  const { id } = await posts(minji, "좋아요를 기다리는 글");
  const page = await visit(`/posts/${id}`, { as: haru });
  await page.route("**/like", (route) => route.fulfill({ status: 500, body: "{}" }));
  const like = page.locator("[data-act=like]").first();
  await like.click();
  await page.getByText("좋아요를 반영하지 못했어요").waitFor();
  expect(await like.getAttribute("aria-pressed")).toBe("false");

  await page.unroute("**/like");
  await page.getByRole("button", { name: "다시" }).click();
  await expect.poll(() => like.getAttribute("aria-pressed")).toBe("true");
  await expect
    .poll(async () => (await call<{ viewer: { liked: boolean } }>(haru, "GET", `/posts/${id}`)).viewer.liked)
    .toBe(true);
});

test("the feed is walked and answered with single keys, which fields leave alone", async () => {
  await posts(minji, "단축키로 읽을 글");
  await call(haru, "PUT", `/accounts/${minji.handle}/follow`);
  const page = await visit("/", { as: haru, wide: true });
  await page.getByText("단축키로 읽을 글").waitFor();
  await page.keyboard.press("j");
  const focused = page.locator("article:focus");
  await focused.waitFor();
  await page.keyboard.press("l");
  await expect.poll(() => focused.locator("[data-act=like]").getAttribute("aria-pressed")).toBe("true");

  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "단축키" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("njl");
  expect(await page.getByRole("searchbox").inputValue()).toBe("njl");
});

test("an answer to an answer opens in its place", async () => {
  const comment = await call<{ id: string }>(haru, "POST", `/posts/${postId}/comments`, {
    text: "첫 댓글이에요",
  });
  await call(minji, "POST", `/posts/${comment.id}/comments`, { text: "댓글의 답글이에요" });
  type Counted = { counts: { comments: number } };
  await expect
    .poll(async () => (await call<Counted>(null, "GET", `/posts/${comment.id}`)).counts.comments)
    .toBe(1);
  const page = await visit(`/posts/${postId}`);
  await page.getByRole("link", { name: "답글 1개 보기" }).click();
  await page.getByText("댓글의 답글이에요").waitFor();
});

test("what is not there is told kindly, with the right status", async () => {
  const page = await visit("/posts/999");
  await page.getByRole("heading", { name: "이 자리에는 아무것도 없어요" }).waitFor();
  const response = await page.goto("/nowhere/at/all");
  expect(response?.status()).toBe(404);
  const forged = await page.goto("/explore?cursor=forged");
  expect(forged?.status()).toBe(400);
  await page.getByRole("heading", { name: "이 주소로는 열 수 없어요" }).waitFor();
});

test("a form sent from another site changes nothing", async () => {
  const { id } = await posts(minji, "남의 집에서 누른 좋아요");
  const page = await visit("/explore");
  const answer = await page.request.post("/act/like", {
    form: { subject: id, back: "/" },
    headers: { origin: "https://elsewhere.example", cookie: `maru_session=${haru.token}` },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});

test("a post tells other sites what it is", async () => {
  const page = await visit(`/posts/${postId}`);
  const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute("content");
  expect(await meta("og:title")).toBe("박민지 님의 글");
  expect(await meta("og:description")).toContain("두부가 새 방석을");
  expect(await meta("og:url")).toMatch(new RegExp(`^http://localhost:\\d+/posts/${postId}$`));
});

test("the back button finds the place in the feed again", async () => {
  const [author, reader] = await Promise.all([joins("정라온"), joins("한준호")]);
  await call(reader, "PUT", `/accounts/${author.handle}/follow`);
  for (let number = 1; number <= 30; number++) await posts(author, `${number}번째 이야기`);
  const page = await visit("/", { as: reader });
  const far = page.locator("article", { hasText: /(^|\s)3번째 이야기/ });
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 3000);
      return far.count();
    })
    .toBe(1);
  await far.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await far.locator("time").click();
  await page.getByRole("heading", { name: "댓글" }).waitFor();

  await page.goBack();
  await far.waitFor();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(before, -2);
});

test("without JavaScript one's own post can be hidden, shown and deleted", async () => {
  const { id } = await posts(minji, "스크립트 없이 다루는 글");
  const page = await visit(`/posts/${id}`, { as: minji, javaScriptEnabled: false });
  await page.getByRole("button", { name: "가리기" }).click();
  await page.getByText("나만 보여요").waitFor();
  await expect(call(haru, "GET", `/posts/${id}`)).rejects.toThrow("404");
  await page.getByRole("button", { name: "다시 보이기" }).click();
  await page.getByRole("button", { name: "지우기" }).click();
  await expect(call(minji, "GET", `/posts/${id}`)).rejects.toThrow("404");
});
