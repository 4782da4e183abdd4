import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, password, posts } from "./people.ts";

const { visit } = testBrowser();

async function fillJoin(page: Page, handle: string, secret = password) {
  await page.getByLabel("이름", { exact: true }).fill("새로 온 이웃");
  await page.getByLabel("아이디", { exact: true }).fill(handle);
  await page.getByLabel("이메일", { exact: true }).fill(`${handle}@maru.example`);
  await page.getByLabel("비밀번호", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "가입하기" }).click();
}

async function signIn(page: Page, login: string, secret: string) {
  await page.getByLabel("이메일 또는 아이디").fill(login);
  await page.getByLabel("비밀번호", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "로그인", exact: true }).click();
}

test.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("who joins chooses interests and finds a full home (%s)", async (_how, javaScriptEnabled) => {
  const author = await joins("정라온");
  await posts(author, "단풍이가 세 살이 됐어요. #치즈태비");
  const page = await visit("/join", { javaScriptEnabled, wide: true });
  await fillJoin(page, `newcomer_${javaScriptEnabled ? "a" : "b"}_${Date.now().toString(36)}`);
  await page.getByRole("heading", { name: "무엇을 좋아하세요?" }).waitFor();
  await page.getByText("#치즈태비", { exact: true }).click();
  if (javaScriptEnabled) await page.locator("aside").getByText("단풍이가 세 살이").first().waitFor();
  await page.getByRole("button", { name: "첫 피드 보러 가기" }).click();
  await page.locator("article").getByText("단풍이가 세 살이").first().waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
});

test("a refused sign-up says why beside the field and keeps what was typed", async () => {
  const { handle } = await joins("박민지");
  const page = await visit("/join");
  await fillJoin(page, handle, "12345678");
  await page.getByText("누구나 먼저 떠올리는 비밀번호예요.").waitFor();
  await page.getByLabel("비밀번호", { exact: true }).fill(password);
  await page.getByRole("button", { name: "가입하기" }).click();
  await page.getByText("다른 이웃이 쓰고 있어요.").waitFor();
  expect(await page.getByLabel("아이디", { exact: true }).inputValue()).toBe(handle);
  expect(await page.getByLabel("아이디", { exact: true }).getAttribute("aria-invalid")).toBe("true");
  await expectAccessible(page);
});

test("the handle is looked up and the password is weighed while they are typed", async () => {
  const { handle } = await joins("이도윤");
  const page = await visit("/join");
  await page.getByLabel("아이디", { exact: true }).pressSequentially(handle);
  await page.getByText("다른 이웃이 쓰고 있어요.").waitFor();
  await page.getByLabel("아이디", { exact: true }).fill(`${handle}_2`);
  await page.getByText("아직 아무도 쓰지 않는 아이디예요.").waitFor();
  await page.getByLabel("비밀번호", { exact: true }).fill("maru1234");
  await page.getByText(/금방 들통나요|조금 약해요/).waitFor();
  await page.getByLabel("비밀번호", { exact: true }).fill(password);
  await expect.poll(() => page.locator("[data-score]").getAttribute("data-score")).toBe("4");
});

test.each([true, false])(
  "signing in leads back to where one was going (JavaScript: %s)",
  async (javaScriptEnabled) => {
    const { handle } = await joins("김하루");
    const page = await visit("/bookmarks", { javaScriptEnabled });
    await signIn(page, handle, "not the password");
    await page.getByText("아이디나 비밀번호가 맞지 않아요.").waitFor();
    await signIn(page, handle, password);
    await page.waitForURL("**/bookmarks");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("북마크");
  },
);

test.each([
  "//elsewhere.example/",
  "https://elsewhere.example/",
  "/\\elsewhere.example",
  "javascript:alert(1)",
])("signing in never leads away: %s", async (next) => {
  const { handle } = await joins("한준호");
  const page = await visit(`/login?next=${encodeURIComponent(next)}`);
  await signIn(page, handle, password);
  await page.getByRole("link", { name: "오늘 마루엔 어떤 이야기를?" }).waitFor();
  expect(new URL(page.url()).origin).toBe(inject("origin"));
});

test("the session is a cookie that no script can read, and ends with the sign-out", async () => {
  const { handle } = await joins("윤서연");
  const page = await visit("/login");
  await signIn(page, handle, password);
  await page.getByRole("link", { name: "오늘 마루엔 어떤 이야기를?" }).waitFor();
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === "maru_session");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });

  await page.goto("/logout");
  await page.getByRole("button", { name: "로그아웃" }).click();
  await page.getByRole("link", { name: "함께하기" }).waitFor();
  await expect(call({ handle, name: "", token: cookie?.value ?? "" }, "GET", "/me")).rejects.toThrow("401");
});

test("the language and theme chosen elsewhere come along with the person", async () => {
  const person = await joins("최은별");
  await call(person, "PATCH", "/me", { settings: { locale: "en", theme: "dark" } });
  const page = await visit("/login");
  await signIn(page, person.handle, password);
  await page.waitForURL((url) => url.pathname === "/");
  const html = page.locator("html");
  expect([await html.getAttribute("lang"), await html.getAttribute("data-theme")]).toEqual(["en", "dark"]);
});

test("a forgotten password says how the way back travels, and nothing about who lives here", async () => {
  const { handle } = await joins("정우진");
  const answers = [];
  for (const login of [handle, "nobody_of_this_name"]) {
    const page = await visit("/forgot", { javaScriptEnabled: false });
    await page.getByLabel("이메일 또는 아이디").fill(login);
    await page.getByRole("button", { name: "주소 받기" }).click();
    answers.push(await page.getByText("새로 정할 수 있는 주소가 서버 기록에 남았어요.").textContent());
  }
  expect(answers[0]).toBe(answers[1]);
});

test("an invented way back is refused kindly", async () => {
  const page = await visit(`/reset/${"a".repeat(43)}`);
  await page.getByLabel("새 비밀번호").fill(password);
  await page.getByRole("button", { name: "비밀번호 바꾸기" }).click();
  await page.getByText("이 주소는 이제 쓸 수 없어요.").waitFor();
  expect(await page.getByRole("link", { name: "주소 다시 받기" }).getAttribute("href")).toBe("/forgot");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.each(["/login", "/join", "/forgot", "/reset/x"])(`%s is accessible (${colorScheme})`, async (path) => {
    const page = await visit(path, { colorScheme, viewport: { width: 320, height: 700 } });
    await expectAccessible(page);
    expect(await widthTooMuch(page)).toBe(0);
  });
}

test("the choice of interests is accessible", async () => {
  const page = await visit("/welcome", { as: await joins("고민정"), wide: true });
  await expectAccessible(page);
});
