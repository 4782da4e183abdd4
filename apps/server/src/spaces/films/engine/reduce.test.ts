import fc from "fast-check";
import { expect, test } from "vitest";
import { filmLog, seriesLog, watchLog } from "../../../../test/film-log.ts";
import {
  decide,
  emptyState,
  type FilmEvent,
  type Fold,
  pairKey,
  reduce,
  resumeFold,
  type Snapshot,
  startFold,
  type State,
  takeSnapshot,
  type View,
} from "./index.ts";

function folded(log: readonly FilmEvent[], fold: Fold = startFold()): Fold {
  for (const event of log) fold.takeIn(event);
  return fold;
}
const reduced = (log: readonly FilmEvent[]): State => log.reduce(reduce, emptyState());
const resultOf = (log: readonly FilmEvent[]) => takeSnapshot(folded(log));
const anyLog = fc.oneof(filmLog(), seriesLog, watchLog);

test("a replay of the log equals the state as it came about", () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      expect(resultOf(log)).toEqual(takeSnapshot(reduced(log)));
    }),
    { numRuns: 40 },
  );
});

test("a snapshot taken anywhere goes on to the same end", () => {
  fc.assert(
    fc.property(anyLog, fc.nat(400), (log, cut) => {
      const stored = JSON.stringify(takeSnapshot(folded(log.slice(0, cut))));
      const resumed = folded(log.slice(cut), resumeFold(JSON.parse(stored) as Snapshot));
      expect(takeSnapshot(resumed)).toEqual(resultOf(log));
    }),
    { numRuns: 60 },
  );
});

test("a snapshot stays what it was while its fold goes on, and the other way round", () => {
  fc.assert(
    fc.property(anyLog, fc.nat(200), (log, cut) => {
      const fold = folded(log.slice(0, cut));
      const snapshot = takeSnapshot(fold);
      const before = structuredClone(snapshot);
      folded(log.slice(cut), fold);
      folded(log.slice(cut), resumeFold(snapshot));
      expect(snapshot).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

test("events that come again change nothing", () => {
  const withRepeats = anyLog.chain((log) =>
    fc.tuple(fc.constant(log), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 })),
  );
  fc.assert(
    fc.property(withRepeats, ([log, repeats]) => {
      const longer = [...log];
      for (const [which, when] of repeats) {
        const first = which % log.length;
        const after = longer.indexOf(log[first]!) + 1;
        longer.splice(after + (when % (longer.length - after + 1)), 0, log[first]!);
      }
      expect(resultOf(longer)).toEqual(resultOf(log));
    }),
    { numRuns: 60 },
  );
});

test("what is older than what stands is dropped, whoever sends it again", () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), (log, pick) => {
      const fold = folded(log);
      const stands = [
        ...[...fold.votes.values()].map(({ user, film, ts }) => ({
          type: "vote_set",
          user,
          film,
          v: -1,
          ts,
        })),
        ...[...fold.reactions.values()].map(({ user, review, ts }) => ({
          type: "react_set",
          user,
          review,
          v: -1,
          ts,
        })),
        ...[...fold.reviews.values()].map(({ user, film, id, ts }) => {
          return { type: "review_put", user, film, review: id, aspects: { story: 1 }, chars: 0, ts };
        }),
      ];
      if (stands.length === 0) return;
      const one = stands[pick % stands.length]!;
      const before = takeSnapshot(fold);
      const late = { ...one, id: "late", ts: one.ts - 1 } as FilmEvent;
      expect(fold.takeIn(late)).not.toBe("applied");
      expect({ ...takeSnapshot(fold), seen: [] }).toEqual({ ...before, seen: [] });
    }),
    { numRuns: 100 },
  );
});

test("a state stays what it was when an event is reduced onto it", () => {
  fc.assert(
    fc.property(filmLog({ maxLength: 60 }), (log) => {
      let state = emptyState();
      for (const event of log) {
        const before = frozen(takeSnapshot(state));
        const next = reduce(state, frozen(event));
        expect(takeSnapshot(state)).toEqual(before);
        state = next;
      }
    }),
    { numRuns: 15 },
  );
});

test("an event reads and writes a few records, however large the state is", () => {
  const fold = startFold();
  const vote = (user: string, film: string, ts: number): FilmEvent => {
    return { type: "vote_set", user, film, v: 1, id: `${user} ${film}`, ts };
  };
  for (let user = 0; user < 200; user++)
    for (let film = 0; film < 20; film++) fold.takeIn(vote(`u${user}`, `f${film}`, film * 86_400_000));
  let reads = 0;
  const counted = (table: Map<string, unknown>) => ({ get: (key: string) => (reads++, table.get(key)) });
  const tables = Object.entries(fold).map(([name, table]) => [
    name,
    table instanceof Map ? counted(table) : table,
  ]);
  const view = { ...Object.fromEntries(tables), totals: fold.totals } as View;
  const { outcome, draft } = decide(view, vote("u7", "f20", 20 * 86_400_000));
  expect(outcome).toBe("applied");
  expect(reads).toBeLessThan(15);
  const changed = Object.entries(draft).flatMap(([name, table]) =>
    Array.from(
      (table as { changed?: Map<string, unknown> }).changed?.keys() ?? [],
      (key) => `${name} ${key}`,
    ),
  );
  const expected = ["users u7", "films f20", `votes ${pairKey("u7", "f20")}`, "filmsOf u7", "seen u7 f20"];
  expect(changed.sort()).toEqual(expected.sort());
});

test("the order in which proven members vote does not matter", () => {
  const voters = fc.array(fc.constantFrom<1 | -1>(1, -1), { minLength: 2, maxLength: 40 });
  const shuffled = voters.chain((votes) => {
    const all = votes.map((v, index): FilmEvent => {
      return { type: "vote_set", user: `u${index}`, film: "f", v, id: `e${index}`, ts: 1000 };
    });
    return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
  });
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const seeds = one.map((_, index): FilmEvent => ({
        type: "seed_tier",
        user: `u${index}`,
        tier: 2 + (index % 2),
        id: `s${index}`,
        ts: 0,
      }));
      const filmAfter = (votes: FilmEvent[]) => {
        // Whether a series has begun on the way does depend on the order; what the film is worth does not.
        const {
          series: _,
          seriesBegun: __,
          waitUntil: ___,
          tier: ____,
          ...film
        } = folded([...seeds, ...votes]).films.get("f")!;
        return film;
      };
      expect(filmAfter(one)).toEqual(filmAfter(other));
    }),
  );
});

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
