import { expect, test } from "vitest";
import { defaults, type FilmEvent, filmScore, isCharted, presets, startFold } from "./index.ts";

const set = (patch: object): FilmEvent => ({ type: "config_set", id: JSON.stringify(patch), ts: 0, patch });
const base = (value: number, site = "imdb"): FilmEvent => {
  return {
    type: "film_base",
    film: "f",
    sites: [{ site, value, count: 10_000 }],
    id: `${site}${value}`,
    ts: 0,
  };
};

test("a patch holds from there on, for what comes after it", () => {
  const fold = startFold();
  fold.takeIn(base(6.4));
  expect(fold.films.get("f")!.base).toBe(7311);
  expect(fold.takeIn(set({ sites: { imdb: { mu: 7.4 } } }))).toBe("applied");
  expect(fold.films.get("f")!.base).toBe(7311);
  fold.takeIn(base(7.4));
  expect(fold.films.get("f")!.base).toBe(7311);
  expect(defaults.sites["imdb"]!.mu).toBe(6.4);
});

test("a site can be added, whole", () => {
  const fold = startFold();
  expect(fold.takeIn(set({ sites: { ours: { mu: 50, s: 20, rho: 1 } } }))).toBe("dropped");
  expect(fold.takeIn(set({ sites: { ours: { mu: 50, s: 20, rho: 1, m: 10 } } }))).toBe("applied");
  fold.takeIn(base(90, "ours"));
  expect(fold.films.get("f")!.base).toBeGreaterThan(9000);
});

test.for([
  { nothing: 1 },
  { score: { chartedFrom: "24" } },
  { score: { chartedFrom: null } },
  { tiers: [] },
  { sites: { imdb: { s: 0 } } },
  { sites: { imdb: { transform: "sideways" } } },
  { sites: { constructor: {} } },
  JSON.parse('{"__proto__":{}}') as object,
])("a patch that does not fit is dropped whole: %j", (patch) => {
  const fold = startFold();
  expect(fold.takeIn(set(patch))).toBe("dropped");
  expect(fold.totals.constants).toBe(defaults);
});

test("with equal weights a proven member's vote counts as everybody's", () => {
  const fold = startFold(presets["equal-weights"]);
  for (const [index, tier] of [1, 2, 3].entries()) {
    fold.takeIn({ type: "seed_tier", user: `u${index}`, tier, id: `s${index}`, ts: 0 });
    fold.takeIn({ type: "vote_set", user: `u${index}`, film: "f", v: 1, id: `v${index}`, ts: 0 });
  }
  expect(fold.films.get("f")).toMatchObject({ proven: { w: 2000 }, epoch: { w: 0 }, main: { w: 1000 } });
});

test("in a small community neither one critic nor five friends bring a film into the chart", () => {
  const fold = startFold(presets.small);
  const { constants } = fold.totals;
  const vote = (user: string, film: string, tier: number) => {
    fold.takeIn({ type: "seed_tier", user, tier, id: `s${user}`, ts: 0 });
    fold.takeIn({ type: "vote_set", user, film, v: 1, id: `v${user}`, ts: 0 });
    return isCharted(filmScore(fold.films.get(film)!, constants), constants);
  };
  expect(vote("critic", "a", 3)).toBe(false);
  const friends = ["1", "2", "3", "4", "5", "6", "7"].map((user) => vote(user, "b", 1));
  expect(friends).toEqual([false, false, false, false, false, false, true]);
});

test.for(Object.entries(presets))(
  "the bands of %s lie one on the other, and members start within theirs",
  ([, { tiers, start }]) => {
    expect(tiers.slice(1).map(({ floor }) => floor)).toEqual(tiers.slice(0, -1).map(({ upper }) => upper));
    const { floor, upper } = tiers[start.tier]!;
    expect(start.points > floor && start.points < upper).toBe(true);
  },
);
