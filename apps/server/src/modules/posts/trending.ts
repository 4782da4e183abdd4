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
const keptMs = 30_000;
const activeMs = 14 * 86_400_000;

/** Read from the database at most once between two changes and twice a minute. */
export function createTrending(db: Db): Trending {
  let kept: { tags: ReturnType<Trending["tags"]>; until: number } | undefined;
  return {
    tags() {
      const now = Date.now();
      if (kept && kept.until > now) return kept.tags;
      const tags = listHotTags(db, halfLifeMs, new Date(now - activeMs), most);
      const mine = { tags, until: now + keptMs };
      kept = mine;
      tags.catch(() => {
        if (kept === mine) kept = undefined;
      });
      return tags;
    },
    changed: () => (kept = undefined),
  };
}
