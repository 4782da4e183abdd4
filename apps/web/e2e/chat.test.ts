import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { begins, bubble, type Chat, does, field, joinsOpenly, saidIn, says, writes } from "./chats.ts";
import { call, type Person } from "./people.ts";
import { picture } from "./project-editor.ts";

const { visit } = testBrowser();
let haru: Person;
let doyun: Person;
let chat: Chat;

beforeAll(async () => {
  [haru, doyun] = await Promise.all([joinsOpenly("김하루"), joinsOpenly("이도윤")]);
  chat = await begins(haru, doyun, "안녕하세요 도윤 님");
});

const open = (person: Person, more: object = {}) =>
  visit(`/chat/${chat.id}`, { as: person, wide: true, live: true, ...more });

test("two people talk: words, read marks, typing, an answer, a reaction, a change and a deletion", async () => {
  const mine = await open(haru);
  const theirs = await open(doyun);
  await mine.getByText("지금 접속 중").first().waitFor();

  await field(theirs).pressSequentially("위젯은 ", { delay: 30 });
  await mine.locator("[data-typing]").waitFor();
  await mine.getByText("이도윤 님이 입력하고 있어요").waitFor({ state: "attached" });

  await writes(theirs, "위젯은 웹 컴포넌트로 드릴게요");
  await bubble(mine, "위젯은 웹 컴포넌트로 드릴게요").waitFor();
  await mine.locator("[data-typing]").waitFor({ state: "detached" });
  await theirs.locator("[data-read]", { hasText: "읽음" }).waitFor();

  await does(mine, "위젯은 웹 컴포넌트로 드릴게요", "답장");
  await writes(mine, "고마워요!");
  const answer = bubble(theirs, "고마워요!");
  await answer.getByText("위젯은 웹 컴포넌트로 드릴게요").waitFor();

  await does(theirs, "고마워요!", "❤️ 남기기", "menuitemcheckbox");
  const reaction = bubble(mine, "고마워요!").getByRole("button", { name: /❤️/ });
  await reaction.waitFor();
  await reaction.click();
  await expect.poll(() => reaction.innerText()).toContain("2");
  await reaction.click();
  await expect.poll(() => reaction.innerText()).toContain("1");

  // An empty field and the arrow up: one's last message.
  await field(mine).focus();
  await mine.keyboard.press("ArrowUp");
  await expect.poll(() => field(mine).inputValue()).toBe("고마워요!");
  await writes(mine, "정말 고마워요!");
  await bubble(theirs, "정말 고마워요!").getByText("고침").waitFor();

  await does(mine, "정말 고마워요!", "삭제");
  await mine.getByRole("dialog").getByRole("button", { name: "삭제" }).click();
  await bubble(theirs, "삭제된 메시지예요").waitFor();
  await bubble(mine, "삭제된 메시지예요").waitFor();
  expect(await bubble(theirs, "정말 고마워요!").count()).toBe(0);
});

test("Enter sends, Shift and Enter begins a line, and a syllable that is being composed is left alone", async () => {
  const page = await open(haru);
  await field(page).fill("첫 줄");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("둘째 줄");
  await field(page).evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true }),
    ),
  );
  await field(page).evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true }),
    ),
  );
  expect(await field(page).inputValue()).toBe("첫 줄\n둘째 줄");
  await page.keyboard.press("Enter");
  await bubble(page, "둘째 줄").waitFor();
  expect(await field(page).inputValue()).toBe("");
  expect((await saidIn(haru, chat)).at(-1)?.text).toBe("첫 줄\n둘째 줄");
});

test("a draft waits where it was left, apart from what is being changed", async () => {
  const page = await open(haru);
  await field(page).fill("나중에 이어서 쓸 말");
  await does(page, "안녕하세요 도윤 님", "고치기");
  await expect.poll(() => field(page).inputValue()).toBe("안녕하세요 도윤 님");
  await page.keyboard.press("Escape");
  await expect.poll(() => field(page).inputValue()).toBe("나중에 이어서 쓸 말");
  await page.reload();
  await expect.poll(() => field(page).inputValue()).toBe("나중에 이어서 쓸 말");
  await writes(page, "이어서 썼어요");
  await bubble(page, "이어서 썼어요").waitFor();
  await page.reload();
  await bubble(page, "이어서 썼어요").waitFor();
  expect(await field(page).inputValue()).toBe("");
});

test("pictures go along, and can be looked at", async () => {
  const page = await open(haru);
  await page.locator("input[type=file]").setInputFiles(picture("방석.png"));
  await page.getByAltText("방석.png").waitFor();
  await writes(page, "새 방석이에요");
  const sent = bubble(page, "새 방석이에요");
  await sent.locator("img").waitFor();
  await sent.getByRole("link", { name: /사진/ }).click();
  await page.locator("dialog[open] img").waitFor();
  await page.keyboard.press("Escape");
  const [last] = (await saidIn(doyun, chat)).slice(-1);
  expect(last).toMatchObject({ text: "새 방석이에요", media: [{ width: 3 }] });
});

test("what is on its way while somebody reads above waits under a button", async () => {
  for (let line = 1; line <= 40; line++) await says(doyun, chat, `긴 이야기 ${line}`);
  const page = await open(haru);
  await bubble(page, "긴 이야기 40").waitFor();
  const jump = page.getByRole("button", { name: "마지막 메시지로" });
  await expect
    .poll(async () => {
      await page.getByRole("log").evaluate((log) => log.scrollTo(0, 400));
      return jump.isVisible();
    })
    .toBe(true);
  await says(doyun, chat, "여기 아래예요");
  await page.getByRole("button", { name: "새 메시지 1개" }).click();
  await bubble(page, "여기 아래예요").waitFor();
  await page.getByRole("button", { name: /새 메시지|마지막 메시지로/ }).waitFor({ state: "detached" });
});

test("only what has been on the screen of a page that is seen is read", async () => {
  const [ann, ben] = await Promise.all([joinsOpenly("앤"), joinsOpenly("벤")]);
  const other = await begins(ann, ben);
  for (let line = 1; line <= 30; line++) await says(ann, other, `줄 ${line}`);
  const unread = async () => (await call<Chat>(ben, "GET", `/chats/${other.id}`)).unread;
  const elsewhere = await visit("/explore", { as: ben, live: true, wide: true });
  await elsewhere.locator("[data-unread=chats]").first().waitFor();
  expect(await unread()).toBe(31);
  await elsewhere.keyboard.press("g");
  await elsewhere.keyboard.press("c");
  await elsewhere.waitForURL("**/chat");
  await elsewhere.locator(`[data-chat="${other.id}"]`).click();
  await bubble(elsewhere, "줄 30").waitFor();
  await expect.poll(unread).toBe(0);
  await elsewhere.locator("[data-unread=chats]").first().waitFor({ state: "detached" });
});

test("somebody else's chat is nothing", async () => {
  const page = await visit(`/chat/${chat.id}`, { as: await joinsOpenly("낯선 이") });
  await page.getByText("이 자리에는 아무것도 없어요").first().waitFor();
  expect(await page.getByText("여기 아래예요").count()).toBe(0);
});

test("without JavaScript it can be read and answered", async () => {
  const page = await visit(`/chat/${chat.id}`, { as: doyun, javaScriptEnabled: false });
  await bubble(page, "여기 아래예요").waitFor();
  await page.getByPlaceholder("메시지 쓰기").fill("글자만으로도 돼요");
  await page.getByRole("button", { name: "보내기", exact: true }).click();
  await bubble(page, "글자만으로도 돼요").waitFor();
  expect((await saidIn(haru, chat)).at(-1)?.text).toBe("글자만으로도 돼요");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`a thread is accessible (${colorScheme}) and fits a phone`, async () => {
    await expectAccessible(await open(haru, { colorScheme }));
    const phone = await visit(`/chat/${chat.id}`, {
      as: haru,
      colorScheme,
      viewport: { width: 320, height: 640 },
    });
    await expectAccessible(phone);
    expect(await widthTooMuch(phone)).toBe(0);
    const send = await phone.getByRole("button", { name: "보내기", exact: true }).boundingBox();
    expect(Math.min(send!.width, send!.height)).toBeGreaterThanOrEqual(44);
    expect(send!.y + send!.height).toBeLessThanOrEqual(640);
  });
}
