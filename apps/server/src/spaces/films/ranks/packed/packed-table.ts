import type { Id } from "../../../../platform/database/tables.ts";
import type { Store } from "../../engine/index.ts";
import { grown, leastRoom, PairIndex } from "./pair-index.ts";

/** How records become numbers, and what they are made of again by the ids of their key. Written out for each table: it is done some million times. */
export interface Packing<V> {
  /** So many numbers each. */
  width: number;
  write(record: V, to: Float64Array, at: number): void;
  read(one: Id, other: Id, from: Float64Array, at: number): V;
}

/**
 * Records by one or two ids, as rows of numbers one behind the other: millions of them take a fraction of what objects would, nothing has to collect
 * them, and what belongs to one record is found in one place.
 */
export class PackedTable<V> implements Store<V> {
  readonly index: PairIndex;
  readonly width: number;
  numbers: Float64Array;
  private readonly packing: Packing<V>;

  constructor(packing: Packing<V>, room = leastRoom) {
    this.packing = packing;
    this.width = packing.width;
    this.index = new PairIndex(room);
    this.numbers = new Float64Array(room * packing.width);
  }

  get size(): number {
    return this.index.size;
  }

  get(key: string): V | undefined {
    const place = this.index.findKey(key);
    return place === undefined ? undefined : this.at(place);
  }

  set(key: string, record: V): void {
    const at = this.index.putKey(key) * this.width;
    if (at === this.numbers.length) this.numbers = grown(this.numbers);
    this.packing.write(record, this.numbers, at);
  }

  at(place: number): V {
    const { index, numbers, packing, width } = this;
    return packing.read(index.oneAt(place), index.otherAt(place), numbers, place * width);
  }

  *values(): Generator<V> {
    for (let place = 0; place < this.size; place++) yield this.at(place);
  }
}
