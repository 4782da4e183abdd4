import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./browser.ts";
import { begins, bubble, type Chat, field, joinsOpenly, saidIn, says, writes } from "./chats.ts";
import { call, type Person } from "./people.ts";

const { visit } = testBrowser();
let haru: Person;
let doyun: Person;
let chat: Chat;

beforeAll(async () => {
  [haru, doyun] = await Promise.all([joinsOpenly("김하루"), joinsOpenly("이도윤")]);
  chat = await begins(haru, doyun);
});

const texts = async () => (await saidIn(doyun, chat)).map(({ text }) => text);
const open = () => visit(`/chat/${chat.id}`, { as: haru, wide: true, live: true, cut: true });

test("what was written without a connection is kept, and sent once and in order when there is one, by whichever page is open", async () => {
  const page = await open();
  await page.context().setOffline(true);
  await writes(page, "첫째 말");
  await writes(page, "둘째 말");
  await page
    .locator("[data-outgoing=waiting]")
    .filter({ hasText: "둘째 말" })
    .getByText("연결되면 보내요")
    .waitFor();
  expect(await texts()).not.toContain("첫째 말");

  // The page is closed; another one, not even of the chat, finds what was left.
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const other = await context.newPage();
  await other.goto("/explore");
  await expect.poll(texts).toEqual(expect.arrayContaining(["첫째 말", "둘째 말"]));
  await other.goto(`/chat/${chat.id}`);
  await bubble(other, "둘째 말").waitFor();
  await expect.poll(() => other.locator("[data-outgoing]").count()).toBe(0);
  expect((await texts()).filter((text) => text.endsWith("째 말"))).toEqual(["첫째 말", "둘째 말"]);
});

test("it survives a reload, and two pages send it once", async () => {
  const page = await open();
  const second = await page.context().newPage();
  await second.goto(`/chat/${chat.id}`);
  await second.locator("html[data-alive]").waitFor();
  await page.route("**/api/v1/chats/*/messages", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.context().setOffline(true);
  await writes(page, "두 장이 열려 있어요");
  await second.locator("[data-outgoing=waiting]").filter({ hasText: "두 장이 열려 있어요" }).waitFor();
  await page.context().setOffline(false);
  await bubble(page, "두 장이 열려 있어요").waitFor();
  await bubble(second, "두 장이 열려 있어요").waitFor();
  await page.reload();
  await bubble(page, "두 장이 열려 있어요").waitFor();
  expect((await texts()).filter((text) => text === "두 장이 열려 있어요")).toHaveLength(1);
});

test("a server that is not there for a moment loses nothing", async () => {
  const page = await open();
  let failures = 2;
  // Without the live connection everything goes over HTTP.
  await page.context().routeWebSocket(/\/socket/, (socket) => socket.close());
  await page.route(/\/socket\//, (route) => route.abort());
  await page.reload();
  await page.locator("html[data-alive]").waitFor();
  await page.route("**/api/v1/chats/*/messages", (route) =>
    route.request().method() === "POST" && failures-- > 0 ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await writes(page, "조금 늦게 가는 말");
  await writes(page, "그다음 말");
  await expect
    .poll(texts, { timeout: 15_000 })
    .toEqual(expect.arrayContaining(["조금 늦게 가는 말", "그다음 말"]));
  const said = (await texts()).filter((text) => /늦게 가는|그다음/.test(text));
  expect(said).toEqual(["조금 늦게 가는 말", "그다음 말"]);
});

test("what the rules refuse stays with its reason, and can be sent again or dropped", async () => {
  const [ann, ben] = await Promise.all([joinsOpenly("앤"), joinsOpenly("벤")]);
  const coffee = await call<Chat>(ann, "POST", "/chats", { with: ben.handle, kind: "coffee" });
  await call(ben, "PUT", `/chats/${coffee.id}/status`, { status: "running" });
  const page = await visit(`/chat/${coffee.id}`, { as: ann, wide: true, live: true, cut: true });
  await page.context().setOffline(true);
  await writes(page, "마친 뒤에 도착할 말");
  await call(ben, "PUT", `/chats/${coffee.id}/status`, { status: "stopped" });
  await page.context().setOffline(false);
  const refused = page.locator("[data-outgoing=refused]");
  await refused.getByText("마친 대화라 보낼 수 없어요.").waitFor();
  await refused.getByText("전송 못 함").waitFor();
  await page.reload();
  await refused.getByRole("button", { name: "다시 보내기" }).click();
  await refused.getByText("마친 대화라 보낼 수 없어요.").waitFor();
  await refused.getByRole("button", { name: "지우기" }).click();
  await expect.poll(() => refused.count()).toBe(0);
});

test("after a break the page asks for what it has missed, new and changed", async () => {
  const page = await open();
  const kept = await says(doyun, chat, "고쳐질 말");
  await bubble(page, "고쳐질 말").waitFor();
  await page.context().setOffline(true);
  await says(doyun, chat, "끊긴 사이의 말");
  await call(doyun, "PATCH", `/chats/${chat.id}/messages/${kept.seq}`, { text: "고쳐진 말" });
  await page.context().setOffline(false);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await bubble(page, "끊긴 사이의 말").waitFor();
  await bubble(page, "고쳐진 말").waitFor();
  expect(await field(page).count()).toBe(1);
});
