import { beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./browser.ts";
import { joins, type Person } from "./people.ts";
import { editor, fillsIn, gives, looksAt, png, send, testEditor, textOf } from "./project-editor.ts";

const { opens } = testEditor();
let haru: Person;

beforeAll(async () => {
  haru = await joins("김하루");
});

test("a line that begins with / opens a menu, in Korean and English, half a syllable included", async () => {
  const page = await opens("/projects/new", { as: haru });
  await editor(page).click();
  await page.keyboard.type("/");
  await page.getByRole("listbox", { name: "넣을 것" }).waitFor();
  expect(await page.getByRole("option").count()).toBe(10);
  // 젬 is what stands there on the way to 제목.
  await page.keyboard.insertText("젬");
  await expect.poll(() => page.getByRole("option").allTextContents()).toEqual(["제목"]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("첫 제목");
  await expect.poll(() => textOf(page)).toBe("# 첫 제목");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/ta");
  await page.getByRole("option", { name: "표" }).click();
  await expect.poll(() => textOf(page)).toContain("| 칸 1 | 칸 2 |\n| --- | --- |");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("/구분");
  await page.getByRole("option", { name: "구분선" }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => textOf(page)).toContain("---\n");
  // A path in the middle of a line, and one in code, are none of its business.
  await page.keyboard.type("경로는 /");
  await page.keyboard.press("Enter");
  await page.keyboard.type("```");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/etc");
  expect(await page.getByRole("listbox", { name: "넣을 것" }).count()).toBe(0);
});

test("the toolbar writes Markdown, by mouse and by keys, and Tab leaves the editor", async () => {
  const page = await opens("/projects/new", { as: haru, wide: true });
  await editor(page).click();
  await page.keyboard.type("굵은 말");
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "굵게" }).click();
  await expect.poll(() => textOf(page)).toBe("**굵은 말**");
  await page.keyboard.press("Control+b");
  await expect.poll(() => textOf(page)).toBe("굵은 말");
  await page.keyboard.press("Control+k");
  await expect.poll(() => textOf(page)).toBe("[굵은 말](https://)");
  await page.keyboard.type("https://maru.example");
  await page.keyboard.press("Control+Home");
  await page.getByRole("button", { name: "목록", exact: true }).click();
  await page.getByRole("button", { name: "인용" }).click();
  await expect.poll(() => textOf(page)).toBe("> - [굵은 말](https://maru.example)");
  await page.keyboard.press("Control+z");
  await expect.poll(() => textOf(page)).toBe("- [굵은 말](https://maru.example)");
  await page.keyboard.press("Shift+Tab");
  const name = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(await name()).toBe("인용");
  await page.keyboard.press("ArrowRight");
  expect(await name()).toBe("코드");
  await page.keyboard.press("End");
  expect(await name()).toBe("표");
});

test("tasks are written by the toolbar, by keys and by /, and the preview shows them as boxes with their words", async () => {
  const page = await opens("/projects/new", { as: haru, wide: true });
  await editor(page).click();
  await page.keyboard.type("지도 그리기");
  await page.getByRole("button", { name: "할 일 목록" }).click();
  await expect.poll(() => textOf(page)).toBe("- [ ] 지도 그리기");
  await page.getByRole("button", { name: "목록", exact: true }).click();
  await expect.poll(() => textOf(page)).toBe("- 지도 그리기");
  await page.keyboard.press("Control+Shift+l");
  await expect.poll(() => textOf(page)).toBe("- [ ] 지도 그리기");
  await page.keyboard.press("Control+Shift+l");
  await expect.poll(() => textOf(page)).toBe("지도 그리기");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.type("/할");
  await page.getByRole("option", { name: "할 일 목록" }).click();
  await page.keyboard.type("책방 찾기");
  // The next line is the next task.
  await page.keyboard.press("Enter");
  await page.keyboard.type("제보 받기");
  await expect.poll(() => textOf(page)).toBe("- [ ] 책방 찾기\n- [ ] 제보 받기");
  await page.keyboard.press("Control+Home");
  for (const _ of "- [ ") await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("x");
  const preview = page.getByRole("region", { name: "미리보기" });
  const done = preview.getByRole("checkbox", { name: "책방 찾기", checked: true });
  await done.waitFor();
  expect(await done.isDisabled()).toBe(true);
  expect(await preview.getByRole("checkbox", { name: "제보 받기", checked: false }).isDisabled()).toBe(true);
  await expectAccessible(page);
});

test("pictures go into the text at once, several of them, and show how far they are", async () => {
  const page = await opens("/projects/new", { as: haru, wide: true });
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route("**/api/v1/media", async (route) => {
    await held;
    await route.continue();
  });
  await editor(page).click();
  await page.keyboard.type("앞");
  await gives(editor(page), "paste", [png("대문 모습.png"), png("image.png")]);
  await expect.poll(() => textOf(page)).toBe("앞\n![올리는 중…]()\n![올리는 중…]()\n");
  const rows = page.getByRole("list", { name: "올리는 사진" }).getByRole("listitem");
  await rows.first().getByText("대문 모습.png").waitFor();
  await rows.last().getByText("붙여 넣은 사진").waitFor();
  expect(await page.getByRole("progressbar").count()).toBe(2);
  // Meanwhile one goes on writing, above them too.
  await page.keyboard.type("뒤");
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("맨 ");
  await fillsIn(page);
  await send(page);
  await page.getByText("사진이 아직 올라가고 있어요.").waitFor();
  go();
  await expect
    .poll(() => textOf(page))
    .toMatch(/^맨 앞\n!\[대문 모습\]\(\/media\/\S+\.jpg\)\n!\[\]\(\/media\/\S+\.jpg\)\n뒤$/);
  expect(await rows.count()).toBe(0);
  await page.getByText("설명이 없는 사진이 있어요. 대괄호 안에").waitFor();
  await page.getByRole("region", { name: "미리보기" }).getByRole("img", { name: "대문 모습" }).waitFor();
});

test("a picture that fails says why, is tried again, or taken out with its mark", async () => {
  const page = await opens("/projects/new", { as: haru, cut: true });
  await page.route("**/api/v1/media", (route) => route.abort());
  await editor(page).click();
  await gives(editor(page), "drop", [png("a.png"), png("b.png")]);
  const rows = page.getByRole("list", { name: "올리는 사진" }).getByRole("listitem");
  await expect.poll(() => rows.getByText("연결을 확인하고 다시 해 볼까요?").count()).toBe(2);
  await page.unroute("**/api/v1/media");
  await page.getByRole("button", { name: "a.png 다시 올리기" }).click();
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole("button", { name: "b.png 올리기 취소" }).click();
  await expect.poll(() => textOf(page)).toMatch(/^!\[a\]\(\/media\/\S+\)\n+$/);

  await gives(editor(page), "drop", [{ name: "c.png", kind: "image/png", data: "bm90IGEgcGljdHVyZQ==" }]);
  await rows.getByText("열 수 없는 사진이에요.").waitFor();
  // Who deletes the mark does not want the picture.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect.poll(() => rows.count()).toBe(0);
  await gives(editor(page), "drop", [{ name: "film.mp4", kind: "video/mp4", data: "x" }]);
  await page.getByText("열 수 없는 사진이에요.").waitFor();
});

test("the preview is asked for when typing rests, drops what comes too late, and keeps its place", async () => {
  const page = await opens("/projects/new", { as: haru, wide: true });
  const asked: string[] = [];
  let slow: (() => void) | undefined;
  await page.route("**/projects/preview", async (route) => {
    const { text } = route.request().postDataJSON() as { text: string };
    asked.push(text);
    if (text === "느린 글") await new Promise<void>((resolve) => (slow = resolve));
    await route.continue().catch(() => undefined);
  });
  const preview = page.getByRole("region", { name: "미리보기" });
  await editor(page).click();
  await page.keyboard.type("느린 글");
  await expect.poll(() => asked.at(-1)).toBe("느린 글");
  await page.keyboard.type(" 다음 글");
  await preview.getByText("느린 글 다음 글").waitFor();
  slow?.();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(`\n\n${"한 문단\n\n".repeat(60)}`);
  await expect.poll(() => preview.locator("p").count()).toBeGreaterThan(50);
  expect(await preview.getByText("느린 글 다음 글").count()).toBe(1);
  await preview.evaluate((element) => (element.scrollTop = 500));
  await page.keyboard.insertText("마지막 문단");
  await preview.getByText("마지막 문단").waitFor();
  expect(await preview.evaluate((element) => element.scrollTop)).toBe(500);
  expect(asked.length).toBeLessThan(8);
});

test("a preview that cannot be had is said calmly, and asked for again", async () => {
  const page = await opens("/projects/new", { as: haru, cut: true });
  await page.route("**/projects/preview", (route) => route.abort());
  await editor(page).click();
  await page.keyboard.type("글");
  await looksAt(page, "미리보기");
  await page.getByText("미리보기를 불러오지 못했어요.").waitFor();
  await page.unroute("**/projects/preview");
  await page.getByRole("button", { name: "다시" }).click();
  await page.locator(".prose").getByText("글").waitFor();
  expect(await editor(page).isVisible()).toBe(false);
  await looksAt(page, "쓰기");
  expect(await textOf(page)).toBe("글");
});
