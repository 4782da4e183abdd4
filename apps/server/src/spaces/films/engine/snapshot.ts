import type { Fold } from "./fold.ts";
import { type State, tableNames } from "./reduce.ts";
import type { Tables, Totals } from "./state.ts";

/** A state as plain JSON: its totals, and the entries of each table in the order of their keys. */
export type Snapshot = { readonly totals: Totals } & { readonly [Name in keyof Tables]: [string, unknown][] };

export function takeSnapshot(state: State | Fold): Snapshot {
  const tables = tableNames.map((name) => {
    const entries = Array.from(state[name] as Iterable<[string, unknown]>, copied);
    return [name, entries.sort(([one], [other]) => (one < other ? -1 : 1))];
  });
  return { ...Object.fromEntries(tables), totals: state.totals };
}

const copied = ([key, value]: [string, unknown]): [string, unknown] => [
  key,
  typeof value === "object" ? { ...value } : value,
];
