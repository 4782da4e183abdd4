import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./browser.ts";
import { begins, bubble, type Chat, joinsOpenly, says } from "./chats.ts";
import type { Person } from "./people.ts";

const { visit } = testBrowser();
const many = 10_000;
const atOnce = 16;
const most = 200;
let haru: Person;
let chat: Chat;

beforeAll(async () => {
  const [one, other] = await Promise.all([joinsOpenly("김하루"), joinsOpenly("이도윤")]);
  haru = one;
  chat = await begins(other, haru, "이야기 1");
  let next = 2;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next <= many) {
        const number = next++;
        // Of different heights, as people write.
        await says(
          number % 3 ? other : haru,
          chat,
          `이야기 ${number}${" 그리고 조금 더".repeat(number % 11)}`,
        );
      }
    }),
  );
}, 240_000);

test("ten thousand messages are scrolled from the end to the beginning, with few of them in the page", async () => {
  const page = await visit(`/chat/${chat.id}`, { as: haru, wide: true, live: true });
  await bubble(page, /^이도윤|^/)
    .last()
    .waitFor();
  const log = page.getByRole("log");
  const seqs = () =>
    page
      .locator("[data-message]")
      .evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset["message"])));
  await expect.poll(async () => Math.max(...(await seqs()))).toBe(many);

  // Nothing moves under the reader's eye: what is on the screen when a page comes stays where it is.
  const jumps = await log.evaluate(
    async (element, { most }) => {
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      const lines = () => [...element.querySelectorAll<HTMLElement>("[data-message]")];
      const found = { most: 0, steps: 0, slow: 0, moved: [] as number[] };
      const deadline = Date.now() + 150_000;
      for (;;) {
        const shown = lines();
        found.most = Math.max(found.most, shown.length);
        if (shown.length > most) return found;
        if (shown.some((line) => line.dataset["message"] === "1") && element.scrollTop < 10) return found;
        if (Date.now() > deadline) throw new Error(`Only got to ${shown[0]?.dataset["message"]}`);
        const middle = element.getBoundingClientRect();
        const kept = shown.find((line) => line.getBoundingClientRect().top > middle.top + 120);
        const before = kept?.getBoundingClientRect().top ?? 0;
        const seq = kept?.dataset["message"];
        const step = Math.min(700, element.scrollTop);
        const began = performance.now();
        element.scrollTop -= step;
        await frame();
        await frame();
        const after = element
          .querySelector<HTMLElement>(`[data-message="${seq}"]`)
          ?.getBoundingClientRect().top;
        const moved = after === undefined ? 0 : Math.abs(after - before - step);
        if (moved > 60) found.moved.push(Math.round(moved));
        found.steps += 1;
        if (performance.now() - began > 200) found.slow += 1;
      }
    },
    { most },
  );
  console.log(JSON.stringify(jumps));
  expect(jumps.most).toBeLessThanOrEqual(most);
  expect(await seqs()).toContain(1);
  // Lines are measured when they are first drawn: a guess may be wrong now and then, a page's height never is.
  expect(jumps.moved.length).toBeLessThan(jumps.steps / 100);

  await page.getByRole("button", { name: /마지막 메시지로|새 메시지/ }).click();
  await expect.poll(async () => Math.max(...(await seqs()))).toBe(many);
  expect((await seqs()).length).toBeLessThanOrEqual(most);
}, 200_000);
