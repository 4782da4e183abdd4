import { join } from "node:path";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { beforeAll, expect, test } from "vitest";
import { testBrowser } from "./browser.ts";
import { type Film, filmSeenBy, makesFilm, moderates } from "./films.ts";
import { joins, type Person } from "./people.ts";
import { picture } from "./project-editor.ts";
import { ownSite } from "./site.ts";

ownSite();
const { visit } = testBrowser();
let editor: Person;
let haru: Person;
let laundry: Film;

beforeAll(async () => {
  editor = await moderates("윤편집");
  haru = await joins("김하루");
  laundry = await makesFilm(editor, "달빛 세탁소", { year: 2025 });
}, 120_000);

test("a moderator puts a poster up and takes the film off", async () => {
  const page = await visit(`/films/${laundry.id}/edit`, { as: editor });
  await page.getByLabel(/포스터/).setInputFiles(picture("poster.png"));
  await page.getByRole("button", { name: /저장|고치기|바꾸기/ }).click();
  await page.waitForURL(`**/films/${laundry.id}`);
  expect((await filmSeenBy(null, laundry.id)).poster).not.toBeNull();

  await page.goto(new URL(`/films/${laundry.id}/edit`, page.url()).href);
  await page.getByText("영화 내리기", { exact: true }).click();
  await page.getByRole("button", { name: "이 영화 내리기" }).click();
  await page.waitForURL("**/films");
  const gone = await page.goto(new URL(`/films/${laundry.id}`, page.url()).href);
  expect(gone?.status()).toBe(404);
});

test("a diary is shown first, brought over, and taken back", async () => {
  const film = await makesFilm(editor, "옥상 위의 고래", {
    title: { ko: "옥상 위의 고래", en: "Rooftop Whale", original: "옥상 위의 고래" },
    year: 2024,
  });
  const file = join(await mkdtemp(join(tmpdir(), "maru-diary-")), "ratings.csv");
  await writeFile(
    file,
    "Date,Name,Year,Letterboxd URI,Rating\n2026-01-02,Rooftop Whale,2024,https://boxd.it/x,4.5\n2026-01-03,Nobody Knows It,1999,https://boxd.it/y,4\n",
  );
  const page = await visit("/films/diary", { as: haru });
  await page.getByLabel("CSV 파일").setInputFiles(file);
  await page.getByRole("button", { name: "미리 보기" }).click();
  await page.getByRole("heading", { name: "1편을 옮길 수 있어요" }).waitFor();
  await page.getByText("옮기지 않는 줄 1개").click();
  await page.getByText("마루에 없는 영화예요").waitFor();
  expect((await filmSeenBy(haru, film.id)).viewer?.vote).toBeNull();
  await page.getByRole("button", { name: "모두 옮기기" }).click();
  await page.getByText("좋았어요 1 · 별로예요 0 · 나중에 보기 0").waitFor();
  expect((await filmSeenBy(haru, film.id)).viewer?.vote).toBe("like");
  await page.getByRole("button", { name: "되돌리기" }).click();
  await page.getByText("1개를 되돌렸어요").waitFor();
  expect((await filmSeenBy(haru, film.id)).viewer?.vote).toBeNull();

  await page
    .getByLabel("CSV 파일")
    .setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") });
  await page.getByRole("button", { name: "미리 보기" }).click();
  await page.getByRole("alert").waitFor();
});
