import fc from "fast-check";
import { expect, test } from "vitest";
import { defaults, type Fold, filmScore, startFold, takeSnapshot } from "./index.ts";

/** A film with a base that twenty proven members like, and grown-up accounts beside it. */
function given(accounts: number): Fold {
  const fold = startFold();
  const sites = [{ site: "imdb", value: 7.5, count: 50_000 }];
  fold.takeIn({ type: "film_base", film: "f", sites, id: "base", ts: 0 });
  for (let index = 0; index < 60; index++)
    fold.takeIn({ type: "seed_tier", user: `p${index}`, tier: 2, id: `p${index}`, ts: 0 });
  for (let index = 0; index < accounts; index++)
    fold.takeIn({ type: "seed_tier", user: `s${index}`, tier: 1, id: `s${index}`, ts: 0 });
  vote(fold, "p", 20, 1);
  return fold;
}

let number = 0;
function vote(fold: Fold, prefix: string, count: number, v: 1 | -1 | 0, { from = 0, every = 1000 } = {}) {
  for (let index = from; index < from + count; index++) {
    const ts = fold.totals.clock + every;
    fold.takeIn({ type: "vote_set", user: `${prefix}${index}`, film: "f", v, id: `v${number++}`, ts });
  }
}
const film = (fold: Fold) => fold.films.get("f")!;
const score = (fold: Fold) => filmScore(film(fold), defaults).mean;

test("grown-up accounts that bomb a film move it by nothing, however many and however slow", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 15, max: 300 }),
      fc.integer({ min: 1, max: 50 * 86_400_000 }),
      (count, every) => {
        const fold = given(count);
        const before = score(fold);
        vote(fold, "s", count, -1, { every });
        expect(film(fold).alarm).toBe(true);
        expect(score(fold)).toBe(before);
        expect(film(fold).held.w + film(fold).epoch.w).toBe(1000 * count);
      },
    ),
    { numRuns: 30 },
  );
});

test("the pace of votes changes nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<(1 | -1)[]>(1, -1), { minLength: 20, maxLength: 100 }), (votes) => {
      const [quick, slow] = [given(100), given(100)].map((fold, index) => {
        for (const [account, v] of votes.entries())
          vote(fold, "s", 1, v, { from: account, every: index ? 86_400_000 : 1 });
        return { ...film(fold) };
      });
      expect(slow).toEqual(quick);
    }),
    { numRuns: 20 },
  );
});

test("proven members who come to the same opinion free what was held", () => {
  const fold = given(60);
  vote(fold, "s", 60, -1);
  expect(film(fold).alarm).toBe(true);
  vote(fold, "p", 40, -1, { from: 20 });
  vote(fold, "p", 20, -1);
  expect(film(fold)).toMatchObject({ alarm: false, heldEpochs: [], held: { w: 0, x: 0 } });
  expect(film(fold).main.w + film(fold).epoch.w).toBe(60_000);
});

test("a moderator frees what was held, once, and services are told", () => {
  const fold = given(40);
  vote(fold, "s", 40, -1);
  const clear = () => fold.takeIn({ type: "clear_flag", film: "f", id: `c${number++}`, ts: 0 });
  clear();
  expect(fold.notes).toContainEqual({ about: "film-watch", film: "f", what: "accepted" });
  expect(film(fold)).toMatchObject({ alarm: false, held: { w: 0 }, epoch: { w: 0 }, main: { w: 40_000 } });
  const before = takeSnapshot(fold).films;
  clear();
  expect(fold.notes).toEqual([]);
  expect(takeSnapshot(fold).films).toEqual(before);
});

test("votes that are taken back are no longer held against the film", () => {
  const fold = given(8);
  const { low } = film(fold);
  vote(fold, "s", 8, -1);
  expect(film(fold).low).toBeGreaterThan(low);
  vote(fold, "s", 8, 0);
  expect(film(fold)).toMatchObject({ low, alarm: false, epoch: { w: 0, x: 0 } });
});
