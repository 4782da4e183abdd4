import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeBreedModel } from "../../server/test/breed-model.ts";
import { expectAccessible, testBrowser } from "./browser.ts";
import { password, type Person } from "./people.ts";
import { startMaru } from "./start-server.ts";

const { visit } = testBrowser();
let folder: string;
let maru: Awaited<ReturnType<typeof startMaru>>;
let haru: Person;

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${maru.origin}/api/v1${path}`, {
    method,
    headers: {
      ...(body && { "content-type": "application/json" }),
      ...(haru && { authorization: `Bearer ${haru.token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** A model that tells pictures by their colours: red above is an Abyssinian, black all over is no cat. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-model-"));
  await writeBreedModel(folder);
  maru = await startMaru({ MARU_BREED_MODEL: folder });
  const person = { handle: "haru", displayName: "김하루", email: "haru@maru.example", password };
  const { token } = await call<{ token: string }>("POST", "/accounts", person);
  haru = { handle: "haru", name: "김하루", token };
}, 60_000);
afterAll(async () => {
  await maru.stop();
  await rm(folder, { recursive: true });
});

async function open(path: string, wide = true): Promise<Page> {
  const page = await visit("/login", { wide, baseURL: maru.origin });
  await page.context().addCookies([{ name: "maru_session", value: haru.token, url: maru.origin }]);
  await page.goto(path);
  await page.locator("html[data-alive]").waitFor();
  return page;
}

/** A picture whose upper half and lower half are of these colours. */
async function picture(page: Page, above: string, below: string) {
  const address = await page.evaluate(
    ([upper = "", lower = ""]) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [200, 200];
      const context = canvas.getContext("2d")!;
      for (const [index, colour] of [upper, lower].entries()) {
        context.fillStyle = colour;
        context.fillRect(0, index * 100, 200, 100);
      }
      return canvas.toDataURL("image/png");
    },
    [above, below],
  );
  return {
    name: "cat.png",
    mimeType: "image/png",
    buffer: Buffer.from(address.split(",")[1] ?? "", "base64"),
  };
}

const choose = async (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('input[type="file"]').last().setInputFiles(file);

test("a photo is looked at, and its breed begins a registration", async () => {
  const page = await open("/cats");
  await page.getByRole("button", { name: "품종 알아보기" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("사진은 이 서버 안에서만 살펴보고 바로 지워요.").waitFor();
  await choose(page, await picture(page, "#ff0000", "#000000"));
  await sheet.getByText("일 가능성이 커요").waitFor();
  await sheet.getByText("재미로 봐 주세요.").waitFor();
  expect(await sheet.getByRole("listitem").count()).toBe(5);
  await expectAccessible(page);
  await sheet.getByRole("link", { name: "이 품종으로 등록" }).click();
  await page.waitForURL("**/cats/new?breed=abyssinian");
  expect(await page.getByLabel("품종", { exact: true }).inputValue()).toBe("abyssinian");
});

test("where there is no cat, or no answer, it says so", async () => {
  const page = await open("/cats", false);
  await page.getByRole("button", { name: "품종 알아보기" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("어떤 고양이인가요?").waitFor();
  await choose(page, await picture(page, "#000000", "#000000"));
  await sheet.getByText("고양이를 찾지 못했어요").waitFor();
  expect(await sheet.getByRole("link", { name: "이 품종으로 등록" }).count()).toBe(0);
  await choose(page, await picture(page, "#808080", "#808080"));
  await sheet.getByText("잘 모르겠어요").waitFor();
  await choose(page, { name: "cat.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture at all") });
  await sheet.getByRole("alert").getByText("열 수 없는 사진이에요.").waitFor();

  await page.route("**/api/v1/cats/recognize", (route) =>
    route.fulfill({
      status: 429,
      headers: { "retry-after": "7" },
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "/problems/busy", title: "Busy", status: 429 }),
    }),
  );
  await sheet.getByRole("button", { name: "다시 보기" }).click();
  await sheet.getByText("지금 살펴볼 사진이 많아요. 7초 뒤에 다시 해 주세요.").waitFor();
  await page.keyboard.press("Escape");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
    .toBe("품종 알아보기");
});

test("the photo of a registration is looked at, and the guess can be taken", async () => {
  const page = await open("/cats/new");
  await choose(page, await picture(page, "#ff0000", "#000000"));
  await page.getByRole("button", { name: "이 사진으로" }).click();
  await page.getByText("같아요.").waitFor();
  await page.getByRole("button", { name: "적용하기" }).click();
  expect(await page.getByLabel("품종", { exact: true }).inputValue()).toBe("abyssinian");
  await page.getByLabel("이름").fill("보리");
  await page.getByRole("button", { name: "보리 등록하기" }).click();
  await page.getByRole("heading", { name: "보리", level: 1 }).waitFor();
  const { items } = await call<{ items: { breed: { id: string }; photo: object | null }[] }>(
    "GET",
    "/accounts/haru/cats",
  );
  expect(items[0]).toMatchObject({ breed: { id: "abyssinian" }, photo: expect.anything() });

  await page.getByRole("button", { name: "품종 알아보기" }).locator("visible=true").click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("일 가능성이 커요").waitFor();
  await sheet.getByText("사실은 다른 품종이에요").click();
  await sheet.getByLabel("사실은", { exact: true }).selectOption("bengal");
  expect(await sheet.getByRole("switch").isChecked()).toBe(false);
  await sheet.getByRole("switch").check();
  await sheet.getByRole("button", { name: "알려 주기" }).click();
  await sheet.getByText("이 사진으로 더 배워 볼게요.").waitFor();
  await sheet.getByRole("button", { name: "거두기" }).click();
  await sheet.getByRole("button", { name: "알려 주기" }).waitFor();
  await sheet.getByRole("button", { name: "보리 프로필에 적용하기" }).click();
  await page.getByText("보리의 품종을 적어 두었어요").waitFor();
});
