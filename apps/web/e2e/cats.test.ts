import { beforeAll, expect, test } from "vitest";
import { expectAccessible, testBrowser, widthTooMuch } from "./browser.ts";
import { call, joins, type Person } from "./people.ts";

const { visit } = testBrowser();
type Cat = { id: string; name: string; story: string; viewer: { following: boolean; isMine: boolean } };
let haru: Person;
let minji: Person;
let nabi: Cat;
let bori: Cat;

const registers = (person: Person, body: object) => call<Cat>(person, "POST", "/cats", body);
const seenBy = (person: Person, id: string) => call<Cat>(person, "GET", `/cats/${id}`);
const catsOf = async (person: Person) =>
  (await call<{ items: Cat[] }>(person, "GET", `/accounts/${person.handle}/cats`)).items;

beforeAll(async () => {
  [haru, minji] = await Promise.all([joins("김하루"), joins("박민지")]);
  nabi = await registers(haru, {
    name: "나비",
    breed: "korean-shorthair",
    birthday: "2021-12-03",
    adoptedOn: "2022-01-20",
    sex: "male",
    neutered: true,
    colour: "orange",
    pattern: "tabby",
    personality: ["느긋해요"],
    story: "햇볕 감별사.",
  });
  bori = await registers(haru, { name: "보리", birthday: "2009-04-05" });
  await call(haru, "PATCH", `/cats/${bori.id}`, { memorialOn: "2025-02-10" });
  await call(haru, "POST", "/posts", { text: "나비가 마루에 누웠어요.", catIds: [nabi.id] });
});

test("a cat is registered with a name and as much of a birthday as is known", async () => {
  const person = await joins("정라온");
  const page = await visit("/cats", { as: person, wide: true });
  await page.getByText("함께 사는 고양이가 있나요?").waitFor();
  await page.getByRole("link", { name: "고양이 등록" }).first().click();
  await page.getByLabel("이름").fill("먹물");
  await page.getByLabel("품종", { exact: true }).selectOption({ label: "코리안 숏헤어/믹스" });
  await page.getByLabel("태어난 해").fill("2020");
  await page.getByLabel("태어난 달이나 계절").selectOption({ label: "가을쯤" });
  await page.getByText("여아").click();
  await page.getByText("중성화").click();
  await page.getByLabel("털색").selectOption({ label: "두 가지 색" });
  await page.getByLabel("무늬").selectOption({ label: "턱시도" });
  await page.getByText("얌전해요").click();
  await page.getByRole("button", { name: "직접 쓰기" }).click();
  await page.keyboard.type("창가지기");
  await page.keyboard.press("Enter");
  const preview = page.getByRole("region", { name: "이렇게 보여요" });
  await preview.getByText("코숏 턱시도").waitFor();
  await preview.getByText("창가지기").waitFor();
  await page.getByRole("button", { name: "먹물 등록하기" }).click();

  await page.getByRole("heading", { name: "먹물", level: 1 }).waitFor();
  await page.getByText("2020년 가을쯤").waitFor();
  await page.getByText("여아 · 중성화").waitFor();
  const [cat] = await catsOf(person);
  expect(cat).toMatchObject({
    name: "먹물",
    birthdayPrecision: "season",
    personality: ["얌전해요", "창가지기"],
    viewer: { isMine: true },
  });
});

test("a cat is registered, changed and deleted without JavaScript", async () => {
  const person = await joins("이도윤");
  const page = await visit("/cats/new", { as: person, javaScriptEnabled: false });
  await page.getByLabel("이름").fill("고을");
  await page.getByLabel("직접 쓰기").fill("창가지기, 느긋해요");
  await page.getByRole("button", { name: "고양이 등록" }).click();
  await page.getByRole("heading", { name: "고을", level: 1 }).waitFor();
  await page.getByRole("link", { name: "고치기" }).first().click();
  await page.getByLabel("소개").fill("책장 위가 제 자리예요.");
  await page.getByRole("button", { name: "저장" }).click();
  await page.getByText("책장 위가 제 자리예요.").waitFor();
  expect(await catsOf(person)).toMatchObject([{ personality: ["느긋해요", "창가지기"] }]);

  await page.getByRole("link", { name: "고치기" }).first().click();
  await page.getByText("지우기").first().click();
  await page.getByLabel("네, 고을을 지울게요").check();
  await page.getByRole("button", { name: "영영 지우기" }).click();
  await page.getByText("함께 사는 고양이가 있나요?").waitFor();
  expect(await catsOf(person)).toEqual([]);
});

test("what was refused stands under its field, and what was written stays", async () => {
  const page = await visit("/cats/new", { as: minji });
  await page.getByLabel("이름").fill("시간여행자");
  await page.getByLabel("태어난 해").fill("1979");
  await page.getByRole("button", { name: "시간여행자 등록하기" }).click();
  await page.getByText("1980년부터 오늘까지의 날짜여야 해요.").waitFor();
  expect(await page.getByLabel("이름").inputValue()).toBe("시간여행자");
  expect(await page.getByLabel("태어난 해").inputValue()).toBe("1979");
});

test("the page of a cat says what is known of it, and shows its posts", async () => {
  const page = await visit(`/cats/${nabi.id}`, { as: minji, wide: true });
  await page.getByText("햇볕 감별사.").waitFor();
  for (const fact of ["코리안 숏헤어/믹스", "치즈태비", "12월 3일", "남아 · 중성화", "2021년생"])
    expect(await page.getByText(fact).first().isVisible()).toBe(true);
  await page.getByText(/^나비 .+ 번째 생일$/).waitFor();
  await page.getByText("아직 사진이 없어요").waitFor();
  await page.getByRole("link", { name: "글", exact: true }).click();
  await page.getByText("나비가 마루에 누웠어요.").waitFor();
  await page.getByRole("link", { name: "성장 기록" }).click();
  await page.getByText("아직 모아 둔 날들이 없어요").waitFor();
});

test("a cat is followed at once, and without JavaScript too", async () => {
  const page = await visit(`/cats/${nabi.id}`, { as: minji });
  await page.getByRole("button", { name: "나비 팔로우" }).click();
  await page.getByText("팔로잉").waitFor();
  await expect.poll(async () => (await seenBy(minji, nabi.id)).viewer.following).toBe(true);
  await page.getByRole("link", { name: "1 팔로워" }).waitFor();

  const plain = await visit(`/cats/${nabi.id}`, { as: minji, javaScriptEnabled: false });
  await plain.getByRole("button", { name: "나비 팔로우" }).click();
  await plain.getByRole("button", { name: "나비 팔로우", pressed: false }).waitFor();
  expect((await seenBy(minji, nabi.id)).viewer.following).toBe(false);
});

test("a visitor who follows comes back after signing in", async () => {
  const page = await visit(`/cats/${nabi.id}`);
  await page.getByRole("button", { name: "나비 팔로우" }).click();
  await expect.poll(() => page.url()).toContain(`/login?next=%2Fcats%2F${nabi.id}`);
});

test("a cat that has died is remembered, not celebrated", async () => {
  const page = await visit(`/cats/${bori.id}`, { as: minji, wide: true });
  await page.getByText("2025년 2월 10일, 무지개다리를 건넜어요").waitFor();
  await page.getByText("2009년 4월 5일").waitFor();
  expect(await page.getByText(/^D-/).count()).toBe(0);
  expect(await page.getByRole("heading", { name: "다가오는 기념일" }).count()).toBe(0);
  await page.getByRole("button", { name: "보리 기억하기" }).click();
  await page.getByText("기억하고 있어요").waitFor();
});

test("somebody is invited, accepts, and leaves again", async () => {
  const other = await joins("윤서연");
  const cat = await registers(haru, { name: "두부" });
  const page = await visit(`/cats/${cat.id}/edit`, { as: haru });
  await page.getByLabel("아이디로 초대").fill("nobody_at_all");
  await page.getByRole("button", { name: "초대하기" }).click();
  await page.getByText("그런 이웃을 찾지 못했어요").waitFor();
  await page.getByLabel("아이디로 초대").fill(`@${other.handle}`);
  await page.getByRole("button", { name: "초대하기" }).click();
  await page.getByText("답을 기다려요").waitFor();

  const theirs = await visit("/cats", { as: other });
  await theirs.getByText("김하루 님이 함께 돌보자고 해요").waitFor();
  await theirs.getByRole("button", { name: "두부 초대 받아들이기" }).click();
  await theirs.getByText("이제 두부의 집사예요").waitFor();
  await expect.poll(async () => (await seenBy(other, cat.id)).viewer.isMine).toBe(true);

  await theirs.goto(`/cats/${cat.id}/edit`);
  await theirs.getByText("나만 나가기").click();
  await theirs.getByRole("button", { name: "나가기" }).click();
  await theirs.waitForURL("**/cats");
  expect((await seenBy(other, cat.id)).viewer.isMine).toBe(false);
});

test("saving the form again changes nothing of what is known only roughly", async () => {
  const born = { date: "2020-01-15", precision: "season" };
  const cat = await registers(haru, { name: "겨울이", birthday: born });
  const birthdayNow = async () => (await call<{ birthday: string }>(haru, "GET", `/cats/${cat.id}`)).birthday;
  const before = await birthdayNow();
  const page = await visit(`/cats/${cat.id}/edit`, { as: haru });
  await page.getByLabel("소개").fill("눈 오는 날에 왔어요.");
  await page.getByRole("button", { name: "저장" }).first().click();
  await page.getByText("눈 오는 날에 왔어요.").first().waitFor();
  expect(await birthdayNow()).toBe(before);
});

test("the form of another's cat is closed", async () => {
  const page = await visit(`/cats/${nabi.id}/edit`, { as: minji });
  expect(new URL(page.url()).pathname).toBe(`/cats/${nabi.id}`);
  expect(await page.getByLabel("이름").count()).toBe(0);
});

test("cats are narrowed down by what they are, with an address for it", async () => {
  const page = await visit("/cats", { as: minji, wide: true });
  await page.getByRole("combobox", { name: "털색" }).selectOption({ label: "치즈" });
  await page.waitForURL("**/cats?colour=orange");
  await page.locator("main article", { hasText: "나비" }).waitFor();
  await expect.poll(() => page.locator("main article", { hasText: "보리" }).count()).toBe(0);
  await page.getByRole("combobox", { name: "나이" }).selectOption({ label: "아기 고양이" });
  await page.getByText("이런 고양이는 아직 없어요").waitFor();
  await page.getByRole("link", { name: "모두 보기", exact: true }).first().click();
  await page.waitForURL(/\/cats$/);

  const plain = await visit("/cats", { javaScriptEnabled: false });
  await plain.getByRole("combobox", { name: "털색" }).selectOption({ label: "치즈" });
  await plain.getByRole("button", { name: "고르기" }).click();
  await plain.waitForURL(/colour=orange/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.each(["/cats", "/cats/new", "cat", "cat/posts", "cat/album", "cat/edit", "cat/followers", "gone"])(
    `%s is accessible (${colorScheme})`,
    async (path) => {
      const address = path.replace(/^cat/, `/cats/${nabi.id}`).replace("gone", `/cats/${bori.id}`);
      const page = await visit(address, { as: haru, colorScheme, viewport: { width: 320, height: 700 } });
      await expectAccessible(page);
      expect(await widthTooMuch(page)).toBe(0);
    },
  );
}
