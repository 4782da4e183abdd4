import { copyRecord } from "./copy-record.ts";
import type { Fold } from "./fold.ts";
import { type State, tableNames } from "./reduce.ts";
import type { Tables, Totals } from "./state.ts";

/** A state as plain JSON: its totals, and the entries of each table in the order of their keys. */
export type Snapshot = { readonly totals: Totals } & { readonly [Name in keyof Tables]: [string, unknown][] };

export function takeSnapshot(state: State | Fold): Snapshot {
  const tables = tableNames.map((name) => {
    const entries = Array.from(
      state[name] as Iterable<[string, never]>,
      ([key, record]): [string, unknown] => [key, copyRecord(name, record)],
    );
    return [name, entries.sort(([one], [other]) => (one < other ? -1 : 1))];
  });
  return { ...Object.fromEntries(tables), totals: state.totals };
}
