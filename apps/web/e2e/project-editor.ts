import type { Locator, Page } from "playwright-core";
import { testBrowser } from "./browser.ts";
import { call, type Person } from "./people.ts";

/** A PNG of three by two pixels. */
const pixels =
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGM4UWEDQQxwFgBcbAjp75nRIAAAAABJRU5ErkJggg==";
export const picture = (name: string) => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(pixels, "base64"),
});
export const png = (name: string) => ({ name, kind: "image/png", data: pixels });

export type Named = { name: string };
export type Project = {
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

export const publishes = (person: Person, more: object = {}) =>
  call<Project>(person, "POST", "/projects", {
    title: "마당",
    summary: "한 줄로 마당을 쓰는 도구",
    text: "# 왜 만들었나요\n\n비질이 힘들어서요.",
    stack: ["Rust"],
    ...more,
  });
export const idOf = (page: Page) => /\/projects\/(\d+)$/.exec(page.url())?.[1] ?? "";
export const seenBy = (person: Person, id: string) => call<Project>(person, "GET", `/projects/${id}`);

export const source = (page: Page) => page.getByRole("textbox", { name: "본문 (마크다운)" });
export const editor = (page: Page) => page.locator(".cm-content");
export const stackField = (page: Page) => page.getByRole("combobox", { name: "기술 스택" });
export const chips = (page: Page) => page.getByRole("list", { name: "고른 기술" }).getByRole("listitem");
export const chosen = async (page: Page) => (await chips(page).allTextContents()).map((text) => text.trim());
/** The mark in the head of the page, of which the phone has one of its own. */
export const saved = (page: Page, words = "방금 저장됨") =>
  page.locator("[data-saved]").filter({ hasText: words, visible: true }).waitFor();
export const looksAt = (page: Page, view: "쓰기" | "미리보기") =>
  page.getByRole("group", { name: "보기" }).getByText(view).click();
export const textOf = (page: Page) =>
  editor(page).evaluate((element) =>
    [...element.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"),
  );
export const send = (page: Page) => page.getByRole("button", { name: "올리기", exact: true }).click();

/** As `testBrowser`; `opens` is a visit to a page whose editor is there. */
export function testEditor() {
  const { visit } = testBrowser();
  async function opens(path: string, options: Parameters<typeof visit>[1]) {
    const page = await visit(path, options);
    await editor(page).waitFor();
    return page;
  }
  return { visit, opens };
}

export async function fillsIn(page: Page) {
  await page.getByLabel("이름").fill("maru-cli");
  await page.getByLabel("한 줄 소개").fill("한 줄로 마루를 세우는 명령줄 도구");
}

/** Hands files over as a clipboard or a hand does. */
export async function gives(
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
