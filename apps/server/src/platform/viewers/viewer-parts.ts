import { setImmediate as turn } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import type { LRUCache } from "lru-cache";
import { createGrowingLru } from "../cache/growing-lru.ts";
import type { Stamps } from "../cache/stamps.ts";
import type { Db } from "../database/database.ts";
import type { Id } from "../database/tables.ts";

/**
 * What the program keeps in memory about one person, in parts: features register a part each (relations, likes, the home timeline),
 * and whatever parts a request needs and memory lacks are read in one statement.
 */
export interface ViewerPart<T extends object> {
  name: string;
  /** The columns to read, as expressions that depend on the person's id only. */
  columns: Record<string, (accountId: Id) => RawBuilder<unknown>>;
  /** The part, from the row's values under the same names. */
  decode(row: Record<string, unknown>): T;
  /** How many people's parts are kept at the most. */
  max: number;
}

/** A part in memory; `value` is undefined as soon as it is no longer there. */
export interface HeldPart<T extends object> {
  value: T | undefined;
}

export interface PartHandle<T extends object> {
  readonly name: string;
  peek(accountId: Id): T | undefined;
  /** Forgets the part, also one that is being read at this moment. */
  drop(accountId: Id): void;
  /** Changes a part in memory in place; one that is being read is read again at its next use. False when it is neither. */
  change(accountId: Id, apply: (part: T) => void): boolean;
  /**
   * As `change` for many people. `held` remembers between calls where their parts are, and is for the same `accountIds` only: following a
   * reference is several times faster than looking each of them up.
   */
  changeAll(accountIds: readonly Id[], held: HeldParts<T>, apply: (part: T) => void): Promise<void>;
  /** Puts what `make` answers into memory, if anything and unless the part has changed meanwhile. */
  fill(accountId: Id, make: () => Promise<T | undefined>): Promise<T | undefined>;
  /** Forgets everybody's. */
  clear(): void;
  readonly size: number;
}

export interface ViewerParts {
  register<T extends object>(part: ViewerPart<T>): PartHandle<T>;
  get<A extends object>(accountId: Id, parts: [PartHandle<A>]): Promise<[A]>;
  get<A extends object, B extends object>(
    accountId: Id,
    parts: [PartHandle<A>, PartHandle<B>],
  ): Promise<[A, B]>;
  get<A extends object, B extends object, C extends object>(
    accountId: Id,
    parts: [PartHandle<A>, PartHandle<B>, PartHandle<C>],
  ): Promise<[A, B, C]>;
  /** Forgets everything about a person. */
  drop(accountId: Id): void;
}

export type HeldParts<T extends object> = (HeldPart<T> | undefined)[];

/** People changed in one go: what concerns very many lets other work through. */
const atOnce = 500;

interface Kept extends PartHandle<object> {
  part: ViewerPart<object>;
  cache: LRUCache<Id, HeldPart<object>>;
  /** Reads under way, by person; a read is spoilt when the part changed meanwhile. */
  reads: Reads;
}

interface ReadMark {
  spoilt: boolean;
}
type Reads = Map<Id, ReadMark[]>;

function beginRead(reads: Reads, accountId: Id): ReadMark {
  const mark = { spoilt: false };
  const list = reads.get(accountId);
  if (list) list.push(mark);
  else reads.set(accountId, [mark]);
  return mark;
}

function endRead(reads: Reads, accountId: Id, ended: ReadMark): void {
  const rest = reads.get(accountId)!.filter((mark) => mark !== ended);
  if (rest.length > 0) reads.set(accountId, rest);
  else reads.delete(accountId);
}

/** `stamps` is told of every person about whom something changes, in memory or not. */
export function createViewerParts(db: Db, stamps: Stamps): ViewerParts {
  const all: Kept[] = [];

  async function read(accountId: Id, kept: Kept[]): Promise<Map<string, object>> {
    const reads = kept.map((one) => beginRead(one.reads, accountId));
    try {
      const columns = kept.flatMap(({ part }) =>
        Object.entries(part.columns).map(
          ([name, expression]) => sql`${expression(accountId)} as ${sql.id(name)}`,
        ),
      );
      const { rows } = await sql<Record<string, unknown>>`select ${sql.join(columns)}`.execute(db);
      return new Map(
        kept.map((one, index) => {
          const value = one.part.decode(rows[0]!);
          if (!reads[index]!.spoilt) one.cache.set(accountId, { value });
          return [one.part.name, value];
        }),
      );
    } finally {
      kept.forEach((one, index) => endRead(one.reads, accountId, reads[index]!));
    }
  }

  async function get(accountId: Id, parts: PartHandle<object>[]): Promise<object[]> {
    const found = parts.map((part) => part.peek(accountId));
    if (found.every((value) => value !== undefined)) return found as object[];
    const missing = (parts as Kept[]).filter((_, index) => found[index] === undefined);
    const loaded = await read(accountId, missing);
    return parts.map((part, index) => found[index] ?? loaded.get(part.name)!);
  }

  return {
    register<T extends object>(part: ViewerPart<T>): PartHandle<T> {
      const cache = createGrowingLru<Id, HeldPart<T>>(part.max, {
        dispose: (held) => (held.value = undefined),
      });
      const reads: Reads = new Map();
      const spoil = (accountId: Id) => reads.get(accountId)?.forEach((mark) => (mark.spoilt = true));
      const kept = {
        name: part.name,
        part,
        cache,
        reads,
        peek: (accountId: Id) => cache.get(accountId)?.value,
        drop(accountId: Id) {
          stamps.changed(accountId);
          cache.delete(accountId);
          spoil(accountId);
        },
        change(accountId: Id, apply: (value: T) => void) {
          stamps.changed(accountId);
          const isBeingRead = reads.size > 0 && reads.has(accountId);
          if (isBeingRead) spoil(accountId);
          const value = cache.peek(accountId)?.value;
          if (value) apply(value);
          return isBeingRead || value !== undefined;
        },
        async changeAll(accountIds: readonly Id[], held: HeldParts<T>, apply: (value: T) => void) {
          for (let index = 0; index < accountIds.length; index++) {
            if (index > 0 && index % atOnce === 0) await turn();
            const accountId = accountIds[index]!;
            stamps.changed(accountId);
            if (reads.size > 0) spoil(accountId);
            let one = held[index];
            if (one?.value === undefined) held[index] = one = cache.peek(accountId);
            if (one?.value !== undefined) apply(one.value);
          }
        },
        async fill(accountId: Id, make: () => Promise<T | undefined>) {
          const mark = beginRead(reads, accountId);
          try {
            const value = await make();
            if (value && !mark.spoilt) cache.set(accountId, { value });
            return value;
          } finally {
            endRead(reads, accountId, mark);
          }
        },
        clear() {
          stamps.changedAll();
          cache.clear();
          for (const accountId of reads.keys()) spoil(accountId);
        },
        get size() {
          return cache.size;
        },
      };
      all.push(kept as unknown as Kept);
      return kept;
    },
    get: get as unknown as ViewerParts["get"],
    drop(accountId) {
      for (const kept of all) kept.drop(accountId);
    },
  };
}

/** Whether a sorted list of ids has one. */
export function hasId(sorted: readonly Id[], id: Id): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle]!;
    if (value === id) return true;
    if (value < id) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Puts an id into its place in a sorted list; nothing happens when it is there already. */
export function insertId(sorted: Id[], id: Id): void {
  const last = sorted.at(-1);
  // Nearly always: what is new is the greatest.
  if (last === undefined || last < id) return void sorted.push(id);
  let index = sorted.length;
  while (index > 0 && sorted[index - 1]! > id) index--;
  if (sorted[index - 1] !== id) sorted.splice(index, 0, id);
}

export function removeId(sorted: Id[], id: Id): void {
  const index = sorted.indexOf(id);
  if (index >= 0) sorted.splice(index, 1);
}
