import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filmPosters } from "../../../demo/art/posters/index.ts";
import { demoPeople } from "../../../demo/content/index.ts";
import {
  aspectNames,
  type Film,
  type FilmEvent,
  filmScore,
  isCharted,
  rankFilms,
  startFold,
} from "../engine/index.ts";
import { ratingFault } from "../catalogue/measures.ts";
import { ageRatings, isGenre, offerKinds, platforms } from "../vocabulary.ts";
import { type Action, reviewKey } from "./action.ts";
import { filmPeople } from "./film-people.ts";
import { planFollows, planWatchlists } from "./lists.ts";
import { type FilmsPlan, planFilms } from "./plan.ts";
import { ratingsOf } from "./ratings.ts";
import { type DemoComment, readDemoReviews } from "./read-reviews.ts";
import { toEvent } from "./stage.ts";

const handles = demoPeople.map(({ handle }) => handle);
const now = Date.UTC(2026, 4, 13, 3, 20);
const plan = planFilms(handles, now);
const films = new Map(plan.films.map((film) => [film.key, film]));

function folded({ actions }: FilmsPlan) {
  const fold = startFold();
  const outcomes = actions.map((action, place) =>
    fold.takeIn({ id: String(place), ts: action.at, ...toEvent(action, films) } as FilmEvent),
  );
  return { fold, outcomes };
}
const { fold, outcomes } = folded(plan);
const { constants } = fold.totals;
const everyFilm = [...fold.films.values()];
const everybody = [...fold.users.values()];

describe("the films", () => {
  test("there are sixty and more, each whole and with a poster of its own", () => {
    expect(plan.films.length).toBeGreaterThanOrEqual(60);
    expect(new Set(plan.films.map(({ key }) => key))).toEqual(new Set(Object.keys(filmPosters)));
    expect(new Set(plan.films.map(({ titleKo }) => titleKo)).size).toBe(plan.films.length);
    for (const film of plan.films) {
      expect(film.year, film.key).toBeGreaterThan(2010);
      expect(film.runtimeMinutes, film.key).toBeGreaterThan(80);
      expect(ageRatings, film.key).toContain(film.ageRating);
      expect(film.synopsisKo, film.key).toMatch(/\p{Script=Hangul}.*[.다]$/u);
      expect(film.synopsisEn, film.key).toMatch(/^[\x20-\x7e]{40,}[.?]$/);
      expect(film.titleEn, film.key).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test("everything that they name exists", () => {
    const known = new Set(platforms.map(({ id }) => id));
    for (const { key, genres, credits, offers } of plan.films) {
      expect(
        genres.filter((genre) => !isGenre(genre)),
        key,
      ).toEqual([]);
      expect(
        credits.filter(({ name }) => !filmPeople.has(name)),
        key,
      ).toEqual([]);
      expect(offers.length, key).toBeGreaterThan(0);
      for (const { platform, kind, price } of offers) {
        expect(offerKinds).toContain(kind);
        expect(known.has(platform) || kind === "cinema", `${key} ${platform}`).toBe(true);
        expect(price === undefined, `${key} ${platform}`).toBe(kind !== "rent" && kind !== "buy");
      }
    }
    for (const [name, { nameKo, nameEn, born }] of filmPeople) {
      expect(nameKo).toBe(name);
      expect(nameEn).toMatch(/^\p{Lu}[\p{L} -]+$/u);
      expect(born, name).toBeGreaterThan(1940);
      expect(
        plan.films.some(({ credits }) => credits.some((credit) => credit.name === name)),
        name,
      ).toBe(true);
    }
  });

  test("some make and play in many", () => {
    const filmsOf = (name: string, role: string) =>
      plan.films.filter(({ credits }) => credits.some((one) => one.name === name && one.role === role))
        .length;
    expect(filmsOf("손무영", "director")).toBe(4);
    expect(filmsOf("오금희", "actor")).toBeGreaterThan(8);
  });

  test("ratings lie on the scales of their sites and come from the last months", () => {
    for (const film of plan.films)
      for (const { measure, value, votes, daysAgo } of ratingsOf(film)) {
        expect(ratingFault(measure, value, votes), film.key).toBeUndefined();
        expect(votes, film.key).toBeGreaterThan(3);
        expect(daysAgo).toBeLessThan(100);
      }
  });
});

describe("what is said", () => {
  const reviews = plan.actions.filter((action) => action.type === "review");
  const flatten = (list: DemoComment[]): DemoComment[] =>
    list.flatMap((one) => [one, ...flatten(one.answers)]);

  test("every review is said once, by somebody who is there, of a film that has come", () => {
    expect(reviews.length).toBeGreaterThanOrEqual(120);
    expect(reviews.map(reviewKey).sort()).toEqual(readDemoReviews().map(reviewKey).sort());
    expect(new Set(reviews.map(({ review }) => review.text)).size).toBe(reviews.length);
    for (const { review } of reviews) {
      const said = [review, ...flatten(review.comments)];
      for (const { by, text } of said) {
        expect(handles, review.text).toContain(by);
        expect(text).not.toBe("");
      }
      expect(review.aspects).toHaveLength(aspectNames.length);
      for (const score of review.aspects) expect(score === null || (score >= 1 && score <= 10)).toBe(true);
    }
    expect(reviews.filter(({ review }) => review.isSpoiler).length).toBeGreaterThan(3);
    expect(reviews.filter(({ review }) => !/\p{Script=Hangul}/u.test(review.text)).length).toBeGreaterThan(
      15,
    );
  });

  test("it lies within eight months, in order, and nothing of it is refused", () => {
    const times = plan.actions.map(({ at }) => at);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times[0]).toBeGreaterThan(now - 242 * 86_400_000);
    expect(times.at(-1)).toBeLessThan(now);
    expect(new Set(outcomes)).toEqual(new Set(["applied"]));
  });

  test("lists are of films that exist, and of what somebody has not seen", () => {
    const votes = new Set(
      plan.actions.flatMap((one) => (one.type === "vote" ? `${one.by} ${one.film}` : [])),
    );
    const wanted = planWatchlists(handles, plan.films, plan.actions);
    for (const { by, film, at } of wanted) {
      expect(votes.has(`${by} ${film}`)).toBe(false);
      expect(films.has(film)).toBe(true);
      expect(at).toBeLessThan(now);
    }
    expect(new Set(wanted.map(({ by }) => by)).size).toBe(handles.length);
    expect(planFollows(plan.actions).length).toBeGreaterThan(40);
  });
});

/** Between which scores a film of its tier lies, and one that is on its way out of it. */
function usualScores({ tier, series }: Film): [number, number] {
  if (series?.direction === 1) return tier === 0 ? [0.45, 0.6] : [0.86, 0.96];
  if (series) return tier === 2 ? [0.83, 0.91] : [0.38, 0.5];
  if (tier === null) return [0, 1];
  return tier === 0 ? [0, 0.45] : tier === 1 ? [0.45, 0.91] : [0.88, 1];
}

describe("what comes of it", () => {
  test("every tier of films, and both kinds of series running", () => {
    expect(new Set(everyFilm.map(({ tier }) => tier))).toEqual(new Set([0, 1, 2, null]));
    const running = (film: string) => fold.films.get(film)!.series;
    expect(running("bus")).toMatchObject({ direction: 1, wins: 2, losses: 1, heard: 1 });
    expect(running("snow")).toMatchObject({ direction: 1, wins: 1, losses: 1 });
    expect(running("shadow")).toMatchObject({ direction: -1, wins: 1, losses: 2, heard: 2 });
    expect(fold.films.get("store")).toMatchObject({ tier: 2, series: null, seriesBegun: 1 });
  });

  test("every tier of members, and both kinds of series running", () => {
    expect(new Set(everybody.map(({ tier }) => tier))).toEqual(new Set([0, 1, 2, 3]));
    const member = (handle: string) => fold.users.get(handle)!;
    expect(member("haru")).toMatchObject({ tier: 2, series: { direction: 1, games: "wwl", judges: 2 } });
    expect(member("noodle_sm")).toMatchObject({ tier: 1, series: { direction: -1, games: "lw", judges: 2 } });
    expect(member("eunbyeol")).toMatchObject({ tier: 3, series: null });
    expect(member("yuna")).toMatchObject({ tier: 2, series: null });
    expect(member("keycap_jang")).toMatchObject({ tier: 0 });
    expect(new Set(everybody.map(({ stage }) => stage))).toEqual(new Set([0, 1, 2]));
    expect(everybody.filter(({ stage }) => stage === 2).length).toBeGreaterThan(handles.length * 0.8);
  });

  test("a film whose votes are held back", () => {
    const film = fold.films.get("winter-pool")!;
    expect(film.alarm).toBe(true);
    expect(film.held.w).toBeGreaterThan(8000);
    expect(film).toMatchObject({ tier: 1, series: null });
  });

  test("no film stands where nobody would look for it", () => {
    for (const film of everyFilm) {
      const score = filmScore(film, constants);
      expect(film.tier === null, film.id).toBe(!isCharted(score, constants));
      const [least, most] = usualScores(film);
      expect(score.mean, film.id).toBeGreaterThan(least);
      expect(score.mean, film.id).toBeLessThan(most);
    }
    const order = rankFilms(everyFilm, constants).map(({ film }) => film.id);
    expect(order.indexOf("laundry")).toBe(0);
    expect(order.indexOf("whale")).toBeLessThan(8);
    expect(order.at(-1)).toBe("shark-two");
  });

  test("the same at every moment, as many days ago", () => {
    const today = (at: number) => Math.floor(at / 86_400_000) * 86_400_000;
    const since = (actions: readonly Action[], at: number) =>
      actions.map((action) => ({ ...action, at: action.at - today(at) }));
    const expected = since(plan.actions, now);
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2035, 0, 1) }), (at) => {
        expect(since(planFilms(handles, at).actions, at)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });
});
