import { LRUCache } from "lru-cache";
import type { Stamp, Stamps } from "../../platform/cache/stamps.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Timeline } from "./timeline.ts";

interface StoredPage {
  limit: number;
  bytes: Buffer;
  /** A page is good only as long as this very timeline is warm: posts are pushed into no other. */
  timeline: Timeline;
  stamp: Stamp;
}

/** First pages of homes as they were sent, for those who look again before anything on them has changed. */
export interface HomePages {
  find(accountId: Id, limit: number, timeline: Timeline): Buffer | undefined;
  /** `madeFrom`: the stamps' keys of all that was looked at, whether shown or not. */
  keep(accountId: Id, limit: number, timeline: Timeline, madeFrom: readonly Id[], bytes: Buffer): void;
}

/** Of those who are new while there is no room, one in so many gets in. */
const oneIn = 8;

/**
 * When more people come around than there is room for, each new page would push out one that is wanted sooner, and in the end none would
 * be found: so most of the new ones stay out, and who is in is found again.
 */
export function createHomePages(stamps: Stamps, maxBytes: number): HomePages {
  const pages = new LRUCache<Id, StoredPage>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes, stamp }) => bytes.length + stamp.slots.byteLength + 300,
  });
  const isFull = () => pages.calculatedSize > maxBytes * 0.95;
  let turnedAway = 0;
  return {
    find(accountId, limit, timeline) {
      const page = pages.get(accountId);
      if (!page || page.limit !== limit || page.timeline !== timeline || !stamps.isCurrent(page.stamp))
        return undefined;
      return page.bytes;
    },
    keep(accountId, limit, timeline, madeFrom, bytes) {
      if (isFull() && !pages.has(accountId) && ++turnedAway % oneIn > 0) return;
      const stamp = stamps.take([accountId, ...madeFrom]);
      pages.set(accountId, { limit, bytes, timeline, stamp });
    },
  };
}
