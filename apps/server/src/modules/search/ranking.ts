import type { Id } from "../../platform/database/tables.ts";
import type { Found, PostsAsked } from "./engine.ts";

/** The newest matches are ranked among each other, so many at a time: a word that half of all posts have costs no more than others. */
const windowSize = 100;

export interface Candidate {
  id: Id;
  /** How many of the tokens that a better hit has. */
  better: number;
}

export interface Window {
  /** The newest matches below an id, in any order. */
  candidates: Candidate[];
  /** The next window begins below this id; null when there is none. */
  next: Id | null;
}

/** A page out of windows: newest first, or within each window the better ones first. */
export async function findRanked(
  asked: PostsAsked,
  windowBelow: (below: Id, size: number) => Promise<Window>,
): Promise<Found> {
  const isRanked = asked.sort === "relevance" && asked.needs.better.length > 0;
  const [below = asked.below, better, last] = asked.position?.split(":").map(Number) ?? [];
  // Some more than will be shown, since not all of them may be.
  const size = isRanked ? windowSize : asked.limit + 5;
  const window = await windowBelow(Math.min(below, asked.below), size);
  const next = window.next === null ? null : String(window.next);
  if (!isRanked) {
    const newest = window.candidates.toSorted((a, b) => b.id - a.id);
    return { hits: newest.map(({ id }) => ({ id, position: String(id) })), next };
  }
  // What is written from now on does not move the pages to come.
  const top = Math.min(below, Math.max(0, ...window.candidates.map(({ id }) => id)) + 1);
  const isBehind = (one: Candidate) =>
    better === undefined || one.better < better || (one.better === better && one.id < last!);
  const ranked = window.candidates.toSorted((a, b) => b.better - a.better || b.id - a.id).filter(isBehind);
  return { hits: ranked.map(({ id, better: count }) => ({ id, position: `${top}:${count}:${id}` })), next };
}
