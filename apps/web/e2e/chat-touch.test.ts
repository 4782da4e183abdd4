import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser } from "./browser.ts";
import { begins, bubble, type Chat, field, joinsOpenly, says } from "./chats.ts";
import type { Person } from "./people.ts";

const { visit } = testBrowser();
let haru: Person;
let chat: Chat;

beforeAll(async () => {
  const [one, other] = await Promise.all([joinsOpenly("김하루"), joinsOpenly("이도윤")]);
  haru = one;
  chat = await begins(other, haru, "손가락으로 눌러 보세요");
  await says(other, chat, "두 번째 말이에요");
});

const open = () => visit(`/chat/${chat.id}`, { as: haru, live: true, hasTouch: true, isMobile: true });

test("a finger that rests on a message opens what can be done with it, and leaves it open when it goes", async () => {
  const page = await open();
  const one = bubble(page, "손가락으로 눌러 보세요").locator(".bubble");
  await one.waitFor();
  const box = (await one.boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  const point = { x: box.x + 30, y: box.y + 15 };
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  const menu = page.getByRole("menu", { name: "메시지에 할 수 있는 일" });
  await menu.waitFor();
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expectAccessible(page);
  await menu.getByRole("menuitem", { name: "답장" }).tap();
  await page.getByText("이도윤에게 답장").waitFor();
  expect(await menu.isVisible()).toBe(false);
});

test("Enter begins a new line there, and the button sends", async () => {
  const page = await open();
  await field(page).tap();
  await page.keyboard.type("한 줄");
  await page.keyboard.press("Enter");
  await page.keyboard.type("두 줄");
  expect(await field(page).inputValue()).toBe("한 줄\n두 줄");
  await page.getByRole("button", { name: "보내기", exact: true }).tap();
  await bubble(page, "두 줄").waitFor();
  expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
});
