import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, type Person, posts } from "./people.ts";

const { visit } = testBrowser();
let minji: Person;
let haru: Person;
let seoyeon: Person;

beforeAll(async () => {
  [minji, haru, seoyeon] = await Promise.all([joins("박민지"), joins("김하루"), joins("윤서연")]);
  await posts(minji, "두부가 새 방석을 허락해 주셨어요.");
  await posts(seoyeon, "비공개로 쓴 글이에요.");
  await call(minji, "PATCH", "/me", { bio: "두부와 살아요", links: [{ url: "https://minji.example/" }] });
  await call(seoyeon, "PATCH", "/me", { isPrivate: true });
  await call(minji, "PUT", `/accounts/${haru.handle}/follow`);
});

type Account = {
  relationship: { following: boolean; requested: boolean; blocking: boolean; muting: boolean };
};
const between = async (person: Person, other: Person) =>
  (await call<Account>(person, "GET", `/accounts/${other.handle}`)).relationship;

test("everyone but oneself is listed, with who follows whom", async () => {
  const page = await visit(`/people?query=${minji.handle}`, { as: haru, wide: true });
  const row = page.locator("main li", { hasText: minji.handle });
  await row.getByText("나를 팔로우해요").waitFor();
  await row.getByText("맞팔로우").click();
  await row.getByText("팔로잉").waitFor();
  await expect.poll(async () => (await between(haru, minji)).following).toBe(true);

  await page.goto(`/people?query=${haru.handle}`);
  await page.getByText(`‘${haru.handle}’ 이웃은 아직 없어요`).waitFor();
});

test("people are found while one types, without leaving the field", async () => {
  const page = await visit("/people", { as: haru });
  const box = page.locator("main").getByRole("searchbox");
  await box.pressSequentially(seoyeon.handle);
  await page.waitForURL("**/people?query=*");
  await page.locator("main li", { hasText: seoyeon.handle }).waitFor();
  await expect.poll(() => page.locator("main li").count()).toBe(1);
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await box.inputValue()).toBe(seoyeon.handle);
});

test("a private account is asked first; it answers in its list of requests", async () => {
  const asking = await visit(`/@${seoyeon.handle}`, { as: minji });
  await asking.getByRole("heading", { name: "비공개 계정이에요" }).waitFor();
  await asking.getByRole("button", { name: /님 팔로우$/ }).click();
  await asking.getByText("요청함").waitFor();
  await expect.poll(async () => (await between(minji, seoyeon)).requested).toBe(true);

  const page = await visit("/people", { as: seoyeon });
  const tab = page.getByRole("link", { name: /^받은 요청/ });
  await tab.getByText("요청 1개").waitFor();
  await tab.click();
  await page.getByRole("button", { name: "박민지 님의 요청 받아들이기" }).click();
  await page.getByText("박민지 님이 이제 내 글을 볼 수 있어요").waitFor();
  await page.getByRole("heading", { name: "기다리는 요청이 없어요" }).waitFor();

  await asking.reload();
  await asking.getByText("비공개로 쓴 글이에요.").waitFor();
});

test("a request can be refused without JavaScript", async () => {
  const other = await joins("한준호");
  await call(other, "PUT", `/accounts/${seoyeon.handle}/follow`);
  const page = await visit("/people/requests", { as: seoyeon, javaScriptEnabled: false });
  await page.getByRole("button", { name: "한준호 님의 요청 거절" }).click();
  await page.getByRole("heading", { name: "기다리는 요청이 없어요" }).waitFor();
  expect(await between(other, seoyeon)).toMatchObject({ requested: false, following: false });
});

test("blocking asks first, hides what was written, and can be taken back", async () => {
  const other = await joins("말많은이웃");
  await posts(other, "안 보고 싶은 글");
  const page = await visit(`/@${other.handle}`, { as: haru });
  await page.getByText("안 보고 싶은 글").waitFor();
  await page.getByRole("button", { name: "말많은이웃 님 메뉴" }).click();
  await page.getByRole("menuitem", { name: "차단" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "차단" }).click();
  await page.getByRole("heading", { name: "차단한 이웃이에요" }).waitFor();
  expect(await page.getByText("안 보고 싶은 글").count()).toBe(0);

  await page.getByRole("button", { name: "차단 풀기" }).click();
  await page.getByText("안 보고 싶은 글").waitFor();
  expect((await between(haru, other)).blocking).toBe(false);
});

test("without JavaScript a person can be muted and heard again", async () => {
  const other = await joins("조용한이웃");
  const page = await visit(`/@${other.handle}`, { as: haru, javaScriptEnabled: false });
  await page.getByRole("button", { name: "글 그만 보기" }).click();
  await page.getByText("글을 그만 보는 중").waitFor();
  expect((await between(haru, other)).muting).toBe(true);
  await page.getByRole("button", { name: "글 다시 보기" }).click();
  await expect.poll(async () => (await between(haru, other)).muting).toBe(false);
});

test("a profile tells programs and other sites what it is", async () => {
  const page = await visit(`/@${minji.handle.toUpperCase()}`);
  expect(new URL(page.url()).pathname).toBe(`/@${minji.handle}`);
  expect(await page.locator('meta[property="og:description"]').getAttribute("content")).toBe("두부와 살아요");
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  expect(feed).toBe(`/api/v1/accounts/${minji.handle}/feed.atom`);
  expect((await page.request.get(feed ?? "")).status()).toBe(200);
  expect(await page.getByRole("link", { name: "minji.example" }).getAttribute("rel")).toContain("nofollow");

  const closed = await visit(`/@${seoyeon.handle}`);
  expect(await closed.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
  expect(await closed.locator('meta[property="og:title"]').count()).toBe(0);
});

test("comments stand in a list of their own", async () => {
  const { id } = await posts(haru, "댓글을 기다리는 글");
  await call(minji, "POST", `/posts/${id}/comments`, { text: "여기 하나 남겨요" });
  const page = await visit(`/@${minji.handle}`);
  expect(await page.getByText("여기 하나 남겨요").count()).toBe(0);
  await page.getByRole("link", { name: "글과 댓글" }).click();
  await page.getByText("여기 하나 남겨요").waitFor();
});

test("followers and whom one follows have pages of their own", async () => {
  const page = await visit(`/@${haru.handle}`);
  await page.getByRole("link", { name: /팔로워$/ }).click();
  await page.locator("main li", { hasText: "박민지" }).waitFor();
  const closed = await visit(`/@${seoyeon.handle}/followers`);
  await closed.getByRole("heading", { name: "비공개 계정이에요" }).waitFor();
  expect(await closed.locator("main li").count()).toBe(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.each(["/people", "/people/suggested", "/people/requests", "profile", "profile/followers"])(
    `%s is accessible (${colorScheme})`,
    async (path) => {
      const address = path.replace("profile", `/@${minji.handle}`);
      const page = await visit(address, { as: haru, colorScheme, viewport: { width: 320, height: 700 } });
      await expectAccessible(page);
      expect(await widthTooMuch(page)).toBe(0);
    },
  );
}
