import { copyFilm } from "./copy-record.ts";
import type { Note } from "./notes.ts";
import type { Chain, Film, Lookup, Pair, Reaction, Review, Totals, User, View, Vote } from "./state.ts";

/** The records of one table as they are left, over what they were. */
export interface TableDraft<V> {
  readonly before: Lookup<V>;
  /** Makes of a record that was there the one that is changed. */
  readonly copy: (record: V) => V;
  changed: Map<string, V> | undefined;
}

/**
 * What the rules work on; nothing outside it changes. A draft of one event lies over the state before it. A draft over nothing
 * is a state by itself, and all its records are its own.
 */
export interface Draft {
  totals: Totals;
  readonly users: TableDraft<User>;
  readonly films: TableDraft<Film>;
  readonly votes: TableDraft<Vote>;
  readonly reviews: TableDraft<Review>;
  readonly latestReviews: TableDraft<string>;
  readonly reactions: TableDraft<Reaction>;
  readonly pairs: TableDraft<Pair>;
  readonly filmsOf: TableDraft<Chain>;
  readonly reactedBy: TableDraft<Chain>;
  readonly seen: TableDraft<true>;
  readonly notes: Note[];
}

export function startDraft(view: View): Draft {
  return {
    totals: view.totals,
    users: over(view.users),
    films: over(view.films, copyFilm),
    votes: over(view.votes),
    reviews: over(view.reviews),
    latestReviews: over(view.latestReviews),
    reactions: over(view.reactions),
    pairs: over(view.pairs),
    filmsOf: over(view.filmsOf),
    reactedBy: over(view.reactedBy),
    seen: over(view.seen),
    notes: [],
  };
}

const nothing: Lookup<never> = { get: () => undefined };

const copied = <V>(record: V): V => ({ ...record });
const itself = <V>(record: V): V => record;

/** A draft over nothing, or over where its records are put away and made anew, that already holds these records. */
export const ownTable = <V>(entries?: Iterable<[string, V]>, before: Lookup<V> = nothing): TableDraft<V> => ({
  before,
  copy: itself,
  changed: new Map(entries),
});

const over = <V>(before: Lookup<V>, copy: (record: V) => V = copied): TableDraft<V> => ({
  before,
  copy,
  changed: undefined,
});

export const read = <V>(table: TableDraft<V>, key: string): V | undefined =>
  table.changed?.get(key) ?? table.before.get(key);

export function write<V>(table: TableDraft<V>, key: string, value: V): V {
  (table.changed ??= new Map()).set(key, value);
  return value;
}

/** The record to be changed, the same one each time; what was before stays what it was. */
export function edit<V extends object>(table: TableDraft<V>, key: string): V | undefined {
  const mine = table.changed?.get(key);
  if (mine !== undefined) return mine;
  const before = table.before.get(key);
  return before && write(table, key, table.copy(before));
}

export const prepend = (table: TableDraft<Chain>, key: string, value: string): Chain =>
  write(table, key, { value, rest: read(table, key) ?? null });
