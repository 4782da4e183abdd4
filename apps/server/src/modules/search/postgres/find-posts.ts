import type { Db } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { Found, PostsAsked } from "../engine.ts";
import type { Frequencies } from "./frequencies.ts";
import { findRanked, type Window } from "../ranking.ts";
import { type Plan, planOf } from "./plan.ts";
import { findByWalking, findIdBelow, findInSegments, listSegments } from "./post-queries.ts";
import { type Segment, segmentOf, segmentPosts } from "../../../platform/search/segments.ts";

/** A word that so many posts have is found faster by looking at the newest ones than in the index. */
const commonShare = 0.04;
const walked = 3_000;
/** Posts that the index may hand out for one window, about: each costs some two microseconds. */
const mostRead = 12_000;
/** Segments per statement. */
const segmentsAtOnce = 32;
const segmentsKeptMs = 100;

export interface PostFinder {
  find(asked: PostsAsked): Promise<Found>;
}

export function createPostFinder(db: Db, frequencies: Frequencies): PostFinder {
  let kept: { segments: Promise<Segment[]>; at: number } | undefined;

  async function segments(): Promise<Segment[]> {
    const now = Date.now();
    if (!kept || now - kept.at > segmentsKeptMs) {
      const mine = { segments: listSegments(db), at: now };
      kept = mine;
      mine.segments.catch(() => {
        if (kept === mine) kept = undefined;
      });
    }
    return kept.segments;
  }

  const rarest = (hashes: readonly number[]) =>
    Math.min(1, ...hashes.map((hash) => frequencies.shareOf(hash)));

  /** The share of posts that answer, if words come and go without regard for each other. */
  function guess({ needs }: Plan): number {
    let share = 1;
    for (const { all, either } of needs)
      share *= either ? Math.min(rarest(all), rarest(either[0]) + rarest(either[1])) : rarest(all);
    return share;
  }

  /** The share of posts that the index hands out, to be looked at one by one. */
  function guessRead({ must, oneOf }: Plan): number {
    return Math.min(rarest(must), ...oneOf.map(([one, other]) => rarest([one]) + rarest([other])));
  }

  /** The newest matches below an id. */
  async function windowBelow(plan: Plan, asked: PostsAsked, below: Id, size: number): Promise<Window> {
    const all = await segments();
    const bounds = { ...asked, below };
    const windowOf = (candidates: Window["candidates"]): Window => ({
      candidates,
      next: candidates.length < size ? null : Math.min(...candidates.map(({ id }) => id)),
    });
    const isIndexed = plan.must.length > 0 || plan.oneOf.length > 0;
    if (!isIndexed || guess(plan) >= commonShare) {
      const segment = segmentOf(all, below - 1);
      const found = await findByWalking(db, plan, segment, bounds, size, walked);
      if (found.length === size) return windowOf(found);
      if (!isIndexed) return afterWalk(found, segment, bounds);
    }
    const inRange = (segment: Segment, index: number) =>
      segment.firstId < below && (all[index + 1]?.firstId ?? Infinity) > asked.notBelow;
    // With the one that comes next, since another process may just have begun it.
    const last = all.at(-1)!;
    const relevant = [...all.filter(inRange), { ...last, number: last.number + 1 }].toReversed();
    const found: Window["candidates"] = [];
    const perSegment = 1 + guessRead(plan) * segmentPosts;
    let read = 0;
    for (let at = 0; at < relevant.length && found.length < size;) {
      // What hardly anybody may see, or what the query itself rules out, is not looked for through all of the past at once.
      if (read > mostRead) return { candidates: found, next: relevant[at - 1]!.firstId };
      const count = Math.min(segmentsAtOnce, Math.max(at === 0 ? 2 : 1, Math.floor(mostRead / perSegment)));
      const some = relevant.slice(at, at + count);
      found.push(...(await findInSegments(db, plan, some, bounds, size - found.length)));
      read += perSegment * some.length;
      at += some.length;
    }
    return windowOf(found);
  }

  /** Nothing but looking at posts is left: as far as that went, and on from there. */
  async function afterWalk(
    candidates: Window["candidates"],
    segment: Segment,
    { below, notBelow }: { below: Id; notBelow: Id },
  ): Promise<Window> {
    const reached = await findIdBelow(db, below, Math.max(notBelow, segment.firstId), walked);
    const next = reached ?? segment.firstId;
    return { candidates, next: next <= notBelow || next === 0 ? null : next };
  }

  return {
    find: (asked) => findRanked(asked, (below, size) => windowBelow(planOf(asked.needs), asked, below, size)),
  };
}
