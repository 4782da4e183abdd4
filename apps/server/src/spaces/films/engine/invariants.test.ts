import fc from "fast-check";
import { expect, test } from "vitest";
import { reactionsFromFacts, sumsFromFacts } from "../../../../test/film-facts.ts";
import { filmLog, seriesLog, watchLog } from "../../../../test/film-log.ts";
import {
  defaults,
  type Film,
  type FilmEvent,
  filmScore,
  type Fold,
  rankFilms,
  isCharted,
  startFold,
  type User,
} from "./index.ts";

const anyLog = fc.oneof(filmLog(), seriesLog, watchLog);

/** Calls back after each event, with what stood before it. */
function follow(
  log: readonly FilmEvent[],
  after: (fold: Fold, event: FilmEvent, before: Map<string, User>) => void,
) {
  const fold = startFold();
  for (const event of log) {
    const before = new Map([...fold.users].map(([id, user]) => [id, { ...user }]));
    fold.takeIn(event);
    after(fold, event, before);
  }
  return fold;
}

test("sums, counters and tallies are what the facts add up to", () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const fold = startFold();
      for (const event of log) fold.takeIn(event);
      for (const film of fold.films.values()) expect(film).toMatchObject(sumsFromFacts(fold, film));
      for (const review of fold.reviews.values())
        expect(review).toMatchObject(reactionsFromFacts(fold, review));
      const proven = [...fold.users.values()].filter((user) => user.tier >= 2 && !user.deleted);
      expect(fold.totals.proven).toBe(proven.length);
    }),
    { numRuns: 100 },
  );
});

test("nothing leaves its bounds", () => {
  const { tiers } = defaults;
  const slots = ["proven", "main", "fresh", "epoch", "held"] as const;
  const isWithin = (value: number, least: number, most: number) => value >= least && value <= most;
  const isUserWithin = (user: User, before: User | undefined) => {
    const { floor, upper } = tiers[user.tier]!;
    // At an end of the band somebody has a series, or nowhere to go.
    const isAtEnd = (user.points === upper && user.tier < 3) || (user.points === floor && user.tier > 0);
    return (
      Number.isInteger(user.points) &&
      isWithin(user.points, floor, upper) &&
      user.stage >= (before?.stage ?? 0) &&
      (user.deleted || isAtEnd === (user.series !== null))
    );
  };
  const isFilmWithin = (film: Film) => {
    const { mean, sort } = filmScore(film, defaults);
    return (
      isWithin(mean, 0, 1) &&
      isWithin(sort, 0, 100 * mean) &&
      film.high >= 0 &&
      film.low >= 0 &&
      slots.every((slot) => isWithin(film[slot].x, 0, 1000 * film[slot].w)) &&
      (film.heldEpochs.length > 0 || film.held.w === 0)
    );
  };
  fc.assert(
    fc.property(anyLog, (log) => {
      follow(log, ({ users, films, reviews }, _, before) => {
        expect([...users.values()].filter((user) => !isUserWithin(user, before.get(user.id)))).toEqual([]);
        expect([...films.values()].filter((film) => !isFilmWithin(film))).toEqual([]);
        for (const { o, depth } of reviews.values())
          if (!isWithin(o, 0, 1000) || !isWithin(depth, 0, 1000))
            throw new Error("a review beyond its bounds");
      });
    }),
    { numRuns: 30 },
  );
});

test("points move by reactions and moderation only: not by writing, voting or waiting", () => {
  fc.assert(
    fc.property(filmLog({ calm: true }), (log) => {
      follow(log, (fold, { type }, before) => {
        if (type === "react_set" || type === "review_delete" || type === "seed_tier") return;
        for (const [id, user] of before) expect(fold.users.get(id)!.points).toBe(user.points);
      });
    }),
    { numRuns: 30 },
  );
});

test("a member's tier does not flip: each change takes games that people decided", () => {
  let changes = 0;
  fc.assert(
    fc.property(seriesLog, (log) => {
      let judges = new Set<string>();
      follow(log, (fold, event) => {
        if (event.type === "react_set") judges.add(event.user);
        for (const note of fold.notes) {
          if (note.about !== "member-tier" || event.type === "seed_tier") continue;
          changes++;
          // Three games with three judges each; one may be a win in hand.
          expect(judges.size).toBeGreaterThanOrEqual(6);
          const { points, tier, series } = fold.users.get(note.user)!;
          const { floor, upper } = defaults.tiers[tier]!;
          const quarter = (upper - floor) / 4;
          expect(points).toBe(note.to > note.from ? floor + quarter : upper - quarter);
          expect(series).toBeNull();
          judges = new Set();
        }
      });
    }),
    { numRuns: 60 },
  );
  expect(changes).toBeGreaterThan(20);
});

test("a film's tier does not flip: thirty new opinions lie between two changes, and nobody is heard twice", () => {
  const seats = fc.array(fc.tuple(fc.nat(79), fc.constantFrom<(1 | -1)[]>(1, 1, -1)), {
    minLength: 300,
    maxLength: 600,
    size: "max",
  });
  fc.assert(
    fc.property(seats, (votes) => {
      const fold = startFold();
      for (let index = 0; index < 80; index++)
        fold.takeIn({ type: "seed_tier", user: `u${index}`, tier: 2, id: `s${index}`, ts: 0 });
      let last = Number.NEGATIVE_INFINITY;
      const pauses: number[] = [];
      for (const [index, [voter, v]] of votes.entries()) {
        // Waves of agreement, as a film that divides people would see them.
        const choice = Math.floor(index / 60) % 2 === 0 ? v : (-v as 1 | -1);
        fold.takeIn({
          type: "vote_set",
          user: `u${voter}`,
          film: "f",
          v: choice,
          id: `v${index}`,
          ts: index,
        });
        const { opinions, series: open } = fold.films.get("f")!;
        const heard = [...fold.votes.values()].filter((vote) => open && vote.heardIn === open.id);
        const seats = open ? 5 * (open.wins + open.losses) + open.heard : 0;
        expect(heard).toHaveLength(seats);
        // After it was placed, a film moves by a series, one tier, in its direction.
        const moves = fold.notes
          .filter((note) => note.about === "film-tier")
          .filter(({ from }) => from !== null);
        const series = fold.notes.filter((note) => note.about === "film-series");
        const decided = series.filter(({ what, direction }) => what === (direction > 0 ? "won" : "lost"));
        expect(moves.map(({ from, to }) => to - from!)).toEqual(decided.map(({ direction }) => direction));
        for (const note of series) {
          if (note.what === "begun") pauses.push(opinions - last);
          if (note.what === "won" || note.what === "lost") last = opinions;
        }
      }
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(30);
    }),
    { numRuns: 30 },
  );
});

test("one member back and forth moves no film's tier", () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 30 }), fc.integer({ min: 20, max: 60 }), (likes, dislikes) => {
      const fold = startFold();
      const vote = (user: string, v: 1 | -1, ts: number) =>
        fold.takeIn({ type: "vote_set", user, film: "f", v, id: `${user}:${ts}`, ts });
      for (let index = 0; index < likes + dislikes; index++) {
        fold.takeIn({ type: "seed_tier", user: `u${index}`, tier: 2, id: `s${index}`, ts: 0 });
        vote(`u${index}`, index < likes ? 1 : -1, index);
      }
      // One that is under way may be waiting for just this opinion.
      const { tier, series } = fold.films.get("f")!;
      fc.pre(series === null);
      for (let turn = 0; turn < 200; turn++) vote("u0", turn % 2 ? 1 : -1, 1000 + turn);
      expect(fold.films.get("f")!.tier).toBe(tier);
    }),
    { numRuns: 20 },
  );
});

test("one like never tops: alone, it brings no film into the chart, and none above a film that many like", () => {
  fc.assert(
    fc.property(fc.nat(3), fc.integer({ min: 30, max: 200 }), (tier, fans) => {
      const fold = startFold();
      fold.takeIn({ type: "seed_tier", user: "one", tier, id: "seed", ts: 0 });
      fold.takeIn({ type: "vote_set", user: "one", film: "lonely", v: 1, id: "one", ts: 0 });
      for (let index = 0; index < fans; index++) {
        fold.takeIn({ type: "seed_tier", user: `u${index}`, tier: 1, id: `s${index}`, ts: 0 });
        const v = index % 10 === 0 ? -1 : 1;
        fold.takeIn({ type: "vote_set", user: `u${index}`, film: "loved", v, id: `v${index}`, ts: index });
      }
      const [first, second] = rankFilms([...fold.films.values()], defaults);
      expect([first!.film.id, second!.film.id]).toEqual(["loved", "lonely"]);
      expect(isCharted(second!.score, defaults)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test("any number of new accounts counts five votes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1500 }), fc.constantFrom<(1 | -1)[]>(1, -1), (accounts, v) => {
      const fold = startFold();
      const sites = [{ site: "imdb", value: 7, count: 100_000 }];
      fold.takeIn({ type: "film_base", film: "f", sites, id: "base", ts: 0 });
      const before = filmScore(fold.films.get("f")!, defaults);
      for (let index = 0; index < accounts; index++)
        fold.takeIn({ type: "vote_set", user: `u${index}`, film: "f", v, id: `v${index}`, ts: index });
      const after = filmScore(fold.films.get("f")!, defaults);
      expect(after.memberVotes).toBeLessThanOrEqual(5);
      expect(Math.abs(after.mean - before.mean)).toBeLessThanOrEqual(5 / (before.evidence + 5));
    }),
    { numRuns: 30 },
  );
});

test("all reactions taken back leave nothing behind", () => {
  fc.assert(
    fc.property(seriesLog, (log) => {
      const fold = startFold();
      for (const event of log) fold.takeIn(event);
      const late = log.at(-1)!.ts + 1;
      for (const { user, review } of fold.reactions.values())
        fold.takeIn({ type: "react_set", user, review, v: 0, id: `back ${user} ${review}`, ts: late });
      for (const review of fold.reviews.values())
        expect(review).toMatchObject({ points: 0, likes: 0, dislikes: 0 });
    }),
    { numRuns: 30 },
  );
});
