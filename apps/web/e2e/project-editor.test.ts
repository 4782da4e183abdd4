import { beforeAll, expect, test } from "vitest";
import { expectAccessible, widthTooMuch } from "./browser.ts";
import { joins, type Person } from "./people.ts";
import {
  chosen,
  editor,
  fillsIn,
  idOf,
  looksAt,
  picture,
  publishes,
  saved,
  seenBy,
  send,
  source,
  stackField,
  testEditor,
  textOf,
} from "./project-editor.ts";

const { visit, opens } = testEditor();
let haru: Person;
let minji: Person;

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
  const post = await seenBy(haru, idOf(page));
  expect(post).toMatchObject({
    text: "# 왜 만들었나요\n명령을 **한 줄**로.",
    visibility: "followers",
    project: {
      title: "maru-cli",
      summary: "한 줄로 마루를 세우는 명령줄 도구",
      repoUrl: "https://github.com/haru/maru",
      demoUrl: "https://maru.example/demo",
      stack: [{ name: "Rust" }, { name: "마루스크립트" }],
    },
  });
  expect(post.media.map(({ alt }) => alt)).toEqual(["", "먼저 고른 사진"]);
  // What was published is no draft any more.
  await page.goto("/projects/new");
  await editor(page).waitFor();
  expect(await page.getByLabel("이름").inputValue()).toBe("");
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

test("a project is changed by its maker and nobody else", async () => {
  const { id } = await publishes(haru, { openToChat: false, demoUrl: "https://maru.example/" });
  const page = await opens(`/projects/${id}/edit`, { as: haru, wide: true });
  expect(await textOf(page)).toBe("# 왜 만들었나요\n\n비질이 힘들어서요.");
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
  expect(await seenBy(haru, id)).toMatchObject({
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
  const post = await seenBy(haru, id);
  expect(post).toMatchObject({
    text: "# 제목\n\n본문",
    project: { stack: [{ name: "Rust" }, { name: "마루스크립트" }] },
  });
  expect(post.media).toHaveLength(1);

  await page.goto(`/projects/${id}/edit`);
  await page.getByLabel("한 줄 소개").fill("고친 소개");
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await page.waitForURL(`**/projects/${id}`);
  expect(await seenBy(haru, id)).toMatchObject({ project: { summary: "고친 소개" }, media: [{}] });
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
    await page.setViewportSize({ width: 320, height: 1400 });
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
