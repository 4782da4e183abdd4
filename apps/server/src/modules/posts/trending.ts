import type { Db } from "../../platform/database/database.ts";
import { halfLifeMs } from "./fold-counters.ts";
import { listHotTags, type TagCount } from "./tag-queries.ts";

export interface Trending {
  /** The hottest tags, hottest first. */
  tags(): Promise<(TagCount & { heat: number })[]>;
  /** Counts of tags have changed. */
  changed(): void;
}

const most = 20;
/** How long an answer is good: when tags were used since, and when not. */
const keptMs = { changed: 1000, unchanged: 30_000 };
const activeMs = 14 * 86_400_000;

/** Read from the database once a second at the most, however often it is asked for. */
export function createTrending(db: Db): Trending {
  let kept: { tags: ReturnType<Trending["tags"]>; at: number; changed: boolean } | undefined;
  return {
    tags() {
      const now = Date.now();
      if (kept && now - kept.at < (kept.changed ? keptMs.changed : keptMs.unchanged)) return kept.tags;
      const tags = listHotTags(db, halfLifeMs, new Date(now - activeMs), most);
      const mine = { tags, at: now, changed: false };
      kept = mine;
      tags.catch(() => {
        if (kept === mine) kept = undefined;
      });
      return tags;
    },
    changed() {
      if (kept) kept.changed = true;
    },
  };
}
