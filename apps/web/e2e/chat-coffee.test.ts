import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { bubble, type Chat, field, writes } from "./chats.ts";
import { call, joins, type Person } from "./people.ts";
import { makes } from "./projects.ts";

const { visit } = testBrowser();
let doyun: Person;
let haru: Person;
let projectId: string;

beforeAll(async () => {
  [doyun, haru] = await Promise.all([joins("이도윤"), joins("김하루")]);
  projectId = (await makes(doyun, "잔디 정원", ["svelte"])).id;
});

const chatOf = async (person: Person) => (await call<{ items: Chat[] }>(person, "GET", "/chats")).items[0]!;

test("a coffee chat is asked for, accepted, ended and asked for again", async () => {
  const mine = await visit(`/projects/${projectId}`, { as: haru, wide: true });
  const theirs = await visit("/chat", { as: doyun, wide: true, live: true });
  await theirs.getByRole("heading", { name: "아직 대화가 없어요" }).waitFor();

  await mine.getByRole("button", { name: "커피챗 청하기" }).click();
  const sheet = mine.getByRole("dialog");
  await sheet.getByRole("textbox", { name: "첫 메시지" }).fill("위젯을 어떻게 만드셨나요?");
  await expectAccessible(mine);
  await sheet.getByRole("button", { name: "요청 보내기" }).click();
  await mine.waitForURL("**/chat/*");
  await mine.getByText("대답을 기다리고 있어요", { exact: true }).waitFor();
  expect(await chatOf(haru)).toMatchObject({ status: "pending" });

  await theirs.getByRole("link", { name: "요청 1" }).click();
  await theirs.getByRole("link", { name: /김하루/ }).click();
  await bubble(theirs, "위젯을 어떻게 만드셨나요?").waitFor();
  await theirs.getByText("수락하면 메시지를 쓸 수 있어요.").waitFor();
  await expectAccessible(theirs);
  await theirs.getByRole("button", { name: "수락" }).click();
  await theirs.getByText("커피챗 대화 중").waitFor();
  await mine.getByText("커피챗 대화 중").waitFor();
  await mine.getByText("이도윤 님이 커피챗을 수락했어요.").waitFor();
  await writes(theirs, "천천히 이야기해요");
  await bubble(mine, "천천히 이야기해요").waitFor();

  await mine.getByRole("button", { name: "마치기" }).click();
  await mine.getByText("대화를 마쳤어요.", { exact: true }).first().waitFor();
  await theirs.getByRole("button", { name: "다시 요청하기" }).waitFor();
  expect(await field(theirs).count()).toBe(0);
  await theirs.getByRole("button", { name: "다시 요청하기" }).click();
  await theirs.getByText("대답을 기다리고 있어요", { exact: true }).waitFor();
  await mine.getByRole("button", { name: "거절" }).click();
  await mine.getByText("커피챗을 거절했어요.").first().waitFor();
  expect(await chatOf(haru)).toMatchObject({ status: "declined" });
});

test("where there is a chat already, the sheet says so and leads there", async () => {
  const [ann, ben] = await Promise.all([joins("앤"), joins("벤")]);
  const { id } = await makes(ben, "벽시계", ["svelte"]);
  const { id: chatId } = await call<Chat>(ann, "POST", "/chats", { with: ben.handle, projectId: id });
  const page = await visit(`/projects/${id}`, { as: ann });
  await page.getByRole("button", { name: "커피챗 청하기" }).click();
  await page.getByText("이미 청한 대화가 있어요.").waitFor();
  await page.getByRole("link", { name: "대화로 가기" }).click();
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/chat/${chatId}`);
});

test("a project that is closed to it offers none, and neither does one's own", async () => {
  const closed = await makes(doyun, "조용한 공방", ["svelte"], { openToChat: false });
  for (const [person, id] of [
    [haru, closed.id],
    [doyun, projectId],
  ] as const) {
    const page = await visit(`/projects/${id}`, { as: person, wide: true });
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    expect(await page.getByRole("button", { name: "커피챗 청하기" }).count()).toBe(0);
  }
});

test("who may write directly is chosen in the settings, and whoever may not is told in words", async () => {
  const shut = await joins("문닫은 이웃");
  const settings = await visit("/settings/privacy", { as: shut });
  const choice = settings.getByRole("group", { name: "나에게 바로 메시지를 보낼 수 있는 사람" });
  expect(await choice.getByRole("radio", { name: "내가 팔로우하는 사람" }).isChecked()).toBe(true);
  await choice.getByText("아무도").click();
  await settings.getByText("저장했어요").waitFor();
  await settings.reload();
  expect(await choice.getByRole("radio", { name: "아무도" }).isChecked()).toBe(true);
  await expectAccessible(settings);
  await expect(call(haru, "POST", "/chats", { with: shut.handle, kind: "direct" })).rejects.toThrow("403");

  // A page that was open before: the server has the last word.
  const page = await visit(`/@${shut.handle}`, { as: haru });
  await page.getByRole("button", { name: "메시지", exact: true }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "첫 메시지" }).fill("안녕하세요");
  await page.route("**/api/v1/chats", (route) =>
    route.fulfill({
      status: 403,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "/problems/chat-closed", title: "Closed", status: 403 }),
    }),
  );
  await page.getByRole("dialog").getByRole("button", { name: "보내기" }).click();
  await page.getByText("문닫은 이웃 님은 지금 메시지를 받지 않아요.").waitFor();
});

test("requests and their answers are told at the bell, and lead to the chat", async () => {
  const [ann, ben] = await Promise.all([joins("앤"), joins("벤")]);
  const { id } = await makes(ben, "나무 등", ["svelte"]);
  const chat = await call<Chat>(ann, "POST", "/chats", { with: ben.handle, projectId: id });
  const told = await visit("/notifications", { as: ben });
  await expect
    .poll(async () => {
      await told.reload();
      return told.locator("main li[data-kind=chat-request]").count();
    })
    .toBe(1);
  const row = told.locator("main li[data-kind=chat-request]");
  expect(await row.innerText()).toContain("앤 님이 커피챗을 청했어요.");
  await row.locator("a").first().click();
  await told.waitForURL(`**/chat/${chat.id}`);
  await call(ben, "PUT", `/chats/${chat.id}/status`, { status: "running" });
  const answered = await visit("/notifications", { as: ann });
  await expect
    .poll(async () => {
      await answered.reload();
      return answered.locator("main li[data-kind=chat-accepted]").count();
    })
    .toBe(1);
  expect(await answered.locator("main li[data-kind=chat-accepted]").innerText()).toContain(
    "벤 님이 커피챗을 수락했어요.",
  );
});

test("a phone shows the whole sheet and nothing beside it", async () => {
  const page = await visit(`/projects/${projectId}`, {
    as: await joins("작은 화면"),
    viewport: { width: 320, height: 640 },
  });
  await page.getByRole("button", { name: "커피챗 청하기" }).click();
  await page.getByRole("dialog").getByRole("textbox").waitFor();
  expect(await widthTooMuch(page)).toBe(0);
  await expectAccessible(page);
});
