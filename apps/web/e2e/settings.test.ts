import { beforeEach, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, password, type Person } from "./people.ts";

/** A PNG of three by two pixels. */
const pixels =
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGM4UWEDQQxwFgBcbAjp75nRIAAAAABJRU5ErkJggg==";

const { visit } = testBrowser();
let haru: Person;

beforeEach(async () => {
  haru = await joins("김하루");
});

type Picture = { width: number; height: number; alt: string };
type Me = {
  email: string;
  settings: Record<string, unknown>;
  account: {
    displayName: string;
    bio: string;
    isPrivate: boolean;
    links: { label: string; url: string }[];
    avatar: Picture | null;
    header: Picture | null;
  };
};
const me = () => call<Me>(haru, "GET", "/me");

test.each([true, false])("name, bio and links are kept (JavaScript: %s)", async (javaScriptEnabled) => {
  const page = await visit("/settings/profile", { as: haru, javaScriptEnabled });
  await page.getByLabel("이름", { exact: true }).fill("김하루하루");
  await page.getByLabel("소개").fill("낮에는 Rust\n밤에는 고양이");
  await page.getByLabel("링크 1 이름").fill("정원");
  await page.getByLabel("링크 1 주소").fill("https://haru.garden/");
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await page.getByRole("heading", { name: "김하루하루" }).waitFor();
  expect((await me()).account).toMatchObject({
    displayName: "김하루하루",
    bio: "낮에는 Rust\n밤에는 고양이",
    links: [{ label: "정원", url: "https://haru.garden/" }],
  });
});

test("a link that is no web address is refused beside its field", async () => {
  const page = await visit("/settings/profile", { as: haru });
  await page.getByLabel("링크 1 주소").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await page.getByText("http:// 나 https:// 로 시작하는 주소를 적어 주세요.").waitFor();
  expect((await me()).account.links).toEqual([]);
});

test("pictures are framed, described, and changed when the profile is saved", async () => {
  const page = await visit("/settings/profile", { as: haru, wide: true });
  const file = { name: "face.png", mimeType: "image/png", buffer: Buffer.from(pixels, "base64") };
  for (const [place, alt] of [
    [0, "마루에서 본 산"],
    [1, "웃는 얼굴"],
  ] as const) {
    await page.locator("input[type=file]").nth(place).setInputFiles(file);
    const dialog = page.getByRole("dialog", { name: "사진 맞추기" });
    await dialog.getByLabel("사진 설명 (ALT)").fill(alt);
    if (place === 0) await expectAccessible(page);
    await dialog.getByRole("group").press("ArrowRight");
    await dialog.getByRole("button", { name: "이 사진으로" }).click();
    await dialog.waitFor({ state: "hidden" });
  }
  expect((await me()).account.avatar).toBeNull();
  await page.getByRole("button", { name: "저장", exact: true }).click();
  await page.waitForURL(`**/@${haru.handle}`);
  const { avatar, header } = (await me()).account;
  expect(avatar).toMatchObject({ alt: "웃는 얼굴" });
  expect(avatar?.width).toBe(avatar?.height);
  expect(header).toMatchObject({ alt: "마루에서 본 산", width: 3, height: 1 });
});

test("without JavaScript pictures are sent with the form, large ones too, and taken away again", async () => {
  const page = await visit("/settings/profile", { as: haru, javaScriptEnabled: false });
  const small = { name: "face.png", mimeType: "image/png", buffer: Buffer.from(pixels, "base64") };
  // What follows the end of a PNG is no part of the picture.
  const large = { ...small, buffer: Buffer.concat([small.buffer, Buffer.alloc(3_000_000)]) };
  const save = () => page.getByRole("button", { name: "저장", exact: true }).click();
  await page.locator("input[name=headerFile]").setInputFiles(large);
  await page.locator("input[name=avatarFile]").setInputFiles(small);
  await page.locator("input[name=avatarAlt]").fill("웃는 얼굴");
  await save();
  await page.waitForURL(`**/@${haru.handle}`);
  const { avatar, header } = (await me()).account;
  expect(avatar).toMatchObject({ alt: "웃는 얼굴", width: 3, height: 2 });
  expect(header).toMatchObject({ width: 3, height: 2 });

  await page.goto("/settings/profile");
  await page.locator("input[type=checkbox][name=avatarId]").check();
  await save();
  await page.waitForURL(`**/@${haru.handle}`);
  expect((await me()).account).toMatchObject({ avatar: null, header: { width: 3 } });

  await page.goto("/settings/profile");
  const text = { name: "face.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") };
  await page.locator("input[name=avatarFile]").setInputFiles(text);
  await save();
  await page.getByText("열 수 없는 사진이에요.").waitFor();
});

test("the password is changed by who knows it", async () => {
  const page = await visit("/settings/account", { as: haru });
  const change = async (current: string, next: string) => {
    await page.locator("#password-current").fill(current);
    await page.locator("#field-next").fill(next);
    await page.getByRole("button", { name: "비밀번호 바꾸기" }).click();
  };
  await change("not the password", "another-lattice-83-floor");
  await page.getByText("비밀번호가 맞지 않아요.").waitFor();
  await change(password, "another-lattice-83-floor");
  await page.getByText("비밀번호를 바꿨어요.").waitFor();
  const signIn = (secret: string) =>
    call(null, "POST", "/sessions", { login: haru.handle, password: secret });
  await expect(signIn(password)).rejects.toThrow("401");
  expect(await signIn("another-lattice-83-floor")).toHaveProperty("token");
});

test("a new e-mail address is asked for without JavaScript too; without mail the link is in the log", async () => {
  const page = await visit("/settings/account", { as: haru, javaScriptEnabled: false });
  await page.getByLabel("새 이메일").fill(`new-${haru.handle}@maru.example`);
  await page.locator("#email-password").fill(password);
  await page.getByRole("button", { name: "이메일 바꾸기" }).click();
  await page.getByText("새 이메일을 확인할 주소가 서버 기록에 남았어요.").waitFor();
  expect((await me()).email).toBe(`${haru.handle}@maru.example`);
});

test("an account goes only with its handle typed and its password", async () => {
  const page = await visit("/settings/account", { as: haru });
  await page.locator("summary").click();
  const leave = async (handle: string, secret: string) => {
    await page.getByLabel(/확인을 위해/).fill(handle);
    await page.locator("#delete-password").fill(secret);
    await page.getByRole("button", { name: "계정 지우기" }).click();
  };
  await leave("someone_else", password);
  await page.getByText("아이디를 똑같이 적어 주세요.").waitFor();
  await leave(haru.handle, "not the password");
  await page.getByText("비밀번호가 맞지 않아요.").waitFor();
  await leave(haru.handle, password);
  await page.getByText("계정을 지웠어요.").waitFor();
  await expect(call(null, "GET", `/accounts/${haru.handle}`)).rejects.toThrow("404");
});

test("an account becomes private at once, and blocks and mutes are taken back", async () => {
  const [blocked, muted] = [await joins("차단할이웃"), await joins("쉴이웃")];
  await call(haru, "PUT", `/accounts/${blocked.handle}/block`);
  await call(haru, "PUT", `/accounts/${muted.handle}/mute`);
  const page = await visit("/settings/privacy", { as: haru });
  await page.getByRole("switch").click();
  await page.getByText("저장했어요").waitFor();
  expect((await me()).account.isPrivate).toBe(true);

  await page.getByRole("button", { name: "차단할이웃 님 차단 풀기" }).click();
  await page.getByText("차단한 이웃이 없어요.").waitFor();
  await page.getByRole("button", { name: "쉴이웃 님 글 다시 보기" }).click();
  await page.getByText("글을 그만 보는 이웃이 없어요.").waitFor();
});

test("sessions have names of devices and can be ended", async () => {
  const other = await call<{ token: string }>(null, "POST", "/sessions", { login: haru.handle, password });
  const page = await visit("/settings/sessions", { as: haru });
  await page.getByText("이 기기").first().waitFor();
  await page.getByRole("button", { name: "다른 기기 모두 로그아웃" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "로그아웃" }).click();
  await page.getByText("이 기기에서만 들어와 있어요.").waitFor();
  await expect(call({ ...haru, token: other.token }, "GET", "/me")).rejects.toThrow("401");
  await me();
});

test("language, theme and shortcuts stay", async () => {
  const page = await visit("/settings/appearance", { as: haru, wide: true });
  await page.getByText("어둡게").click();
  await page.locator("html[data-theme=dark]").waitFor();
  await page.getByText("English", { exact: true }).last().click();
  await page.locator("html[lang=en][data-alive]").waitFor();
  await page.getByRole("switch").click();
  await page.getByText("Saved").waitFor();
  expect((await me()).settings).toMatchObject({ theme: "dark", locale: "en", shortcuts: false });
  await page.locator("h1:visible").click();
  await page.keyboard.press("?");
  expect(await page.locator("dialog[open]").count()).toBe(0);
});

test("visitors are sent to the door, and sections that do not exist are not there", async () => {
  const page = await visit("/settings");
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/login?next=%2Fsettings");
  const answer = await page.goto("/settings/nothing");
  expect(answer?.status()).toBe(404);
});

const sections = ["profile", "account", "privacy", "sessions", "appearance", "about"];
for (const colorScheme of ["light", "dark"] as const) {
  test.each(sections)(`settings/%s is accessible (${colorScheme})`, async (section) => {
    const page = await visit(`/settings/${section}`, {
      as: haru,
      colorScheme,
      viewport: { width: 320, height: 700 },
    });
    await expectAccessible(page);
    expect(await widthTooMuch(page)).toBe(0);
  });
}
