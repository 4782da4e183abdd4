import { beforeAll, expect, test, vi } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { type Film, isCritic, makesFilm, moderates, reviews } from "./films.ts";
import { call, joins, type Person } from "./people.ts";
import { ownSite } from "./site.ts";

ownSite();
const { visit } = testBrowser();
let haru: Person;
let critic: Person;
let laundry: Film;
let covered: { id: string };

beforeAll(async () => {
  const editor = await moderates("윤편집");
  critic = await isCritic("정우진");
  haru = await joins("김하루");
  laundry = await makesFilm(editor, "달빛 세탁소", { people: [{ name: "한서림", role: "director" }] });
  await call(haru, "PUT", `/accounts/${critic.handle}/follow`);
  covered = await reviews(critic, laundry.id, "범인은 세탁기였다.", { spoiler: true });
  const finds = async (type: string, q: string) =>
    Object.values(
      await call<Record<string, { items: unknown[] }>>(null, "GET", `/search?q=${q}&type=${type}`),
    );
  await vi.waitUntil(async () => (await finds("films", "세탁소"))[0]?.items.length === 1, {
    timeout: 10_000,
  });
  await vi.waitUntil(async () => (await finds("film-people", "한서림"))[0]?.items.length === 1, {
    timeout: 10_000,
  });
}, 60_000);

test("a film is put on a post, and gathers what is written about it", async () => {
  const page = await visit("/compose", { as: haru, wide: true });
  await page.getByRole("textbox", { name: "내용" }).fill("비 오는 날 다시 봤어요.");
  await page.getByRole("button", { name: "영화" }).click();
  const panel = page.getByRole("group", { name: "글에 담을 영화 고르기" });
  await panel.getByRole("searchbox", { name: "영화 제목 찾기" }).fill("달빛");
  await panel.getByRole("button", { name: /^달빛 세탁소/ }).click();
  await panel.getByRole("button", { name: /^달빛 세탁소/, pressed: true }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "올리기", exact: true }).click();
  await page.waitForURL("**/posts/*");
  await page.getByRole("list", { name: "이 글의 영화" }).getByRole("link", { name: "달빛 세탁소" }).click();
  await page.getByRole("heading", { name: "달빛 세탁소", level: 1 }).waitFor();
  await page.getByRole("link", { name: "글 모두 보기" }).click();
  await page.getByText("비 오는 날 다시 봤어요.").waitFor();
  await page.getByRole("button", { name: "달빛 세탁소 이야기 팔로우" }).click();
  await page.getByRole("button", { name: "달빛 세탁소 이야기 팔로우", pressed: true }).waitFor();
});

test("a review in the home says what it gives and by whom, and what gives the film away is covered", async () => {
  const page = await visit("/", { as: haru });
  const review = page.locator(`[data-post="${covered.id}"]`);
  await review.getByText("이 시대의 평론가", { exact: true }).waitFor();
  await review.getByText("연출 9 · 음악 7").waitFor();
  expect(await review.getByText("범인은 세탁기였다.").isVisible()).toBe(false);
  await review.getByText("스포일러가 있는 리뷰예요").click();
  await review.getByText("범인은 세탁기였다.").waitFor();

  await review.getByRole("button", { name: "공감 0", exact: true }).click();
  await review.getByRole("button", { name: "공감 1", exact: true, pressed: true }).waitFor();
  const plain = await visit(`/posts/${covered.id}`, { as: haru, javaScriptEnabled: false });
  await plain.getByRole("button", { name: /^비공감/ }).click();
  const standing = () =>
    call<{ items: object[] }>(haru, "GET", `/reviews/standings?ids=${covered.id}`).then(
      ({ items }) => items[0],
    );
  await expect.poll(standing).toMatchObject({ likes: 0, dislikes: 1, vote: "dislike" });
  const others = await visit(`/posts/${covered.id}`);
  expect(await others.locator('meta[property="og:description"]').getAttribute("content")).not.toContain(
    "범인",
  );
});

test("films and those who make them are found", async () => {
  const page = await visit("/search", { as: haru });
  await page.getByRole("combobox").fill("달빛");
  await page.getByRole("option", { name: /달빛 세탁소/ }).waitFor();
  await page.goto("/search?q=세탁소&type=films");
  await page.getByRole("article", { name: "달빛 세탁소" }).waitFor();
  await page.goto("/search?q=한서림");
  await page.getByRole("heading", { name: "영화인" }).waitFor();
  await page.getByRole("link", { name: "한서림", exact: true }).click();
  await page.waitForURL("**/films/people/*");
  await expect.poll(() => page.getByRole("article", { name: "달빛 세탁소" }).count()).toBe(1);
});

test("a profile has a place for what somebody thinks of films", async () => {
  const page = await visit(`/@${critic.handle}`, { as: haru, viewport: { width: 320, height: 800 } });
  await page.getByRole("navigation").getByRole("link", { name: "영화", exact: true }).click();
  await page.waitForURL("**/films");
  await page.getByText("표 0 · 리뷰 1").waitFor();
  await page.getByRole("feed", { name: "정우진 님의 리뷰" }).getByRole("article").waitFor();
  await expectAccessible(page);
  expect(await widthTooMuch(page)).toBe(0);
});
