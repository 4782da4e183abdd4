import fc from "fast-check";
import { expect, test } from "vitest";
import { filmLog, seriesLog, watchLog } from "../../../../../test/film-log.ts";
import { defaults, type FilmEvent, pairKey, startFold } from "../../engine/index.ts";
import { packedTables } from "./packed-tables.ts";
import { PackedTable } from "./packed-table.ts";

/** The log with ids as the site has them: numbers of sixteen digits, and those made in a row alike but for their ends. */
function numbered(events: readonly FilmEvent[]): FilmEvent[] {
  const known = new Map<string, string>();
  const numberOf = (id: string) => {
    if (!known.has(id)) known.set(id, String(2 ** 52 + known.size * (known.size % 3 === 0 ? 4096 : 1)));
    return known.get(id)!;
  };
  return events.map((event) => {
    const named = { ...event } as FilmEvent & { user?: string; film?: string; review?: string };
    for (const name of ["user", "film", "review"] as const)
      if (named[name] !== undefined) named[name] = numberOf(named[name]);
    return named;
  });
}

test("records that are put away in between, ever so often, are those of a fold that keeps them", () => {
  const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.oneof(filmLog(), seriesLog, watchLog), pieces, (events, sizes) => {
      const log = numbered(events);
      const whole = startFold();
      for (const event of log) whole.takeIn(event);

      // Less than there will be: they have to grow.
      const stores = packedTables({ votes: 1, reactions: 2 });
      const fold = startFold(defaults, stores);
      for (let from = 0, turn = 0; from < log.length; turn++) {
        const to = from + sizes[turn % sizes.length]!;
        for (const event of log.slice(from, to)) fold.takeIn(event);
        fold.putAway();
        from = to;
      }

      for (const name of [
        "users",
        "films",
        "votes",
        "reviews",
        "latestReviews",
        "reactions",
        "pairs",
      ] as const)
        expect(stores[name].size).toBe(whole[name].size);
      // What the fold works on of a film is no copy, and knows more than the engine.
      const stored = (name: (typeof tables)[number], key: string) =>
        name === "films" ? stores.films.at(stores.films.index.findKey(key)!).film : stores[name].get(key);
      for (const name of tables) {
        expect(fold[name].size).toBe(0);
        for (const [key, record] of whole[name]) expect(copyOf(stored(name, key))).toEqual(copyOf(record));
      }
      expect(fold.totals).toEqual(whole.totals);
    }),
    { numRuns: 150 },
  );
});

const tables = [
  "users",
  "films",
  "votes",
  "reviews",
  "latestReviews",
  "reactions",
  "pairs",
  "filmsOf",
  "reactedBy",
] as const;

/** A chain that is followed to its end; other records as they are. */
const copyOf = (record: unknown): unknown =>
  typeof record === "object" && record !== null && "value" in record && "rest" in record
    ? { value: record.value, rest: copyOf(record.rest) }
    : record;

test("ten thousand records are found by their keys", () => {
  const table = new PackedTable<[number, number, number]>({
    width: 1,
    write([, , sum], numbers, at) {
      numbers[at] = sum;
    },
    read: (one, other, numbers, at) => [one, other, numbers[at]!],
  });
  const all = Array.from({ length: 10_000 }, (_, n): [string, [number, number, number]] => {
    const [one, other] = [Math.floor(n / 100) * 4096 + 1, 2 ** 50 + (n % 100)];
    return [pairKey(String(one), String(other)), [one, other, one + other + 0.5]];
  });
  for (const [key, record] of all) table.set(key, record);
  for (const [key, record] of all) expect(table.get(key)).toEqual(record);
  expect(table.get("1:77")).toBeUndefined();
  expect([...table.values()]).toEqual(all.map(([, record]) => record));
});
