import type { Db } from "../../../platform/database/database.ts";
import { countTokens } from "./post-queries.ts";
import { hashKept, keptPart } from "../../../platform/search/segments.ts";

/** What share of posts has a token, as far as it is known. */
export interface Frequencies {
  shareOf(hash: number): number;
}

const sample = 3_000;
const least = 6;
/** A token that is not known: rarer than what a sample shows. */
const unknown = 0.001;
const keptMs = { few: 10_000, many: 10 * 60_000 };

/**
 * Shares among the newest posts, counted anew from time to time and never waited for: until they are known, everything counts as rare,
 * which costs time and nothing else.
 */
export function createFrequencies(db: Db, onError: (error: unknown) => void): Frequencies {
  let shares = new Map<number, number>();
  let until = 0;

  async function count(): Promise<void> {
    const { total, counts } = await countTokens(db, sample, least);
    const found = new Map<number, number>();
    for (const { segment, token, count: posts } of counts) {
      const hash = hashKept(segment, token);
      found.set(hash, (found.get(hash) ?? 0) + posts / total);
    }
    shares = found;
    until = Date.now() + (total < sample ? keptMs.few : keptMs.many);
  }

  return {
    shareOf(hash) {
      const now = Date.now();
      if (now > until) {
        until = now + keptMs.few;
        count().catch(onError);
      }
      return shares.get(keptPart(hash)) ?? unknown;
    },
  };
}
