import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import {
  hasId,
  insertId,
  type PartHandle,
  removeId,
  type ViewerParts,
} from "../../platform/viewers/viewer-parts.ts";
import * as events from "./events.ts";
import { bookmarkedIds, likedIds } from "./mark-queries.ts";

/** Which posts a person likes and keeps: the newest `kept` of each, by post, sorted. */
export interface Marks {
  liked: Id[];
  bookmarked: Id[];
  /** Posts older than this are not covered by the lists; null when the lists are whole. */
  likedFrom: Id | null;
  bookmarkedFrom: Id | null;
}

const kept = 4000;

export function registerMarks(viewers: ViewerParts, log: EventLog, max: number): PartHandle<Marks> {
  const marks = viewers.register<Marks>({
    name: "marks",
    max,
    columns: { liked: (id) => likedIds(id, kept), bookmarked: (id) => bookmarkedIds(id, kept) },
    decode(row) {
      const liked = (row["liked"] as Id[]).reverse();
      const bookmarked = (row["bookmarked"] as Id[]).reverse();
      return { liked, bookmarked, likedFrom: floorOf(liked), bookmarkedFrom: floorOf(bookmarked) };
    },
  });
  log.listen((event) => {
    if (events.postLiked.is(event))
      marks.change(event.payload.accountId, ({ liked }) => insertId(liked, event.payload.postId));
    else if (events.postUnliked.is(event))
      marks.change(event.payload.accountId, ({ liked }) => removeId(liked, event.payload.postId));
    else if (events.postBookmarked.is(event)) {
      marks.change(event.payload.accountId, ({ bookmarked }) => insertId(bookmarked, event.payload.postId));
    } else if (events.postUnbookmarked.is(event)) {
      marks.change(event.payload.accountId, ({ bookmarked }) => removeId(bookmarked, event.payload.postId));
    }
  });
  return marks;
}

function floorOf(sorted: Id[]): Id | null {
  return sorted.length < kept ? null : sorted[0]!;
}

/** True or false where the lists cover the post, undefined where the database has to be asked. */
export function isLiked(marks: Marks, postId: Id): boolean | undefined {
  return covered(marks.liked, marks.likedFrom, postId);
}

export function isBookmarked(marks: Marks, postId: Id): boolean | undefined {
  return covered(marks.bookmarked, marks.bookmarkedFrom, postId);
}

function covered(sorted: Id[], from: Id | null, postId: Id): boolean | undefined {
  if (from !== null && postId < from) return undefined;
  return hasId(sorted, postId);
}
