import type { Store } from "../../engine/index.ts";
import { type IdPair, idsOf } from "../codecs.ts";
import { grown, leastRoom, PairIndex } from "./pair-index.ts";

type Column = Float64Array | Int32Array;

/** How records become rows of numbers, and what they are made of again. */
export interface Packing<V, Name extends string> {
  /** As in row-queries.ts, the two ids of the key first. Booleans are 0 and 1. */
  definition: string;
  toRow(record: V): Record<Name, number | boolean>;
  fromRow(ids: IdPair, read: (name: Name) => number): V;
}

/** Records with two ids as their key, in columns of numbers: millions of them take a tenth of what objects would, and nothing has to collect them. */
export class PackedTable<V, Name extends string> implements Store<V> {
  readonly index: PairIndex;
  private readonly packing: Packing<V, Name>;
  /** The names of the key, and of the other columns. */
  private readonly one: Name;
  private readonly other: Name;
  private readonly names: readonly Name[];
  private readonly columns: Record<Name, Column>;
  private room: number;

  constructor(packing: Packing<V, Name>, room = leastRoom) {
    this.packing = packing;
    this.room = room;
    this.index = new PairIndex(room);
    const all = packing.definition.split(", ").map((column) => column.split(" ") as [Name, string]);
    const [one, other, ...columns] = all;
    this.one = one![0];
    this.other = other![0];
    this.names = columns.map(([name]) => name);
    this.columns = Object.fromEntries(
      columns.map(([name, type]) => [name, new (type === "float8" ? Float64Array : Int32Array)(room)]),
    ) as Record<Name, Column>;
  }

  get size(): number {
    return this.index.size;
  }

  get(key: string): V | undefined {
    const place = this.index.find(...idsOf(key));
    return place === undefined ? undefined : this.at(place);
  }

  set(_key: string, record: V): void {
    const row = this.packing.toRow(record);
    const place = this.index.put(Number(row[this.one]), Number(row[this.other]));
    if (place === this.room) this.grow();
    for (const name of this.names) this.columns[name][place] = Number(row[name]);
  }

  at(place: number): V {
    return this.packing.fromRow(this.index.at(place), (name) => this.columns[name][place]!);
  }

  /** What one column has at a place. */
  read(name: Name, place: number): number {
    return this.columns[name][place]!;
  }

  /** The rows from a place on: each column, those of the key first, as the text of an array. */
  arrays(from: number, to: number): string[] {
    const columns = this.names.map((name) => this.columns[name].subarray(from, Math.min(to, this.size)));
    return [...this.index.columns(from, to), ...columns].map((column) => `{${column.join(",")}}`);
  }

  private grow(): void {
    this.room *= 2;
    for (const name of this.names) this.columns[name] = grown(this.columns[name]);
  }
}
