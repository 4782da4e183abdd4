import { defaults, type Constants } from "./constants.ts";
import { type Decision, decide } from "./decide.ts";
import type { Draft } from "./draft.ts";
import type { FilmEvent } from "./events.ts";
import { emptyMap, type PersistentMap } from "./persistent-map.ts";
import type { Tables, Totals } from "./state.ts";

/** The records of a table. */
export type RecordOf<Name extends keyof Tables> = NonNullable<ReturnType<Tables[Name]["get"]>>;

/** All that the engine knows, as a value. */
export type State = { readonly [Name in keyof Tables]: PersistentMap<RecordOf<Name>> } & {
  readonly totals: Totals;
};

/** `satisfies` and the type of a state together keep this list whole. */
export const tableNames = [
  "users",
  "films",
  "votes",
  "reviews",
  "latestReviews",
  "reactions",
  "pairs",
  "filmsOf",
  "reactedBy",
  "seen",
] as const satisfies (keyof Tables)[];

export const startTotals = (constants: Constants): Totals => ({
  constants,
  clock: 0,
  likes: 0,
  dislikes: 0,
  proven: 0,
});

export function emptyState(constants: Constants = defaults): State {
  const tables = Object.fromEntries(tableNames.map((name) => [name, emptyMap()]));
  return { ...tables, totals: startTotals(constants) } as unknown as State;
}

/** films.md §7: the state after the event. The one before it stays what it was. */
export const reduce = (state: State, event: FilmEvent): State => applied(state, decide(state, event));

function applied(state: State, { draft }: Decision): State {
  const tables = Object.fromEntries(tableNames.map((name) => [name, merged(state, draft, name)]));
  return { ...tables, totals: draft.totals } as unknown as State;
}

function merged(state: State, draft: Draft, name: keyof Tables): PersistentMap<unknown> {
  let table: PersistentMap<unknown> = state[name];
  for (const [key, value] of draft[name].changed ?? []) table = table.with(key, value);
  return table;
}
