import { type Constants, defaults } from "./constants.ts";
import { settle } from "./decide.ts";
import { type Draft, ownTable } from "./draft.ts";
import type { FilmEvent } from "./events.ts";
import type { Note } from "./notes.ts";
import type { Outcome } from "./outcome.ts";
import { type RecordOf, startTotals, tableNames } from "./reduce.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Tables, Totals } from "./state.ts";

/** A state that its one owner changes in place: a log is folded into it faster than by `reduce`, and to the same end. */
export type Fold = { readonly [Name in keyof Tables]: ReadonlyMap<string, Readonly<RecordOf<Name>>> } & {
  readonly totals: Totals;
  /** What the last event told. */
  readonly notes: readonly Note[];
  /** Its records change with each event; whoever wants to keep one copies it. */
  takeIn(event: FilmEvent): Outcome;
};

export const startFold = (constants: Constants = defaults): Fold =>
  foldOver(startTotals(constants), () => []);

/** Goes on from a snapshot, which stays as it is. */
export const resumeFold = (snapshot: Snapshot): Fold =>
  foldOver(snapshot.totals, (name) =>
    snapshot[name].map(([key, value]) => [key, typeof value === "object" ? { ...value } : value]),
  );

function foldOver(totals: Totals, entriesOf: (name: keyof Tables) => [string, unknown][]): Fold {
  const own = Object.fromEntries(tableNames.map((name) => [name, ownTable(entriesOf(name))]));
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
  } as unknown as Fold;
}
