import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, password, type Person } from "./people.ts";

/** A PNG of three by two pixels. */
const pixels =
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGM4UWEDQQxwFgBcbAjp75nRIAAAAABJRU5ErkJggg==";
const picture = (name: string) => ({ name, mimeType: "image/png", buffer: Buffer.from(pixels, "base64") });

type Named = { name: string };
type Project = {
  id: string;
  text: string;
  html: string;
  visibility: string;
  media: { id: string; url: string; alt: string }[];
  project: {
    title: string;
    summary: string;
    stack: Named[];
    repoUrl: string | null;
    demoUrl: string | null;
    openToChat: boolean;
  };
};

const { visit } = testBrowser();
let haru: Person;
let minji: Person;

const publishes = (person: Person, more: object = {}) =>
  call<Project>(person, "POST", "/projects", {
    title: "마당",
    summary: "한 줄로 마당을 쓰는 도구",
    text: "# 왜 만들었나요\n\n비질이 힘들어서요.",
    stack: ["Rust"],
    ...more,
  });
const idOf = (page: Page) => /\/projects\/(\d+)$/.exec(page.url())?.[1] ?? "";
const seen = (id: string) => call<Project>(haru, "GET", `/projects/${id}`);

const source = (page: Page) => page.getByRole("textbox", { name: "본문 (마크다운)" });
const editor = (page: Page) => page.locator(".cm-content");
const stackField = (page: Page) => page.getByRole("combobox", { name: "기술 스택" });
const chips = (page: Page) => page.getByRole("list", { name: "고른 기술" }).getByRole("listitem");
const chosen = async (page: Page) => (await chips(page).allTextContents()).map((text) => text.trim());
/** The mark in the head of the page, of which the phone has one of its own. */
const saved = (page: Page, words = "방금 저장됨") =>
  page.locator("[data-saved]").filter({ hasText: words, visible: true }).waitFor();
const looksAt = (page: Page, view: "쓰기" | "미리보기") =>
  page.getByRole("group", { name: "보기" }).getByText(view).click();
const textOf = (page: Page) =>
  editor(page).evaluate((element) =>
    [...element.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"),
  );
const send = (page: Page) => page.getByRole("button", { name: "올리기", exact: true }).click();

async function opens(path: string, options: Parameters<typeof visit>[1]) {
  const page = await visit(path, options);
  await editor(page).waitFor();
  return page;
}

async function fillsIn(page: Page) {
  await page.getByLabel("이름").fill("maru-cli");
  await page.getByLabel("한 줄 소개").fill("한 줄로 마루를 세우는 명령줄 도구");
}

/** Hands files over as a clipboard or a hand does. */
async function gives(
  target: Locator,
  type: "paste" | "drop",
  files: { name: string; kind: string; data: string }[],
) {
  await target.evaluate(
    (element, { type, files }) => {
      const data = new DataTransfer();
      for (const { name, kind, data: content } of files) {
        const bytes = kind.startsWith("image/")
          ? Uint8Array.from(atob(content), (char) => char.charCodeAt(0))
          : content;
        data.items.add(new File([bytes], name, { type: kind }));
      }
      const { left, top } = element.getBoundingClientRect();
      const shared = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        type === "paste"
          ? new ClipboardEvent("paste", { ...shared, clipboardData: data })
          : new DragEvent("drop", { ...shared, dataTransfer: data, clientX: left + 30, clientY: top + 24 }),
      );
    },
    { type, files },
  );
}

const png = (name: string) => ({ name, kind: "image/png", data: pixels });
const packageJson = {
  name: "package.json",
  kind: "application/json",
  data: JSON.stringify({ dependencies: { react: "19", next: "16" }, devDependencies: { typescript: "6" } }),
};

beforeAll(async () => {
  [haru, minji] = await Promise.all([joins("김하루"), joins("박민지")]);
  await publishes(minji, { title: "러스트 하나", stack: ["Rust", "Docker"] });
});

test("a project is published with everything that it can have", async () => {
  const page = await opens("/projects/new", { as: haru, wide: true });
  await fillsIn(page);
  await page.getByText("141자 남음").waitFor();
  await stackField(page).fill("rus");
  await page.getByRole("option", { name: /^Rust\s+프로젝트 \d+개$/ }).waitFor();
  await stackField(page).press("Enter");
  await stackField(page).fill("마루스크립트");
  await page.getByRole("option", { name: "‘마루스크립트’ 새로 더하기" }).click();
  await expect.poll(() => chosen(page)).toEqual(["Rust", "마루스크립트"]);
  await page.getByLabel("저장소 주소").fill("github.com/haru/maru");
  await page.getByLabel("둘러볼 주소").fill("https://maru.example/demo");
  await page.locator("[data-for=gallery]").setInputFiles([picture("one.png"), picture("two.png")]);
  await expect.poll(() => page.getByRole("progressbar").count()).toBe(0);
  await page.getByText("표지", { exact: true }).waitFor();
  await page.getByRole("textbox", { name: "사진 1 설명 (ALT)" }).fill("먼저 고른 사진");
  await page.getByRole("button", { name: "뒤로", exact: true }).click();
  await page.getByRole("switch", { name: "커피챗 열어 두기" }).click();
  await page.getByText("팔로워만").click();
  await editor(page).click();
  await page.keyboard.type("# 왜 만들었나요");
  await page.keyboard.press("Enter");
  await page.keyboard.type("명령을 **한 줄**로.");
  const preview = page.getByRole("region", { name: "미리보기" });
  await preview.getByRole("heading", { name: "왜 만들었나요", level: 2 }).waitFor();
  expect(await preview.locator("strong").textContent()).toBe("한 줄");
  await send(page);

  await page.waitForURL(/\/projects\/\d+$/);
  const post = await seen(idOf(page));
  expect(post).toMatchObject({
    text: "# 왜 만들었나요\n명령을 **한 줄**로.",
    visibility: "followers",
    project: {
      title: "maru-cli",
      summary: "한 줄로 마루를 세우는 명령줄 도구",
      repoUrl: "https://github.com/haru/maru",
      demoUrl: "https://maru.example/demo",
      openToChat: false,
      stack: [{ name: "Rust" }, { name: "마루스크립트" }],
    },
  });
  expect(post.media.map(({ alt }) => alt)).toEqual(["", "먼저 고른 사진"]);
  // What was published is no draft any more.
  await page.goto("/projects/new");
  await editor(page).waitFor();
  expect(await page.getByLabel("이름").inputValue()).toBe("");
});

test("the stack is chosen by keyboard, and Enter while a syllable is composed chooses nothing", async () => {
  const page = await opens("/projects/new", { as: haru });
  const field = stackField(page);
  await field.fill("rus");
  await page.getByRole("option", { name: /^Rust/ }).waitFor();
  for (const key of ["Enter", "Backspace", "ArrowDown"])
    await field.evaluate(
      (element, key) =>
        element.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true })),
      key,
    );
  expect(await chips(page).count()).toBe(0);
  expect(await field.inputValue()).toBe("rus");
  await field.press("ArrowDown");
  await field.press("ArrowUp");
  const active = await field.getAttribute("aria-activedescendant");
  expect(await page.locator(`#${active}`).textContent()).toContain("Rust");
  await field.press("Enter");
  await field.pressSequentially("docker,");
  await expect.poll(() => chosen(page)).toEqual(["Rust", "docker"]);
  await field.press("Backspace");
  await expect.poll(() => chosen(page)).toEqual(["Rust"]);
  await page.getByRole("button", { name: "Rust 빼기" }).click();
  await expect.poll(() => chips(page).count()).toBe(0);
});

test("no more than twenty technologies", async () => {
  const page = await opens("/projects/new", { as: haru });
  for (let number = 1; number <= 20; number++) {
    await stackField(page).fill(`기술${number}`);
    await stackField(page).press("Enter");
  }
  expect(await chips(page).count()).toBe(20);
  expect(await stackField(page).getAttribute("placeholder")).toBe("스무 개를 다 담았어요");
  expect(await stackField(page).isEditable()).toBe(false);
});

test("a file of dependencies fills the stack, dropped, pasted or chosen, and is taken back", async () => {
  const page = await opens("/projects/new", { as: haru, wide: true });
  await stackField(page).fill("React");
  await stackField(page).press("Enter");
  // Anywhere on the form: on the text too, which stays as it is.
  await gives(editor(page), "drop", [packageJson]);
  await page.getByText("package.json에서 TypeScript, Next.js를 더했어요.").waitFor();
  expect(await chosen(page)).toEqual(["React", "TypeScript", "Next.js"]);
  expect(await textOf(page)).not.toContain("dependencies");
  await page.getByRole("button", { name: "되돌리기" }).click();
  expect(await chosen(page)).toEqual(["React"]);

  await gives(page.locator("body"), "paste", [
    {
      name: "go.mod",
      kind: "",
      data: "module maru\n\ngo 1.25\n\nrequire github.com/gin-gonic/gin v1.10.0\n",
    },
  ]);
  await page.getByText(/^go\.mod에서 Go, Gin/).waitFor();
  await page.locator("[data-for=stack]").setInputFiles({
    name: "Cargo.toml",
    mimeType: "",
    buffer: Buffer.from('[package]\nname = "x"\n\n[dependencies]\ntokio = "1"\n'),
  });
  await page.getByText(/^Cargo\.toml에서 Rust/).waitFor();
  await gives(page.locator("form"), "drop", [{ ...packageJson, data: "{" }]);
  await page.getByText("package.json을 읽지 못했어요. 파일이 온전한지 봐 주세요.").waitFor();
  await gives(page.locator("form"), "drop", [{ name: "notes.txt", kind: "text/plain", data: "x" }]);
  await page.getByText(/package\.json, pyproject\.toml.*을 읽을 수 있어요/).waitFor();
});

test("the content of such a file is understood too, but not in the text", async () => {
  const page = await opens("/projects/new", { as: haru });
  const pastes = (target: Locator) =>
    target.evaluate((element) => {
      const data = new DataTransfer();
      data.setData("text/plain", '{\n  "dependencies": { "react": "19" }\n}');
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
  await pastes(editor(page));
  await expect.poll(() => textOf(page)).toContain("dependencies");
  expect(await chips(page).count()).toBe(0);
  await pastes(stackField(page));
  await expect.poll(() => chosen(page)).toContain("React");
});

test("a line that begins with / opens a menu, in Korean and English, half a syllable included", async () => {
  const page = await opens("/projects/new", { as: haru });
  await editor(page).click();
  await page.keyboard.type("/");
  await page.getByRole("listbox", { name: "넣을 것" }).waitFor();
  expect(await page.getByRole("option").count()).toBe(9);
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
  await page.getByRole("button", { name: "목록" }).click();
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

test("a draft survives a reload and a page left in the middle of a word, and can be thrown away", async () => {
  const page = await opens("/projects/new", { as: haru, wide: true });
  await fillsIn(page);
  await stackField(page).fill("Rust");
  await stackField(page).press("Enter");
  await editor(page).click();
  await page.keyboard.type("아직 다 못 쓴 이야기");
  await saved(page);
  await page.reload();
  await expect.poll(() => textOf(page).catch(() => "")).toBe("아직 다 못 쓴 이야기");
  expect(await page.getByLabel("이름").inputValue()).toBe("maru-cli");
  expect(await chosen(page)).toEqual(["Rust"]);
  await page.getByText("쓰던 글을 이어서 쓸 수 있어요.").waitFor();

  await page.getByLabel("이름").fill("maru-cli-2");
  await page.getByRole("link", { name: "찾기" }).first().click();
  await page.waitForURL("**/search");
  await page.goBack();
  await editor(page).waitFor();
  expect(await page.getByLabel("이름").inputValue()).toBe("maru-cli-2");
  await page.getByRole("button", { name: "버리고 새로 쓰기" }).click();
  expect(await page.getByLabel("이름").inputValue()).toBe("");
  await expect.poll(() => textOf(page)).not.toContain("이야기");
  await page.reload();
  await editor(page).waitFor();
  expect(await page.getByLabel("이름").inputValue()).toBe("");
});

test("the mark says how long ago the draft was kept", async () => {
  const page = await visit("/", { as: haru, wide: true });
  await page.clock.install();
  await page.goto("/projects/new");
  await editor(page).waitFor();
  await page.getByLabel("이름").fill("시계");
  await page.clock.runFor(1000);
  await saved(page);
  await page.clock.runFor(90_000);
  await saved(page, "1분 전에 저장됨");
  expect(await page.getByText("방금 저장됨").count()).toBe(0);
});

test("two tabs do not write over each other", async () => {
  const person = await joins("두 탭");
  const first = await opens("/projects/new", { as: person, wide: true });
  const second = await first.context().newPage();
  await second.goto("/projects/new");
  await editor(second).waitFor();
  await first.getByLabel("이름").fill("첫째 탭");
  await saved(first);
  await second.getByLabel("이름").fill("둘째 탭");
  await second.getByText("다른 탭에서 쓰던 ‘첫째 탭’ 글이 하나 더 있어요.").waitFor();
  await second.getByRole("button", { name: "그 글로 바꾸기" }).click();
  expect(await second.getByLabel("이름").inputValue()).toBe("첫째 탭");
  await second.getByText("다른 탭에서 쓰던 ‘둘째 탭’ 글이 하나 더 있어요.").waitFor();
  // Both are there for whoever comes next.
  const third = await first.context().newPage();
  await third.goto("/projects/new");
  await third.getByText("다른 탭에서 쓰던 ‘둘째 탭’ 글이 하나 더 있어요.").waitFor();
  expect(await third.getByLabel("이름").inputValue()).toBe("첫째 탭");
  await third.getByRole("button", { name: "이 글만 남기기" }).click();
  await third.reload();
  await expect.poll(() => third.getByLabel("이름").inputValue()).toBe("첫째 탭");
  expect(await third.getByText(/글이 하나 더 있어요/).count()).toBe(0);
});

test("what is wrong stands beside its field, and the first has the focus", async () => {
  const page = await opens("/projects/new", { as: haru, wide: true });
  await page.getByLabel("저장소 주소").fill("github.com/haru/maru cli");
  await send(page);
  for (const words of [
    "이름을 적어 주세요. 80자까지 쓸 수 있어요.",
    "한 줄 소개를 적어 주세요. 160자까지 쓸 수 있어요.",
    "주소에 빈칸이 있어요.",
    "본문을 적어 주세요. 20,000자까지 쓸 수 있어요.",
  ])
    await page.getByText(words).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("name"));
  expect(await focused()).toBe("title");
  await fillsIn(page);
  await editor(page).click();
  await page.keyboard.type("본문");
  // Only the server knows that no address may carry a password.
  await page.getByLabel("저장소 주소").fill("https://haru:secret@github.com/haru/maru");
  await send(page);
  await page.getByText("https://로 시작하는 주소를 적어 주세요.").waitFor();
  await expect.poll(focused).toBe("repoUrl");
  expect(await page.getByText("이름을 적어 주세요. 80자까지 쓸 수 있어요.").count()).toBe(0);
  expect(await textOf(page)).toBe("본문");
  await page.getByLabel("저장소 주소").fill("");
  await editor(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await send(page);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.classList.contains("cm-content")))
    .toBe(true);
});

test("nothing is lost where there is no connection, and nothing published twice", async () => {
  const page = await opens("/projects/new", { as: haru, wide: true, cut: true });
  await fillsIn(page);
  await page.getByLabel("이름").fill("두 번 아님");
  await editor(page).click();
  await page.keyboard.type("본문");
  // The first answer is lost on its way back.
  await page.route("**/api/v1/projects", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.keyboard.press("Control+Enter");
  await page.getByText("올리지 못했어요. 쓰던 글은 이 기기에 남아 있어요.").waitFor();
  expect(await textOf(page)).toBe("본문");
  await page.unroute("**/api/v1/projects");
  await send(page);
  await page.waitForURL(/\/projects\/\d+$/);
  const { items } = await call<{ items: Project[] }>(haru, "GET", `/accounts/${haru.handle}/projects`);
  expect(items.filter(({ project }) => project.title === "두 번 아님")).toHaveLength(1);
});

test("whoever has been signed out comes back to what was written", async () => {
  const person = await joins("나갔다 온 이");
  const page = await opens("/projects/new", { as: person, wide: true });
  await fillsIn(page);
  await editor(page).click();
  await page.keyboard.type("남아 있을 글");
  await page.context().clearCookies();
  await send(page);
  await page.getByText("로그인이 끝나 있어요.").waitFor();
  await page.getByRole("link", { name: "다시 들어가기" }).click();
  await page.getByLabel("아이디", { exact: false }).first().fill(person.handle);
  await page.locator("input[type=password]").fill(password);
  await page.getByRole("button", { name: "로그인", exact: true }).click();
  await page.waitForURL("**/projects/new");
  await expect.poll(() => textOf(page).catch(() => "")).toBe("남아 있을 글");
  expect(await page.getByLabel("이름").inputValue()).toBe("maru-cli");
});

test("a project is changed by its maker and nobody else", async () => {
  const { id } = await publishes(haru, { openToChat: false, demoUrl: "https://maru.example/" });
  const page = await opens(`/projects/${id}/edit`, { as: haru, wide: true });
  expect(await textOf(page)).toBe("# 왜 만들었나요\n\n비질이 힘들어서요.");
  expect(await page.getByRole("switch").isChecked()).toBe(false);
  await page.getByLabel("이름").fill("큰 마당");
  await stackField(page).fill("Docker");
  await page.getByRole("option", { name: /^Docker 프로젝트/ }).click();
  // A draft of its own, which another page of the editor knows nothing of.
  await saved(page);
  await page.goto("/projects/new");
  await editor(page).waitFor();
  expect(await page.getByLabel("이름").inputValue()).toBe("");
  await page.goto(`/projects/${id}/edit`);
  await editor(page).waitFor();
  expect(await page.getByLabel("이름").inputValue()).toBe("큰 마당");
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await page.waitForURL(`**/projects/${id}`);
  expect(await seen(id)).toMatchObject({
    project: {
      title: "큰 마당",
      openToChat: false,
      demoUrl: "https://maru.example/",
      stack: [{ name: "Rust" }, { name: "Docker" }],
    },
  });

  const other = await visit("/", { as: minji });
  expect((await other.goto(`/projects/${id}/edit`))?.status()).toBe(403);
  expect((await other.goto("/projects/999999999999/edit"))?.status()).toBe(404);
  const visitor = await visit("/projects/new");
  expect(new URL(visitor.url()).pathname).toBe("/login");
});

test("a draft from before a change made elsewhere says so, and gives way", async () => {
  const { id } = await publishes(haru);
  const page = await opens(`/projects/${id}/edit`, { as: haru, wide: true });
  await page.getByLabel("이름").fill("예전 생각");
  await saved(page);
  await call(haru, "PATCH", `/projects/${id}`, { text: "새 본문" });
  await page.reload();
  await page.getByText("이 글을 쓰던 사이에 프로젝트가 바뀌었어요.").waitFor();
  await page.getByRole("button", { name: "버리고 올라간 글로" }).click();
  expect(await page.getByLabel("이름").inputValue()).toBe("마당");
  await expect.poll(() => textOf(page)).toBe("새 본문");
});

test("everything works without JavaScript", async () => {
  const page = await visit("/projects/new", { as: haru, javaScriptEnabled: false });
  await fillsIn(page);
  await page.getByLabel("기술 스택").fill("Rust, 마루스크립트");
  await page.getByLabel("저장소 주소").fill("https://haru:secret@github.com/");
  await page.locator("[name=photoFile]").setInputFiles([picture("one.png")]);
  await source(page).fill("# 제목\n\n본문");
  await send(page);
  await page.getByText("https://로 시작하는 주소를 적어 주세요.").waitFor();
  expect(await source(page).inputValue()).toBe("# 제목\n\n본문");
  expect(await page.getByLabel("기술 스택").inputValue()).toBe("Rust, 마루스크립트");
  await page.getByLabel("저장소 주소").fill("");
  await page.locator("[name=photoFile]").setInputFiles([picture("one.png")]);
  await send(page);
  await page.waitForURL(/\/projects\/\d+$/);
  const id = idOf(page);
  const post = await seen(id);
  expect(post).toMatchObject({
    text: "# 제목\n\n본문",
    project: { openToChat: true, stack: [{ name: "Rust" }, { name: "마루스크립트" }] },
  });
  expect(post.media).toHaveLength(1);

  await page.goto(`/projects/${id}/edit`);
  await page.getByLabel("한 줄 소개").fill("고친 소개");
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await page.waitForURL(`**/projects/${id}`);
  expect(await seen(id)).toMatchObject({ project: { summary: "고친 소개" }, media: [{}] });
});

const stackOf = async (person: Person) =>
  (await call<{ stack: Named[] }>(null, "GET", `/accounts/${person.handle}/stack`)).stack.map(
    ({ name }) => name,
  );

test("what somebody makes things with is asked at the beginning, and changed in the settings", async () => {
  const person = await joins("새로 온 이");
  const mine = (page: Page) => page.getByRole("combobox", { name: "무엇으로 만드나요?" });
  const page = await visit("/welcome", { as: person });
  await mine(page).fill("rust");
  await page.getByRole("option", { name: /^Rust 프로젝트/ }).click();
  await expectAccessible(page);
  await page
    .getByRole("button", { name: /마루로|시작|가기/ })
    .last()
    .click();
  await page.waitForURL(/\/$/);
  expect(await stackOf(person)).toEqual(["Rust"]);

  await page.goto("/settings/profile");
  await mine(page).fill("svelte");
  await page.getByRole("option", { name: /^Svelte 프로젝트/ }).click();
  await page.getByRole("button", { name: "Rust 빼기" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await page.waitForURL("**/@*");
  expect(await stackOf(person)).toEqual(["Svelte"]);

  const plain = await visit("/settings/profile", { as: person, javaScriptEnabled: false });
  await plain.getByLabel("무엇으로 만드나요?").fill("Svelte, Go");
  await plain.getByRole("button", { name: "저장", exact: true }).click();
  await plain.waitForURL("**/@*");
  expect(await stackOf(person)).toEqual(["Svelte", "Go"]);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the editor is accessible (${colorScheme})`, async () => {
    const { id } = await publishes(haru, {
      text: "# 왜\n\n```ts\nconst x: string = 'a'; // 주석\n```\n\n> 인용\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n",
    });
    const narrow = { colorScheme, viewport: { width: 320, height: 700 } };
    const page = await opens("/projects/new", { as: haru, ...narrow });
    await expectAccessible(page);
    expect(await widthTooMuch(page)).toBe(0);
    await send(page);
    // High enough for the lists: in a combobox the arrows scroll them, which axe does not know.
    await page.setViewportSize({ width: 320, height: 1200 });
    await editor(page).click();
    await page.keyboard.type("/");
    await page.getByRole("listbox", { name: "넣을 것" }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await stackField(page).click();
    await page.getByRole("option").first().waitFor();
    await expectAccessible(page);
    const edit = await opens(`/projects/${id}/edit`, { as: haru, wide: true, colorScheme });
    await edit.locator(".prose pre").waitFor();
    await expectAccessible(edit);
    await edit.setViewportSize({ width: 390, height: 844 });
    await looksAt(edit, "미리보기");
    await expectAccessible(edit);
    expect(await widthTooMuch(edit)).toBe(0);
  });
