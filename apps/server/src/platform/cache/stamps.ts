/** What something was made from, and the state that was in. */
export interface Stamp {
  slots: Uint16Array;
  sum: number;
}

/**
 * Tells whether any of the things that something was made from has changed since, without looking at them: that would be a walk
 * through cold memory, this is a sum over a table that stays in the processor's cache.
 */
export interface Stamps {
  changed(key: number): void;
  /** As `changed` for every key there is. */
  changedAll(): void;
  /** To be taken in the turn in which the things are read. */
  take(keys: readonly number[]): Stamp;
  isCurrent(stamp: Stamp): boolean;
}

const slotCount = 1 << 16;
/** Ids are milliseconds times 4096 plus a counter: both parts spread over the slots. */
const slotOf = (key: number) => (key ^ (key / slotCount)) & (slotCount - 1);

export function createStamps(): Stamps {
  // Two things may share a slot: what changes one then outdates what was made from the other, which costs time only.
  const versions = new Uint32Array(slotCount);
  const sumOf = (slots: Uint16Array) => {
    let sum = 0;
    for (let index = 0; index < slots.length; index++) sum += versions[slots[index]!]!;
    return sum;
  };
  return {
    changed: (key) => void versions[slotOf(key)]!++,
    changedAll: () => versions.forEach((version, slot) => (versions[slot] = version + 1)),
    take(keys) {
      const slots = Uint16Array.from(keys, slotOf);
      return { slots, sum: sumOf(slots) };
    },
    // Versions only grow: the sum is the same only when none of them has.
    isCurrent: ({ slots, sum }) => sumOf(slots) === sum,
  };
}
