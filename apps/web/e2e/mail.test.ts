import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startMailSink, textOf } from "../../server/test/mail-sink.ts";
import { testBrowser } from "./browser.ts";
import { password } from "./people.ts";
import { startMaru } from "./start-server.ts";

const { visit } = testBrowser();
let sink: Awaited<ReturnType<typeof startMailSink>>;
let maru: Awaited<ReturnType<typeof startMaru>>;
beforeAll(async () => {
  sink = await startMailSink(0);
  maru = await startMaru({ MARU_SMTP_URL: sink.url });
}, 60_000);
afterAll(async () => {
  await maru.stop();
  await sink.stop();
});

const nextPassword = "another-lattice-83-floor";
const open = (path: string) => visit(path, { baseURL: maru.origin });
const linkIn = (mail: string) => /http:\/\/localhost:\d+\/\w+\/[\w-]{43}/.exec(textOf(mail))![0];

async function joins(handle: string) {
  const person = { handle, displayName: "김하루", email: `${handle}@maru.example`, password };
  const response = await fetch(`${maru.origin}/api/v1/accounts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(person),
  });
  expect(response.status).toBe(201);
  return person;
}

async function signIn(page: Page, login: string, secret: string) {
  await page.getByLabel("이메일 또는 아이디").fill(login);
  await page.getByLabel("비밀번호", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "로그인", exact: true }).click();
}

test("a forgotten password is set anew by the mailed link, once, and ends every session", async () => {
  const { handle } = await joins("forgetful");
  const elsewhere = await open("/login?next=%2Fbookmarks");
  await signIn(elsewhere, handle, password);
  await elsewhere.waitForURL("**/bookmarks");

  const page = await open("/forgot");
  await page.getByLabel("이메일 또는 아이디").fill(handle);
  await page.getByRole("button", { name: "주소 받기" }).click();
  await page.getByText("메일을 보냈어요.").waitFor();
  const link = linkIn(await sink.next());
  await page.goto(link);
  await page.getByLabel("새 비밀번호").fill(nextPassword);
  await page.getByRole("button", { name: "비밀번호 바꾸기" }).click();
  await page.getByText("새 비밀번호로 들어와 주세요.").waitFor();

  await elsewhere.reload();
  await elsewhere.waitForURL("**/login?next=%2Fbookmarks");
  await signIn(page, handle, password);
  await page.getByText("아이디나 비밀번호가 맞지 않아요.").waitFor();
  await signIn(page, handle, nextPassword);
  await page.getByRole("link", { name: "오늘 마루엔 어떤 이야기를?" }).waitFor();

  await page.goto(link);
  await page.getByLabel("새 비밀번호").fill("yet-another-lattice-84");
  await page.getByRole("button", { name: "비밀번호 바꾸기" }).click();
  await page.getByText("이 주소는 이제 쓸 수 없어요.").waitFor();
  expect(sink.waiting()).toBe(0);
});

test("a new e-mail address is the person's when its link is pressed, once", async () => {
  const { handle } = await joins("moving");
  const page = await open("/login?next=%2Fsettings%2Faccount");
  await signIn(page, handle, password);
  await page.getByLabel("새 이메일").fill("moved@maru.example");
  await page.locator("#email-password").fill(password);
  await page.getByRole("button", { name: "이메일 바꾸기" }).click();
  await page.getByText("moved@maru.example 주소로 메일을 보냈어요.").waitFor();
  await page.getByText(`${handle}@maru.example`).waitFor();

  const mails = [await sink.next(), await sink.next()];
  const link = linkIn(mails.find((mail) => mail.includes("To: moved@maru.example"))!);
  for (const words of ["이메일을 moved@maru.example 주소로 바꿨어요.", "이 주소는 이제 쓸 수 없어요."]) {
    await page.goto(link);
    await page.getByRole("button", { name: "네, 제 이메일이에요" }).click();
    await page.getByText(words).waitFor();
  }
  await page.goto("/settings/account");
  await page.getByText("지금 쓰는 주소: moved@maru.example").waitFor();
  expect((await sink.next()).includes(`To: ${handle}@maru.example`)).toBe(true);
});
