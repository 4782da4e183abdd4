import { randomFrom } from "../../../demo/art/drawing.ts";
import type { Action } from "./action.ts";
import type { DemoFilm } from "./demo-film.ts";
import { readDemoFilms } from "./demo-films.ts";
import { createEveryday } from "./everyday.ts";
import { type DemoReview, readDemoReviews } from "./read-reviews.ts";
import { createStage } from "./stage.ts";
import { curators, tasteOf } from "./taste.ts";
import { filmSeries, memberSeries, suddenTurn, type Wish } from "./wishes.ts";

/** How far back it reaches, in days. */
const history = 240;

export interface FilmsPlan {
  films: readonly DemoFilm[];
  /** In the order of time; the last lies on the day before `now`. */
  actions: readonly Action[];
}

/** What has to be there at the end: each step of a film's and of a member's way. */
const wishes = (): Wish[] => [
  filmSeries("store", { from: 150, direction: 1, games: "www" }),
  filmSeries("bus", { from: 60, direction: 1, games: "wlw", begun: 1 }),
  filmSeries("snow", { from: 48, direction: 1, games: "lw", begun: 3 }),
  filmSeries("shadow", { from: 54, direction: -1, games: "llw", begun: 2 }),
  suddenTurn("winter-pool", 9),
  memberSeries("keycap_jang", { from: 200, direction: -1, games: "lll" }),
  memberSeries("eunbyeol", { from: 235, direction: 1, games: "wwlw" }),
  memberSeries("yuna", { from: 220, direction: 1, games: "wlww" }),
  memberSeries("noodle_sm", { from: 100, direction: -1, games: "lw", begun: 2 }),
  memberSeries("haru", { from: 210, direction: 1, games: "wwl", begun: 2 }),
];

/** On which day each review was written: what is about a film that is wished something comes before that. */
function datesOf(
  reviews: readonly DemoReview[],
  films: ReadonlyMap<string, DemoFilm>,
  wished: readonly Wish[],
) {
  const random = randomFrom("reviews");
  const dates = new Map<number, DemoReview[]>();
  for (const review of reviews) {
    const wish = wished.find(({ film }) => film === review.film);
    const earliest = (films.get(review.film)?.from ?? history - 4) - 2;
    const latest = Math.min(wish ? wish.from + 2 : 2, earliest - 1);
    const daysAgo = Math.round(latest + (earliest - latest) * random() ** 1.25);
    dates.set(daysAgo, [...(dates.get(daysAgo) ?? []), review]);
  }
  return dates;
}

/** On which days each is here. */
function visitsOf(handles: readonly string[]): Map<number, string[]> {
  const visits = new Map<number, string[]>();
  for (const by of handles) {
    const random = randomFrom(`visits ${by}`);
    const days = new Set<number>();
    while (days.size < tasteOf(by).days) days.add(1 + Math.floor(random() * (history - 6)));
    for (const daysAgo of days) visits.set(daysAgo, [...(visits.get(daysAgo) ?? []), by]);
  }
  return visits;
}

/** The demo's films and what its people have said of them, up to `now`: for every moment the same, as many days ago. */
export function planFilms(handles: readonly string[], now: number): FilmsPlan {
  const films = readDemoFilms();
  const byKey = new Map(films.map((film) => [film.key, film]));
  const stage = createStage(byKey, handles, now);
  const everyday = createEveryday(stage);
  const wished = wishes();
  const dates = datesOf(readDemoReviews(), byKey, wished);
  const visits = visitsOf(handles);
  const alone = new Set(wished.flatMap(({ film }) => film ?? []));
  const quiet = new Set<string>();

  for (let daysAgo = history; daysAgo > 0; daysAgo--) {
    stage.goTo(daysAgo);
    if (daysAgo === history)
      for (const [by, tier] of Object.entries(curators)) stage.play({ type: "seed", by, tier });
    for (const { key, from = history } of films)
      if (from === daysAgo) stage.play({ type: "arrive", film: key });
    for (const review of dates.get(daysAgo) ?? []) everyday.review(review);
    for (const { member, from } of wished)
      if (member !== undefined && from === daysAgo) for (const hands of [alone, quiet]) hands.add(member);
    for (const by of visits.get(daysAgo) ?? []) everyday.spend(by, { alone, quiet });
    for (const wish of wished)
      if (wish.from >= daysAgo && wish.pursue(stage) && wish.member !== undefined) quiet.delete(wish.member);
  }
  return { films, actions: stage.actions };
}
