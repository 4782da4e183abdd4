import { type Constants, defaults } from "./constants.ts";
import { copyRecord } from "./copy-record.ts";
import { settle } from "./decide.ts";
import { type Draft, ownTable } from "./draft.ts";
import type { FilmEvent } from "./events.ts";
import type { Note } from "./notes.ts";
import type { Outcome } from "./outcome.ts";
import { type RecordOf, startTotals, tableNames } from "./reduce.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Lookup, Tables, Totals } from "./state.ts";

/** A place for records that takes less than a Map of them. */
export interface Store<V> extends Lookup<V> {
  set(key: string, value: V): void;
}
export type Stores = { readonly [Name in keyof Tables]?: Store<RecordOf<Name>> };

/**
 * A state that its one owner changes in place: a log is folded into it faster than by `reduce`, and to the same end. Its Maps hold all records, or
 * of a table that has a store those that were touched since they were put away.
 */
export type Fold = { readonly [Name in keyof Tables]: ReadonlyMap<string, Readonly<RecordOf<Name>>> } & {
  readonly totals: Totals;
  /** What the last event told. */
  readonly notes: readonly Note[];
  /** Its records change with each event; whoever wants to keep one copies it. */
  takeIn(event: FilmEvent): Outcome;
  /** Moves records into the stores of their tables. Between events, as often as there is room for what comes in between. */
  putAway(): void;
};

export const startFold = (constants: Constants = defaults, stores: Stores = {}): Fold =>
  foldOver(startTotals(constants), () => [], stores);

/** Goes on from a snapshot, which stays as it is. */
export const resumeFold = (snapshot: Snapshot): Fold =>
  foldOver(snapshot.totals, (name) =>
    snapshot[name].map(([key, value]) => [key, copyRecord(name, value as never)]),
  );

function foldOver(
  totals: Totals,
  entriesOf: (name: keyof Tables) => [string, unknown][],
  stores: Stores = {},
): Fold {
  const own = Object.fromEntries(
    tableNames.map((name) => [name, ownTable<unknown>(entriesOf(name), stores[name])]),
  );
  const draft = { ...own, totals, notes: [] as Note[] } as unknown as Draft;
  const maps = Object.fromEntries(tableNames.map((name) => [name, draft[name].changed]));
  return {
    ...maps,
    notes: draft.notes,
    get totals() {
      return draft.totals;
    },
    takeIn(event: FilmEvent) {
      draft.notes.length = 0;
      return settle(draft, event);
    },
    putAway() {
      for (const name of tableNames) {
        const store = stores[name] as Store<unknown> | undefined;
        if (!store) continue;
        const records: Map<string, unknown> = draft[name].changed!;
        records.forEach((record, key) => store.set(key, record));
        records.clear();
      }
    },
  } as unknown as Fold;
}
