import fc from "fast-check";
import { expect, test } from "vitest";
import { filmLog, seriesLog, watchLog } from "../../../../../test/film-log.ts";
import { defaults, type FilmEvent, startFold } from "../../engine/index.ts";
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

      for (const name of ["votes", "reactions", "pairs", "filmsOf", "reactedBy"] as const) {
        expect(fold[name].size).toBe(0);
        for (const [key, record] of whole[name])
          expect(copyOf(stores[name].get(key))).toEqual(copyOf(record));
      }
      for (const name of ["votes", "reactions", "pairs"] as const)
        expect(stores[name].size).toBe(whole[name].size);
      for (const name of ["users", "films", "reviews", "latestReviews"] as const)
        expect(fold[name]).toEqual(whole[name]);
      expect(fold.totals).toEqual(whole.totals);
    }),
    { numRuns: 150 },
  );
});

/** A chain that is followed to its end; other records as they are. */
const copyOf = (record: unknown): unknown =>
  typeof record === "object" && record !== null && "value" in record && "rest" in record
    ? { value: record.value, rest: copyOf(record.rest) }
    : record;

test("ten thousand records are found by their keys and come out as columns", () => {
  const table = new PackedTable<[number, number, number], "one" | "other" | "sum">({
    definition: "one bigint, other bigint, sum float8",
    toRow: ([one, other, sum]) => ({ one, other, sum }),
    fromRow: ([one, other], read) => [one, other, read("sum")],
  });
  const all = Array.from({ length: 10_000 }, (_, n): [number, number, number] => {
    const [one, other] = [Math.floor(n / 100) * 4096 + 1, 2 ** 50 + (n % 100)];
    return [one, other, one + other + 0.5];
  });
  for (const record of all) table.set("", record);
  for (const [one, other, sum] of all) {
    const key = `${String(one).length}:${one}${other}`;
    expect(table.get(key)).toEqual([one, other, sum]);
  }
  expect(table.get("1:77")).toBeUndefined();
  expect(table.arrays(9_998, 20_000)).toEqual(
    [0, 1, 2].map((column) => `{${all[9_998]![column]},${all[9_999]![column]}}`),
  );
});
