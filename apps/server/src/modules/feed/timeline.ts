import type { Id } from "../../platform/database/tables.ts";
import { insertId } from "../../platform/viewers/viewer-parts.ts";

/** The newest ids of a feed, ascending, so that a new post is an append. */
export interface Timeline {
  ids: Id[];
  /** Whatever belongs here and is not older than this is in `ids`; 0 when there is nothing older in the database. */
  floor: Id;
}

/** How many posts a timeline keeps; older pages are read from the database. */
export const timelineCap = 800;
/** A timeline grows this far past the cap before it is cut, so that cutting is rare. */
const timelineSlack = 200;

/** From ids as the database gives them, newest first, at most `timelineCap` of them. */
export function timelineOf(newestFirst: Id[]): Timeline {
  const ids = newestFirst.reverse();
  return { ids, floor: ids.length < timelineCap ? 0 : ids[0]! };
}

/** What is older than the floor is left out: it is read from the database, with everything between. */
export function insertPost(timeline: Timeline, postId: Id): void {
  if (postId < timeline.floor) return;
  insertId(timeline.ids, postId);
  if (timeline.ids.length <= timelineCap + timelineSlack) return;
  timeline.ids = timeline.ids.slice(-timelineCap);
  timeline.floor = timeline.ids[0]!;
}
