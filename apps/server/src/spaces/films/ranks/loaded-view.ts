import type { Chain, Lookup, Tables, Totals, View } from "../engine/index.ts";

export type LoadedTable = Exclude<keyof Tables, "seen">;
export type RecordIn<Name extends keyof Tables> = Tables[Name] extends Lookup<infer V> ? V : never;
export type ChainTable = "filmsOf" | "reactedBy";

/** A record that the engine has asked for is not in memory: it is to be loaded, and the event taken in from its beginning. */
export class NotLoaded extends Error {
  readonly table: LoadedTable;
  readonly key: string;

  constructor(table: LoadedTable, key: string) {
    super(`${table} ${key} is not loaded`);
    this.table = table;
    this.key = key;
  }
}

/** Records of one table: as they were before a run of events, and as the run has left them. Undefined in `before` is one that is not there. */
export class LoadedRecords<Name extends LoadedTable> implements Lookup<RecordIn<Name>> {
  readonly before = new Map<string, RecordIn<Name> | undefined>();
  readonly changed = new Map<string, RecordIn<Name>>();
  private readonly name: Name;

  constructor(name: Name) {
    this.name = name;
  }

  get(key: string): RecordIn<Name> | undefined {
    const changed = this.changed.get(key);
    if (changed !== undefined) return changed;
    if (!this.before.has(key)) throw new NotLoaded(this.name, key);
    return this.before.get(key);
  }
}

/** All that a run of events reads and changes. */
export class LoadedView implements View {
  totals: Totals;
  readonly users = new LoadedRecords("users");
  readonly films = new LoadedRecords("films");
  readonly votes = new LoadedRecords("votes");
  readonly reviews = new LoadedRecords("reviews");
  readonly latestReviews = new LoadedRecords("latestReviews");
  readonly reactions = new LoadedRecords("reactions");
  readonly pairs = new LoadedRecords("pairs");
  readonly filmsOf = new LoadedRecords("filmsOf");
  readonly reactedBy = new LoadedRecords("reactedBy");
  /** The place in the log says what was taken in. */
  readonly seen: Lookup<true> = { get: () => undefined };
  /** The links of chains that were followed. */
  readonly followed = { filmsOf: new Map<string, Chain>(), reactedBy: new Map<string, Chain>() };

  constructor(totals: Totals) {
    this.totals = totals;
  }

  /**
   * The chain of somebody who has one, loaded only when it is followed: adding a link, as each new film does, needs none of the others.
   */
  chainOf(table: ChainTable, key: string): Chain {
    const links = this.followed[table];
    const follow = (): Chain => {
      const chain = links.get(key);
      if (!chain) throw new NotLoaded(table, key);
      return chain;
    };
    return {
      get value() {
        return follow().value;
      },
      get rest() {
        return follow().rest;
      },
    };
  }
}
