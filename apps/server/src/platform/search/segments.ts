/** Posts of one segment. Small enough that a word which one in twenty has costs a few milliseconds, large enough that there are few. */
export const segmentPosts = 65_536;

/** What a segment's number does to its hashes; undone by doing it again. */
export function mixOf(segment: number): number {
  let mix = Math.imul(segment + 1, 0x9e3779b1);
  mix ^= mix >>> 15;
  return Math.imul(mix, 0x85ebca6b) | 0;
}

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
