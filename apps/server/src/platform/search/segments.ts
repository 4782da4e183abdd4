/** Posts of one segment. Small enough that a word which one in twenty has costs a few milliseconds, large enough that there are few. */
export const segmentPosts = 65_536;

const hashBits = 28;
const hashMask = 2 ** hashBits - 1;

/** What a segment's number does to its hashes. */
function mixOf(segment: number): number {
  let mix = Math.imul(segment + 1, 0x9e3779b1);
  mix ^= mix >>> 15;
  return Math.imul(mix, 0x85ebca6b) & hashMask;
}

/**
 * How a hash is kept in a segment. The four highest bits are the segment's, so that what is being written lies together in the index: spread
 * over all of it, each post would touch a hundred pages that nobody has touched since the last checkpoint.
 */
export function keptIn(segment: number, hashes: readonly number[]): number[] {
  const mix = mixOf(segment);
  const place = (segment & 15) << hashBits;
  return hashes.map((hash) => place | ((hash ^ mix) & hashMask));
}

/** The hash, as far as it is kept, of what is kept. */
export function hashKept(segment: number, kept: number): number {
  return (kept ^ mixOf(segment)) & hashMask;
}

/** What `hashKept` answers for a hash. */
export const keptPart = (hash: number) => hash & hashMask;

export interface Segment {
  number: number;
  /** The lowest id that belongs into it. */
  firstId: number;
  posts: number;
}

/** The segment of an id. They are in ascending order, and the first one begins at 0. */
export function segmentOf(segments: readonly Segment[], id: number): Segment {
  let index = segments.length - 1;
  while (index > 0 && segments[index]!.firstId > id) index--;
  return segments[index]!;
}
