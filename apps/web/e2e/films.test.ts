import type { Page } from "playwright-core";
import { beforeAll, expect, test, vi } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { type Film, filmSeenBy, isCritic, makesFilm, moderates, reviews, votes } from "./films.ts";
import { call, joins, type Person } from "./people.ts";
import { ownSite } from "./site.ts";

ownSite();
const { visit } = testBrowser();
let editor: Person;
let critics: Person[];
let haru: Person;
let laundry: Film;
let troupe: Film;
let snow: Film;

const ranked = (id: string) =>
  vi.waitUntil(async () => (await filmSeenBy(null, id)).score.charted, { timeout: 10_000 });

beforeAll(async () => {
  editor = await moderates("윤편집");
  critics = [];
  for (let number = 1; number <= 9; number++) critics.push(await isCritic(`평론가 ${number}`));
  haru = await joins("김하루");
  laundry = await makesFilm(editor, "달빛 세탁소", {
    title: { ko: "달빛 세탁소", en: "Moonlight Laundry", original: "달빛 세탁소" },
    runtimeMinutes: 118,
    ageRating: "12",
    synopsis: { ko: "밤에만 문을 여는 코인 세탁소.", en: null },
    people: [
      { name: "한서림", role: "director" },
      { name: "서지안", role: "actor", character: "말순" },
    ],
    platforms: [{ platform: "watcha", kind: "stream" }],
  });
  troupe = await makesFilm(editor, "그림자 극단", { genres: ["thriller"], year: 2024 });
  snow = await makesFilm(editor, "삼백 번째 첫눈", { genres: ["romance"] });
  for (const critic of critics) {
    await votes(critic, laundry.id, "like");
    await votes(critic, troupe.id, "dislike");
  }
  await reviews(critics[0]!, laundry.id, "얼룩을 간직하는 이야기였다.");
  await reviews(critics[1]!, laundry.id, "범인은 세탁기였다.", { spoiler: true });
  await ranked(laundry.id);
  await ranked(troupe.id);
}, 120_000);

const chart = (page: Page) => page.getByRole("list", { name: /순위|영화|모으는/ }).first();
const titles = (page: Page) => chart(page).getByRole("article").getByRole("heading").allInnerTexts();

test("the chart ranks what has enough opinions, and shows the rest apart", async () => {
  const page = await visit("/films", { as: haru, wide: true });
  expect(await titles(page)).toEqual(["달빛 세탁소", "그림자 극단"]);
  await chart(page).getByText("1위").waitFor({ state: "attached" });
  await page.getByRole("link", { name: "아직 표를 모으는 영화 보기" }).click();
  await page.waitForURL("**/films?chart=thin");
  await expect.poll(() => titles(page)).toEqual(["삼백 번째 첫눈"]);
});

test("the chart is narrowed by tier, genre and person, with an address for it", async () => {
  const page = await visit("/films", { as: haru, wide: true });
  const tier = page.getByRole("navigation", { name: "등급" });
  await tier.getByRole("link", { name: "아… 시간아까워" }).click();
  await page.waitForURL("**/films?tier=0");
  await expect.poll(() => titles(page)).toEqual(["그림자 극단"]);
  await tier.getByRole("link", { name: "전체" }).click();
  await page.waitForURL("**/films");
  await page.getByRole("combobox", { name: "장르" }).selectOption({ label: "드라마" });
  await page.waitForURL("**/films?genre=drama");
  await expect.poll(() => titles(page)).toEqual(["달빛 세탁소"]);
  await page.getByRole("link", { name: "조건 지우기" }).click();
  await expect.poll(() => titles(page)).toEqual(["달빛 세탁소", "그림자 극단"]);

  await page.getByRole("link", { name: "달빛 세탁소" }).click();
  await page.getByRole("link", { name: "한서림" }).first().click();
  await page.getByRole("heading", { name: "한서림", level: 1 }).waitFor();
  await page.getByText("감독 1편").waitFor();
  await page.getByRole("article", { name: "달빛 세탁소" }).waitFor();
});

test("a vote shows at once, says what it weighs, and is there after a reload", async () => {
  const page = await visit(`/films/${laundry.id}`, { as: haru, wide: true });
  await page.getByText("뉴비의 한 표는 0.05표로 더해져요.").waitFor();
  await page.getByText("내 표의 무게는 3일·5편 뒤에 커져요.").first().waitFor();
  const like = page.getByRole("button", { name: /^좋았어요/ });
  expect(await like.getAttribute("aria-label")).toBe("좋았어요 9");
  await like.click();
  await page.getByRole("button", { name: "좋았어요 10", pressed: true }).waitFor();
  await page.getByText("뉴비라 0.05표를 더했어요.").waitFor();
  await page.reload();
  await page.getByRole("button", { name: /^좋았어요/, pressed: true }).waitFor();
  await vi.waitUntil(async () => (await filmSeenBy(haru, laundry.id)).counts.likes === 10, {
    timeout: 10_000,
  });
  await page.reload();
  await page.getByRole("button", { name: "좋았어요 10", pressed: true }).waitFor();

  await page.getByRole("button", { name: "별로예요 0" }).click();
  await page.getByRole("button", { name: "별로예요 1", pressed: true }).waitFor();
  await page.getByRole("button", { name: "좋았어요 9", pressed: false }).waitFor();
  await expect.poll(async () => (await filmSeenBy(haru, laundry.id)).viewer?.vote).toBe("dislike");
});

test("the score says what it is made of, and follows a vote", async () => {
  const page = await visit(`/films/${snow.id}`, { as: critics[0], wide: true });
  const card = page.getByRole("region", { name: "마루 점수" });
  await card.getByText("73.1 = 바탕 73.1 (100%) + 회원 – (0%)").waitFor();
  await card.getByText("아직 표를 모으고 있어요.").waitFor();
  await page.getByRole("button", { name: "좋았어요 0" }).click();
  await page.getByText("이 시대의 평론가라 2.5표를 더했어요.").waitFor();
  await card.getByText(/회원 100\.0 \(\d+%\)/).waitFor();
  expect(await card.getByText("이 시대의 평론가", { exact: true }).count()).toBe(1);
});

test("a review is written once, and changed afterwards", async () => {
  const [page, other] = [
    await visit(`/films/${laundry.id}`, { as: haru, wide: true }),
    await visit(`/films/${laundry.id}/review`, { as: haru, wide: true }),
  ];
  await page.getByRole("link", { name: "다섯 가지 항목으로 리뷰를 남겨 보세요" }).click();
  await page.getByRole("button", { name: "리뷰 올리기" }).click();
  await page.getByText("한 가지 항목에는 점수를 매겨 주세요.").waitFor();
  await page.getByText("감상을 한 줄이라도 적어 주세요.").waitFor();
  await page.getByRole("radiogroup", { name: "영상미" }).getByText("9", { exact: true }).click();
  await page.getByRole("textbox", { name: "감상" }).fill("물소리가 오래 남는 영화예요.");
  await page.getByRole("button", { name: "리뷰 올리기" }).click();
  const own = page.locator("#reviews article").filter({ hasText: "물소리가 오래 남는" });
  await own.getByText("영상미 9").waitFor();

  await other.getByRole("radiogroup", { name: "음악" }).getByText("3", { exact: true }).click();
  await other.getByRole("textbox", { name: "감상" }).fill("두 번째");
  await other.getByRole("button", { name: "리뷰 올리기" }).click();
  await other.getByText("이 영화에는 이미 리뷰를 썼어요.").waitFor();

  await page.getByRole("link", { name: "내 리뷰 고치기" }).click();
  await page.waitForURL("**/review");
  await page.getByRole("radiogroup", { name: "음악" }).getByText("10", { exact: true }).click();
  await page.getByRole("button", { name: "저장" }).click();
  await page.waitForURL(`**/films/${laundry.id}#reviews`);
  await own.getByText("영상미 9 · 음악 10").waitFor();
  expect(await own.count()).toBe(1);
});

test("a review that gives things away is covered until it is asked for", async () => {
  const page = await visit(`/films/${laundry.id}`, { as: haru });
  const words = page.getByText("범인은 세탁기였다.");
  expect(await words.isVisible()).toBe(false);
  await page.getByText("스포일러가 있는 리뷰예요").click();
  await words.waitFor();
});

test("sympathy moves the points of the author, of which only they hear", async () => {
  const author = await joins("오라온");
  const { id } = await reviews(author, troupe.id, "그래도 조명은 좋았다.");
  const page = await visit(`/films/${troupe.id}`, { as: critics[2], wide: true });
  const review = page.locator(`[data-post="${id}"]`);
  await review.getByRole("button", { name: "공감 0", exact: true }).click();
  await review.getByRole("button", { name: "공감 1", exact: true, pressed: true }).waitFor();

  const own = await visit("/films/rank", { as: author });
  await vi.waitUntil(async () => {
    await own.reload();
    return own.getByText("좋아요 · 이 시대의 평론가").isVisible();
  });
  await own.getByText("내 표 = 0.05표").waitFor();
  await own.getByRole("meter", { name: "평론가 점수" }).waitFor();
  await own.getByRole("link", { name: "그림자 극단 리뷰" }).waitFor();
  await expectAccessible(own);

  const others = await visit(`/@${author.handle}/films`, { as: haru });
  await others.getByText("뉴비", { exact: true }).first().waitFor();
  await others.getByText("그래도 조명은 좋았다.").waitFor();
  expect(await others.getByText(/\d점/).count()).toBe(0);
});

test("all of it works without JavaScript", async () => {
  const reader = await joins("한준호");
  const page = await visit(`/films/${troupe.id}`, { as: reader, javaScriptEnabled: false });
  await page.getByRole("button", { name: /^별로예요/ }).click();
  await page.getByRole("button", { name: /^별로예요/, pressed: true }).waitFor();
  await page.getByRole("button", { name: "나중에 보기" }).click();
  await page.getByRole("link", { name: "다섯 가지 항목으로 리뷰를 남겨 보세요" }).click();
  await page.getByRole("radiogroup", { name: "이야기" }).getByText("4", { exact: true }).click();
  await page.getByRole("textbox", { name: "감상" }).fill("졸렸어요.");
  await page.getByRole("button", { name: "리뷰 올리기" }).click();
  await page.waitForURL(`**/films/${troupe.id}?reviews=latest#reviews`);
  await page.getByText("졸렸어요.").waitFor();
  expect((await filmSeenBy(reader, troupe.id)).viewer).toMatchObject({ vote: "dislike", inWatchlist: true });
  await page.goto("/films/watchlist");
  await page.getByRole("article", { name: "그림자 극단" }).waitFor();
});

test("a member proposes a change, and a moderator takes it over", async () => {
  const page = await visit(`/films/${laundry.id}/edit`, { as: haru });
  await page.getByRole("textbox", { name: "연도" }).fill("2023");
  await page.getByRole("textbox", { name: "남길 말" }).fill("포스터에 그렇게 적혀 있어요.");
  await page.getByRole("button", { name: "제안 보내기" }).click();
  await page.waitForURL("**/changes?proposed");
  await page.getByText("고마워요. 살펴보고 반영할게요.").waitFor();
  const desk = await visit("/films/proposals", { as: editor });
  await desk.getByText("포스터에 그렇게 적혀 있어요.").waitFor();
  await desk.getByRole("button", { name: "받아들이기" }).click();
  await desk.getByText("살펴볼 제안이 없어요").waitFor();
  expect(await call(null, "GET", `/films/${laundry.id}`)).toMatchObject({ year: 2023 });
  const refused = await visit("/films/proposals", { as: haru });
  await refused.getByText("살펴볼 것").waitFor({ state: "detached" });
});

const pages = [
  "/films",
  "film",
  "film/review",
  "film/changes",
  "/films/rank",
  "/films/new",
  "/films/watchlist",
];
const address = (page: string) => page.replace(/^film/, `/films/${laundry.id}`);

for (const colorScheme of ["light", "dark"] as const)
  test.each(pages)(`%s is accessible (${colorScheme})`, async (path) => {
    const page = await visit(address(path), { as: critics[1], colorScheme, wide: true });
    await expectAccessible(page);
  });

test.each([320, 720, 1100])("nothing is wider than a screen of %i px", async (width) => {
  for (const path of pages) {
    const page = await visit(address(path), { as: haru, viewport: { width, height: 800 } });
    expect(await widthTooMuch(page), path).toBe(0);
  }
});
