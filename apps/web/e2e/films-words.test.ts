import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { meanOf } from "../src/lib/films/aspects.ts";
import { fromTen, piecesOf, signedWord, toTen, weightWord } from "../src/lib/films/figures.ts";
import { bodyOf, draftOf, emptyOffer } from "../src/lib/films/film-draft.ts";
import { growthWords } from "../src/lib/films/growth-words.ts";
import { bodyOf as reviewBodyOf, draftFrom, faultsOf } from "../src/lib/films/review-draft.ts";
import type { Film } from "../src/lib/films/types.ts";
import { addressOf, wishOf } from "../src/lib/films/wish.ts";
import { otherTitleOf, titleOf } from "../src/lib/films/titles.ts";
import { factsOf, lineOf, offerWords } from "../src/lib/films/words.ts";
import { overwriteGetLocale } from "../src/lib/paraglide/runtime.js";

const inKorean = () => overwriteGetLocale(() => "ko");
const inEnglish = () => overwriteGetLocale(() => "en");
afterEach(inKorean);
inKorean();

const film: Film = {
  id: "1",
  title: { ko: "달빛 세탁소", en: "Moonlight Laundry", original: "달빛 세탁소" },
  year: 2025,
  genres: [{ id: "drama", name: { ko: "드라마", en: "Drama" } }],
  runtimeMinutes: 118,
  ageRating: "12",
  synopsis: { ko: "코인 세탁소.", en: null },
  poster: null,
  posterUrl: null,
  people: [
    { id: "7", name: { ko: "한서림", en: null }, role: "director", character: null },
    { id: "8", name: { ko: "서지안", en: null }, role: "actor", character: "말순" },
  ],
  platforms: [
    {
      platform: "itunes",
      name: { ko: "아이튠즈", en: "iTunes" },
      kind: "rent",
      country: "US",
      price: 399,
      currency: "USD",
      url: null,
    },
  ],
  tier: null,
  series: null,
  score: { score: 73.1, sort: 60, evidence: 8, charted: false, people: 0 },
  counts: { likes: 0, dislikes: 0, reviews: 0 },
  viewer: null,
};

describe("figures", () => {
  const tenths = (min: number, max: number) =>
    fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10);
  const scores = fc.record({ base: tenths(0, 100), points: fc.array(tenths(-20, 20), { maxLength: 4 }) });

  test("the pieces of a score lie side by side, and what is gained ends at the score", () => {
    fc.assert(
      fc.property(scores, ({ base, points }) => {
        const total = points.reduce((sum, one) => sum + one, base);
        const lost = points.filter((one) => one < 0).reduce((sum, one) => sum - one, 0);
        fc.pre(total >= 0 && lost <= base);
        const tiers = points.map((one, tier) => ({
          tier,
          people: 1,
          likes: 1,
          dislikes: 0,
          weight: 1,
          points: one,
        }));
        const pieces = piecesOf({ base: { score: base, share: 1, votes: 8, sources: [] }, tiers });
        let at = 0;
        for (const { from, size } of pieces) {
          expect(from).toBeCloseTo(at, 6);
          at = from + size;
        }
        const kept = pieces.filter(({ isLoss }) => !isLoss).reduce((sum, { size }) => sum + size, 0);
        expect(kept).toBeCloseTo(total, 6);
      }),
    );
  });

  test.each([
    [31.24, "+31.2"],
    [-4, "\u22124.0"],
    [0.04, "±0"],
  ])("%d moves points by %s", (value, word) => expect(signedWord(value)).toBe(word));

  test("a mean lies on the scale that people give", () => {
    expect([toTen(0), toTen(100), fromTen(1), fromTen(10)]).toEqual([1, 10, 0, 100]);
    expect(meanOf({ story: 4, music: 9, acting: null })).toBe(6.5);
    expect(weightWord(0.05)).toBe("0.05");
  });
});

describe("words of a film", () => {
  test("are in the reader's language", () => {
    expect(titleOf(film)).toBe("달빛 세탁소");
    expect(otherTitleOf(film)).toBe("Moonlight Laundry");
    expect(factsOf(film)).toBe("2025 · 드라마 · 118분 · 12세");
    expect(lineOf(film)).toBe("2025 · 드라마 · 한서림");
    inEnglish();
    expect(titleOf(film)).toBe("Moonlight Laundry");
    expect(otherTitleOf(film)).toBe("달빛 세탁소");
    expect(factsOf(film)).toBe("2025 · Drama · 118 min · 12+");
  });

  test("a price is in its own currency", () => {
    expect(offerWords({ kind: "rent", price: 2500, currency: "KRW" })).toBe("대여 ₩2,500");
    inEnglish();
    expect(offerWords({ kind: "rent", price: 399, currency: "USD" })).toBe("Rent $3.99");
    expect(offerWords({ kind: "rent", price: 399, currency: "nonsense" })).toBe("Rent 399 nonsense");
  });

  test.each([
    [1, 2, "내 표의 무게는 2일·3편 뒤에 커져요."],
    [3, 2, "내 표의 무게는 3편 뒤에 커져요."],
    [1, 9, "내 표의 무게는 2일 뒤에 커져요."],
  ])("after %i days and %i films: %s", (days, films, words) =>
    expect(growthWords({ growth: { stage: 0, days, films, next: { days: 3, films: 5, weight: 0.4 } } })).toBe(
      words,
    ),
  );
});

describe("the form of a film", () => {
  test("proposes nothing where nothing was changed", () => {
    expect(bodyOf(draftOf(film), film)).toEqual({});
  });

  test("proposes only what was changed, and knows people by their names", () => {
    const draft = draftOf(film);
    draft.year = "2024";
    draft.people.actor = "서지안 / 말순\n강도현 / 기태";
    expect(bodyOf(draft, film)).toEqual({
      year: 2024,
      people: [
        { personId: "7", role: "director", character: null },
        { personId: "8", role: "actor", character: "말순" },
        { name: "강도현", role: "actor", character: "기태" },
      ],
    });
  });

  test("keeps the country and currency of offers that it does not show", () => {
    const draft = draftOf(film);
    draft.offers.push({ ...emptyOffer, platform: "watcha" });
    expect(bodyOf(draft, film).platforms).toEqual([
      { platform: "itunes", kind: "rent", country: "US", price: 399, currency: "USD", url: null },
      { platform: "watcha", kind: "stream", country: "KR", price: null, currency: null, url: null },
    ]);
  });
});

describe("a review's form", () => {
  test("is read as it was sent, with what is missing", () => {
    const form = new FormData();
    form.set("aspect-story", "7");
    form.set("aspect-music", "");
    form.set("text", "좋았다.\r\n또 보자.");
    const draft = draftFrom(form);
    expect(reviewBodyOf(draft)).toEqual({ text: "좋았다.\n또 보자.", spoiler: false, aspects: { story: 7 } });
    expect(faultsOf(draft)).toEqual({});
    expect(Object.keys(faultsOf(draftFrom(new FormData())))).toEqual(["aspects", "text"]);
    expect(Object.keys(faultsOf({ ...draft, text: "가".repeat(5001) }))).toEqual(["text"]);
  });
});

test("an address says what is asked for, and nothing that is not known", () => {
  const asked = wishOf(new URLSearchParams("tier=2&genre=drama&sort=loud&year=1&person=x&q=달빛&chart=thin"));
  expect(asked).toEqual({
    sort: "score",
    chart: "thin",
    tier: 2,
    genre: "drama",
    year: null,
    platform: "",
    person: "",
    q: "달빛",
  });
  fc.assert(
    fc.property(
      fc.record({
        sort: fc.constantFrom("score" as const, "popular" as const, "latest" as const),
        tier: fc.constantFrom(null, 0 as const, 1 as const, 2 as const),
        year: fc.option(fc.integer({ min: 1870, max: 2200 })),
        person: fc.constantFrom("", "376730515879519"),
      }),
      (change) => {
        const wish = { ...asked, ...change, chart: "ranked" as const };
        const [, search = ""] = addressOf(wish).split("?");
        expect(wishOf(new URLSearchParams(search))).toEqual(wish);
      },
    ),
  );
});
