import type { Id } from "../../platform/database/tables.ts";
import type { PostCache, PostCounts } from "./post-cache.ts";

/**
 * For posts that another process has counted: reads what they count now and tells it. One statement at a time for all that have come
 * together meanwhile, and what was asked for last is read after it was asked for, so that the last that is told is what is so.
 */
export function createCountsReader(
  posts: Pick<PostCache, "getMany">,
  tell: (postId: Id, counts: PostCounts) => void,
) {
  let waiting = new Set<Id>();
  /** Told by others since the read that is under way began: what it brings may be older. */
  let overtaken = new Set<Id>();
  let reading: Promise<void> | undefined;

  async function readAll(): Promise<void> {
    while (waiting.size > 0) {
      const wanted = waiting;
      waiting = new Set();
      overtaken = new Set();
      // Only a hint for open pages: one that misses it reads the right counts when it asks next.
      const now = await posts.getMany([...wanted]).catch(() => new Map<Id, never>());
      for (const [postId, { counts }] of now) if (!overtaken.has(postId)) tell(postId, counts);
    }
  }

  return {
    read(postIds: Iterable<Id>): void {
      for (const postId of postIds) waiting.add(postId);
      if (waiting.size > 0) reading ??= readAll().finally(() => (reading = undefined));
    },
    /** Newer counts than any that are being read have been told already. */
    overtake: (postId: Id) => void (reading && overtaken.add(postId)),
  };
}
