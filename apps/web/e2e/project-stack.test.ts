import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./browser.ts";
import { call, joins, type Person } from "./people.ts";
import {
  chips,
  chosen,
  editor,
  gives,
  type Named,
  publishes,
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

const packageJson = {
  name: "package.json",
  kind: "application/json",
  data: JSON.stringify({ dependencies: { react: "19", next: "16" }, devDependencies: { typescript: "6" } }),
};

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
