import { beforeAll, expect, test } from "vitest";
import { call, joins, password, type Person } from "./people.ts";
import {
  chosen,
  editor,
  fillsIn,
  type Project,
  publishes,
  saved,
  send,
  stackField,
  testEditor,
  textOf,
} from "./project-editor.ts";

const { visit, opens } = testEditor();
let haru: Person;

beforeAll(async () => {
  haru = await joins("김하루");
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
