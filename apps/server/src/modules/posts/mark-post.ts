import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import * as events from "./events.ts";
import { countMarks, deleteMark, insertMark, type MarkTable } from "./mark-queries.ts";

const announced = {
  postLike: { set: events.postLiked, taken: events.postUnliked },
  bookmark: { set: events.postBookmarked, taken: events.postUnbookmarked },
};

/** Likes or keeps a post, or takes that back: twice is once, and only what changed is announced. Answers how many there are now. */
export async function markPost(
  log: EventLog,
  mark: { table: MarkTable; postId: Id; authorId: Id; accountId: Id; wanted: boolean },
): Promise<number> {
  const { table, postId, authorId, accountId, wanted } = mark;
  return log.commit(async (tx) => {
    const changed = await (wanted ? insertMark : deleteMark)(tx, table, accountId, postId);
    const event = announced[table][wanted ? "set" : "taken"];
    if (changed) log.publish(tx, event({ postId, accountId, authorId }));
    return countMarks(tx, table, postId);
  });
}
