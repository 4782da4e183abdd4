import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { type Cat, registers } from "./cats.ts";
import { call, joins, type Person } from "./people.ts";

const { visit } = testBrowser();
let haru: Person;

beforeAll(async () => {
  haru = await joins("김하루");
});

/** Somebody who is invited to live with a cat, and has been told so. */
async function isInvited(name: string): Promise<{ cat: Cat; person: Person }> {
  const [person, cat] = [await joins("윤서연"), await registers(haru, name)];
  await call(haru, "POST", `/cats/${cat.id}/invitations`, { handle: person.handle });
  await expect.poll(() => toldOf(person)).toEqual(["cat-invite"]);
  return { cat, person };
}
const toldOf = async (person: Person) =>
  (await call<{ items: { kind: string }[] }>(person, "GET", "/notifications")).items.map(({ kind }) => kind);
const isMine = async (person: Person, { id }: Cat) =>
  (await call<{ viewer: { isMine: boolean } }>(person, "GET", `/cats/${id}`)).viewer.isMine;
const row = "main li[data-kind=cat-invite]";

test("an invitation is accepted where it is told, and says so from then on", async () => {
  const { cat, person } = await isInvited("두부");
  const page = await visit("/notifications", { as: person });
  await page.getByRole("button", { name: "두부 초대 받아들이기" }).click();
  await page.locator(row).getByText("함께 돌보고 있어요").waitFor();
  expect(await page.locator(`${row} button`).count()).toBe(0);
  expect(await isMine(person, cat)).toBe(true);
  await page.reload();
  await page.locator(row).getByText("함께 돌보고 있어요").waitFor();
  expect(await page.locator(`${row} button`).count()).toBe(0);
});

test("a declined one says so, and is gone when the page is opened anew", async () => {
  const { cat, person } = await isInvited("먹물");
  const page = await visit("/notifications", { as: person });
  await page.getByRole("button", { name: "먹물 초대 거절" }).click();
  await page.locator(row).getByText("거절한 초대예요").waitFor();
  expect(await page.locator(`${row} button`).count()).toBe(0);
  expect(await isMine(person, cat)).toBe(false);
  await expect.poll(() => toldOf(person)).toEqual([]);
  await page.reload();
  expect(await page.locator(row).count()).toBe(0);
});

test("a page that is open hears that an invitation was taken back, or was answered elsewhere", async () => {
  const [first, second] = [await isInvited("콩"), await isInvited("팥")];
  const page = await visit("/notifications", { as: first.person, live: true });
  await page.locator(`${row} button`).first().waitFor();
  await call(haru, "DELETE", `/cats/${first.cat.id}/invitations/${first.person.handle}`);
  await page.locator(row).getByText("끝난 초대예요").waitFor();
  expect(await page.locator(`${row} button`).count()).toBe(0);

  const other = await visit("/notifications", { as: second.person });
  await other.locator(`${row} button`).first().waitFor();
  await call(second.person, "PUT", `/cats/${second.cat.id}/invitations/accept`);
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await other.locator(row).getByText("함께 돌보고 있어요").waitFor();
});

test("one that has ended without the page's knowing cannot be accepted, and no longer offers it", async () => {
  const { cat, person } = await isInvited("고을");
  const page = await visit("/notifications", { as: person });
  const accept = page.getByRole("button", { name: "고을 초대 받아들이기" });
  await accept.waitFor();
  // Deaf to what happens: only the answer to the form tells.
  await page.route("**/api/v1/cats/*", (route) => route.abort());
  await call(haru, "DELETE", `/cats/${cat.id}/invitations/${person.handle}`);
  await expect.poll(() => toldOf(person)).toEqual([]);
  // What the socket says may come later than that: the page hears again only when it has asked.
  const asked = page.waitForRequest((request) => request.url().includes("acceptCat"));
  await Promise.all([asked.then(() => page.unroute("**/api/v1/cats/*")), accept.click()]);
  await page.locator(row).getByText("끝난 초대예요").waitFor();
  expect(await page.locator(`${row} button`).count()).toBe(0);
});

test("it is answered without JavaScript too", async () => {
  const { cat, person } = await isInvited("단풍");
  const page = await visit("/notifications", { as: person, javaScriptEnabled: false });
  await page.getByRole("button", { name: "단풍 초대 받아들이기" }).click();
  await page.locator(row).getByText("함께 돌보고 있어요").waitFor();
  expect(await page.locator(`${row} button`).count()).toBe(0);
  expect(await isMine(person, cat)).toBe(true);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`an invitation is accessible, open and accepted, in English (${colorScheme})`, async () => {
    const { person } = await isInvited("Toast");
    const page = await visit("/notifications", {
      as: person,
      colorScheme,
      locale: "en-US",
      viewport: { width: 320, height: 700 },
    });
    await expectAccessible(page);
    expect(await widthTooMuch(page)).toBe(0);
    await page.getByRole("button", { name: "Accept the invitation for Toast" }).click();
    await page.locator(row).getByText("You look after it together").waitFor();
    await expectAccessible(page);
  });
