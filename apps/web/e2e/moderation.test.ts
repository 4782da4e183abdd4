import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, password, type Person, posts } from "./people.ts";
import { operate, ownSite } from "./site.ts";

ownSite();
const { visit } = testBrowser();
let owner: Person;
let moderator: Person;
let loud: Person;
let haru: Person;

beforeAll(async () => {
  [owner, moderator, loud, haru] = [
    await joins("이주인"),
    await joins("정중재"),
    await joins("나소란"),
    await joins("김하루"),
  ];
  await operate("admin", "role", owner.handle, "owner");
  await call(owner, "PUT", `/admin/members/${moderator.handle}/role`, { role: "moderator" });
}, 120_000);

const report = (post: { id: string }, reason = "spam") =>
  call(haru, "POST", "/reports", { subject: { kind: "post", id: post.id }, reason, text: "보기 힘들어요" });

test("a post and a person are reported from their menus", async () => {
  const post = await posts(loud, "공동구매 오픈채팅으로 오세요");
  const page = await visit(`/posts/${post.id}`, { as: haru });
  await page
    .getByRole("button", { name: "글 더 보기" })
    .or(page.getByRole("button", { name: /더/ }))
    .first()
    .click();
  await page.getByRole("menuitem", { name: "글 신고" }).click();
  await page.getByLabel("괴롭히거나 욕해요").check();
  await page.getByLabel("더 알려 주실 것").fill("자꾸 이래요");
  await expectAccessible(page);
  await page.getByRole("button", { name: "신고하기" }).click();
  await page.getByText("신고했어요. 살펴볼게요.").waitFor();

  await page.goto(`/@${loud.handle}`);
  await page.locator("html[data-alive]").waitFor();
  await page
    .getByRole("button", { name: /나소란/ })
    .last()
    .click();
  await page.getByRole("menuitem", { name: "나소란 님 신고" }).click();
  await page.getByRole("button", { name: "신고하기" }).click();
  await page.getByText("신고했어요. 살펴볼게요.").waitFor();
  const { reports } = await call<{ reports: number }>(moderator, "GET", "/moderation/waiting");
  expect(reports).toBe(2);
});

test("a moderator decides, takes it back, and the author reads why and appeals", async () => {
  const post = await posts(loud, "지금 바로 들어오세요");
  await report(post);
  const page = await visit("/admin", { as: moderator, wide: true });
  const card = page.locator("article", { hasText: "지금 바로 들어오세요" });
  await expectAccessible(page);
  await card.getByRole("button", { name: "가리기" }).click();
  await page.getByLabel("알릴 까닭").fill("광고는 여기 올리지 않아요");
  await expectAccessible(page);
  await page.locator("dialog").getByRole("button", { name: "가리기" }).click();
  await page.getByText("결정했어요").waitFor();
  await expect.poll(() => card.count()).toBe(0);
  await expect(call(haru, "GET", `/posts/${post.id}`)).rejects.toThrow("404");

  const author = await visit("/settings/moderation", { as: loud });
  await author.getByText("광고는 여기 올리지 않아요").waitFor();
  await author.getByText("이의 내기").click();
  await author.getByLabel("왜 다시 봐야 하는지 알려 주세요").fill("광고가 아니에요");
  await expectAccessible(author);
  await author.getByRole("button", { name: "이의 보내기" }).click();
  await author.getByText("이의를 보냈어요").waitFor();
  await author.goto("/notifications");
  await author.getByText("운영진이 내 글을 가렸어요.").waitFor();

  await page.goto("/admin/appeals");
  await page.getByText("내가 내린 결정이에요").waitFor();
  const other = await visit("/admin/appeals", { as: owner });
  await expectAccessible(other);
  await other.getByLabel("답", { exact: true }).fill("다시 보니 괜찮아요");
  await other.getByRole("button", { name: "받아들이기" }).click();
  await other.getByText("기다리는 이의가 없어요").waitFor();
  expect(await call(haru, "GET", `/posts/${post.id}`)).toMatchObject({ id: post.id });
});

test("somebody is suspended, learns why at the door, asks again, and is let in", async () => {
  const someone = await joins("한정지");
  const page = await visit(`/admin/members/${someone.handle}`, { as: moderator });
  await page.getByRole("button", { name: "조치하기" }).click();
  await page.getByLabel(/이용 정지/).check();
  await page.getByLabel("30일").check();
  await page.getByLabel("알릴 까닭").fill("도배를 멈춰 주세요");
  await page.locator("dialog").getByRole("button", { name: "이용 정지" }).click();
  await page.getByText(/이용 정지 중/).waitFor();
  await expectAccessible(page);
  expect(await widthTooMuch(page)).toBe(0);

  const door = await visit("/login");
  await door.getByLabel("아이디 또는 이메일").or(door.locator("[name=login]")).first().fill(someone.handle);
  await door.locator("form[action*=enter] [name=password]").fill(password);
  await door.locator("form[action*=enter] button[type=submit]").click();
  await door.getByRole("heading", { name: "이용이 정지된 계정이에요" }).waitFor();
  await door.getByText("도배를 멈춰 주세요").waitFor();
  await expectAccessible(door);
  await door.getByText("다시 봐 달라고 하기").click();
  await door.locator("#appeal-password").fill("not the password");
  await door.getByLabel("왜 다시 봐야 하는지 알려 주세요").fill("다시는 안 그럴게요");
  await door.getByRole("button", { name: "이의 보내기" }).click();
  await door.getByRole("alert").nth(1).waitFor();
  await door.locator("#appeal-password").fill(password);
  await door.getByRole("button", { name: "이의 보내기" }).click();
  await door.getByText("이의를 보냈어요").waitFor();

  await page.goto(`/admin/members/${someone.handle}`);
  await page.getByRole("button", { name: "모두 풀기" }).click();
  await page.getByText("제한과 정지를 풀었어요").waitFor();
  expect(await call(null, "GET", `/accounts/${someone.handle}`)).toMatchObject({ handle: someone.handle });
});

test("an owner finds people, gives roles and reads the log; others find nothing there", async () => {
  const page = await visit("/admin/members", { as: owner, wide: true });
  await page.getByRole("searchbox").fill("김하루");
  await page.getByRole("button", { name: "찾기" }).click();
  await page.getByRole("link", { name: "김하루 님 관리" }).click();
  await page.getByLabel("역할").selectOption({ label: "중재자" });
  await page.getByRole("button", { name: "역할 바꾸기" }).click();
  await page.getByText("역할을 바꿨어요").waitFor();
  await page.getByText("새 비밀번호 링크").click();
  await page.getByRole("button", { name: "링크 만들기" }).click();
  expect(await page.getByLabel("전해 줄 링크").inputValue()).toContain("/reset/");
  await expectAccessible(page);
  await page.getByRole("link", { name: "기록" }).click();
  await page.getByText("역할 변경: 이웃 → 중재자").first().waitFor();
  await expectAccessible(page);

  await call(owner, "PUT", `/admin/members/${haru.handle}/role`, { role: "member" });
  for (const path of ["/admin", "/admin/members", "/admin/audit", "/admin/figures"]) {
    const nothing = await visit(path, { as: haru });
    await nothing.getByRole("heading", { level: 1 }).waitFor();
    expect(await nothing.getByText("운영실").count()).toBe(0);
  }
  const log = await visit("/admin/audit", { as: moderator });
  expect(await log.getByText("운영 기록").count()).toBe(0);
});

test.each(["ko-KR", "en-US"])("every page of it fits a phone, in light and dark (%s)", async (locale) => {
  await report(await posts(loud, "끝까지 읽어야 하는 아주 긴 이야기 ".repeat(20)));
  const paths = ["/admin", "/admin/appeals", "/admin/members", "/admin/audit", "/admin/figures"];
  for (const path of [...paths, "/settings/moderation"])
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await visit(path, { as: owner, locale, colorScheme });
      await expectAccessible(page);
      expect(await widthTooMuch(page)).toBe(0);
      await page.context().close();
    }
});
