import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { begins, bubble, type Chat, joinsOpenly, says } from "./chats.ts";
import { call, joins, type Person } from "./people.ts";

const { visit } = testBrowser();
let haru: Person;
let doyun: Person;
let minji: Person;
let withDoyun: Chat;

beforeAll(async () => {
  haru = await joinsOpenly("김하루");
  [doyun, minji] = await Promise.all([joinsOpenly("이도윤"), joinsOpenly("박민지")]);
  withDoyun = await begins(doyun, haru, "잔디 정원 이야기예요");
  for (let line = 1; line <= 60; line++)
    await says(doyun, withDoyun, line === 7 ? "감나무 아래에서 봐요" : `지난 이야기 ${line}`);
  await begins(minji, haru, "두부가 새 방석을 골랐어요");
});

test("the liveliest chat is first, with what was said last and how much is new", async () => {
  const page = await visit("/chat", { as: haru, live: true });
  const rows = page.locator("[data-chat]");
  await expect.poll(() => rows.allInnerTexts()).toHaveLength(2);
  expect(await rows.first().innerText()).toContain("박민지");
  await says(doyun, withDoyun, "방금 한 말");
  await expect.poll(() => rows.first().innerText()).toContain("방금 한 말");
  expect(await rows.first().innerText()).toContain("62");
});

test("a message is found, and opened where it stands", async () => {
  const page = await visit("/chat", { as: haru, wide: true });
  await page.getByRole("searchbox", { name: "내 대화에서 찾기" }).fill("감나무");
  const found = page.getByRole("link", { name: /감나무 아래에서 봐요/ });
  await found.click();
  await page.waitForURL("**/chat/*at=8*");
  const sought = bubble(page, "감나무 아래에서 봐요");
  await sought.waitFor();
  await expect
    .poll(async () => {
      const box = await sought.boundingBox();
      return !!box && box.y > 100 && box.y < 800;
    })
    .toBe(true);
  // From there it goes on to the end.
  await page.getByRole("button", { name: /마지막 메시지로|새 메시지/ }).click();
  await bubble(page, "방금 한 말").waitFor();
  await page.getByRole("searchbox", { name: "내 대화에서 찾기" }).fill("없는말이에요");
  await page.getByRole("heading", { name: "‘없는말이에요’ 메시지는 아직 없어요" }).waitFor();
});

test("a group is made of several people, renamed, added to and left", async () => {
  const page = await visit("/chat/new", { as: haru, wide: true });
  for (const { handle, name } of [doyun, minji]) {
    await page.getByRole("searchbox", { name: /누구와 이야기할까요|더 부를 사람/ }).fill(handle);
    await page.getByRole("button", { name: new RegExp(`${name}.*${handle}`) }).click();
  }
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "모임 이름" }).fill("단풍 모임");
  await page.getByRole("textbox", { name: "첫 메시지" }).fill("토요일에 모일까요?");
  await page.getByRole("button", { name: "3명 모임 만들기" }).click();
  await page.waitForURL(/\/chat\/\d+/);
  await page.getByRole("heading", { name: "단풍 모임" }).waitFor();
  await bubble(page, "토요일에 모일까요?").locator("[data-read]").getByText("2").waitFor();

  const menu = page.getByRole("button", { name: "대화 메뉴" });
  await menu.click();
  await page.getByRole("menuitem", { name: "이름 바꾸기" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("감나무 모임");
  await page.getByRole("button", { name: "저장" }).click();
  await page.getByRole("heading", { name: "감나무 모임" }).waitFor();

  const junho = await joinsOpenly("한준호");
  await menu.click();
  await page.getByRole("menuitem", { name: "함께 있는 사람" }).click();
  await page.getByRole("dialog").getByRole("searchbox").fill(junho.handle);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: new RegExp(junho.handle) })
    .click();
  await page.getByRole("dialog").getByRole("list", { name: "4명" }).waitFor();
  await page.getByRole("button", { name: "닫기" }).click();
  await page.getByText("김하루 님이 한준호 님을 불렀어요.").waitFor();

  await menu.click();
  await page.getByRole("menuitem", { name: "나가기" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "나가기" }).click();
  await page.waitForURL("**/chat");
  await expect.poll(() => page.getByText("감나무 모임").count()).toBe(0);
});

test("a chat is muted, reported and deleted for oneself", async () => {
  const other = await joinsOpenly("윤서연");
  const chat = await begins(other, haru, "지워질 이야기");
  const page = await visit(`/chat/${chat.id}`, { as: haru, wide: true });
  const menu = page.getByRole("button", { name: "대화 메뉴" });
  await menu.click();
  await page.getByRole("menuitem", { name: "알림 끄기" }).click();
  await page.getByText("이 대화는 알리지 않을게요").waitFor();
  expect(await call<{ muted: boolean }>(haru, "GET", `/chats/${chat.id}`)).toMatchObject({ muted: true });

  await menu.click();
  await page.getByRole("menuitem", { name: "대화 신고" }).click();
  await page.getByRole("radio", { name: "광고나 도배예요" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "신고하기" }).click();
  await page.getByText("신고했어요. 살펴볼게요.").waitFor();

  await menu.click();
  await page.getByRole("menuitem", { name: "대화 지우기" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "대화 지우기" }).click();
  await page.waitForURL("**/chat");
  await expect.poll(() => page.locator(`[data-chat="${chat.id}"]`).count()).toBe(0);
  await says(other, chat, "다시 왔어요");
  await page.locator(`[data-chat="${chat.id}"]`).getByText("다시 왔어요").waitFor();
});

test("longer lists go on, with JavaScript and without", async () => {
  const busy = await joinsOpenly("바쁜 이웃");
  const others = await Promise.all(Array.from({ length: 22 }, (_, at) => joins(`이웃 ${at}`)));
  for (const other of others) await begins(other, busy);
  const page = await visit("/chat", { as: busy });
  await page.getByRole("link", { name: "지난 대화 더 보기" }).click();
  await expect.poll(() => page.locator("[data-chat]").count()).toBe(22);
  const plain = await visit("/chat", { as: busy, javaScriptEnabled: false });
  await plain.getByRole("link", { name: "지난 대화 더 보기" }).click();
  expect(await plain.locator("[data-chat]").count()).toBe(2);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.each([320, 390, 1280])(`the list is accessible (${colorScheme}) and fits %i px`, async (width) => {
    const page = await visit("/chat", { as: haru, colorScheme, viewport: { width, height: 800 } });
    await page.locator("[data-chat]").first().waitFor();
    await expectAccessible(page);
    expect(await widthTooMuch(page)).toBe(0);
  });
}

test("a phone shows a thread alone, without the bar, and leads back", async () => {
  const page = await visit("/chat", { as: haru });
  await page.locator(`[data-chat="${withDoyun.id}"]`).click();
  await bubble(page, "방금 한 말").waitFor();
  expect(await page.getByRole("navigation", { name: "하단 메뉴" }).count()).toBe(0);
  expect(await page.locator("[data-chat]").first().isVisible()).toBe(false);
  await page.getByRole("link", { name: "대화 목록으로" }).click();
  await page.locator(`[data-chat="${withDoyun.id}"]`).waitFor();
});
