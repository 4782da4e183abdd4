import type { Id } from "../../../../platform/database/tables.ts";

/** For whoever does not know how much will come. */
export const leastRoom = 1024;

/**
 * Where each pair of ids is, in some 30 bytes each: places are given out from 0 on. At least twice as many slots as pairs, looked through from where
 * the pair should be. A single id is a pair with 0.
 */
export class PairIndex {
  size = 0;
  private ones: Float64Array;
  private others: Float64Array;
  /** The place plus one; 0 where there is none. */
  private slots: Int32Array;

  constructor(room: number) {
    this.ones = new Float64Array(room);
    this.others = new Float64Array(room);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * room)));
  }

  oneAt = (place: number): Id => this.ones[place]!;
  otherAt = (place: number): Id => this.others[place]!;

  /** Undefined for a pair that is not there. */
  find(one: Id, other: Id): number | undefined {
    const place = this.slots[this.slotOf(one, other)]! - 1;
    return place < 0 ? undefined : place;
  }

  /** The same by the engine's key: an id, or a `pairKey`. */
  findKey(key: string): number | undefined {
    const colon = key.indexOf(":");
    if (colon < 0) return this.find(idAt(key, 0, key.length), 0);
    const end = colon + 1 + idAt(key, 0, colon);
    return this.find(idAt(key, colon + 1, end), idAt(key, end, key.length));
  }

  putKey(key: string): number {
    const colon = key.indexOf(":");
    if (colon < 0) return this.put(idAt(key, 0, key.length), 0);
    const end = colon + 1 + idAt(key, 0, colon);
    return this.put(idAt(key, colon + 1, end), idAt(key, end, key.length));
  }

  /** Its place, a new one where it has none. */
  put(one: Id, other: Id): number {
    const slot = this.slotOf(one, other);
    const known = this.slots[slot]! - 1;
    if (known >= 0) return known;
    const place = this.size++;
    if (place === this.ones.length) this.grow();
    this.ones[place] = one;
    this.others[place] = other;
    if (2 * this.size > this.slots.length) this.index(2 * this.slots.length);
    else this.slots[slot] = this.size;
    return place;
  }

  /** Where the pair is, or would be. */
  private slotOf(one: Id, other: Id): number {
    const mask = this.slots.length - 1;
    for (let slot = hash(one, other) & mask; ; slot = (slot + 1) & mask) {
      const place = this.slots[slot]! - 1;
      if (place < 0 || (this.ones[place] === one && this.others[place] === other)) return slot;
    }
  }

  private grow(): void {
    this.ones = grown(this.ones);
    this.others = grown(this.others);
  }

  private index(slots: number): void {
    this.slots = new Int32Array(slots);
    for (let place = 0; place < this.size; place++)
      this.slots[this.slotOf(this.ones[place]!, this.others[place]!)] = place + 1;
  }
}

/** The number that stands in a text from one place to another. */
function idAt(text: string, from: number, to: number): Id {
  let id = 0;
  for (let place = from; place < to; place++) id = id * 10 + text.charCodeAt(place) - 48;
  return id;
}

/** Ids are up to 2^53, and their lowest bits alike where they were made in a row. */
function hash(one: Id, other: Id): number {
  let mixed = Math.imul(one ^ Math.imul(one / 2 ** 32, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed ^ other ^ Math.imul(other / 2 ** 32, 0xc2b2ae35), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The same with twice as much room. */
export function grown<A extends Float64Array | Int32Array>(array: A): A {
  const larger = new (array.constructor as new (length: number) => A)(2 * array.length);
  larger.set(array);
  return larger;
}
