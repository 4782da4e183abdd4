import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import * as events from "./events.ts";
import { countMarks, deleteMark, insertMark, type MarkTable } from "./mark-queries.ts";

const announced = {
  postLike: { set: events.postLiked, taken: events.postUnliked },
  bookmark: { set: events.postBookmarked, taken: events.postUnbookmarked },
};

/** Somebody's like or bookmark of a post. */
export interface Mark {
  table: MarkTable;
  postId: Id;
  authorId: Id;
  accountId: Id;
}

/** Likes or keeps a post, or takes that back: twice is once, and only what changed is announced. Answers how many there are now. */
export async function markPost(log: EventLog, mark: Mark & { wanted: boolean }): Promise<number> {
  const { table, postId, authorId, accountId, wanted } = mark;
  return log.commit(async (tx) => {
    const changed = await (wanted ? insertMark : deleteMark)(tx, table, accountId, postId);
    const event = announced[table][wanted ? "set" : "taken"];
    if (changed) log.publish(tx, event({ postId, accountId, authorId }));
    return countMarks(tx, table, postId);
  });
}

/** As `markPost`, of something that was liked or kept before. */
export async function markAt(
  log: EventLog,
  tx: Tx,
  { table, postId, authorId, accountId, at }: Mark & { at: Date },
): Promise<void> {
  if (await insertMark(tx, table, accountId, postId, at))
    log.publish(tx, announced[table].set({ postId, accountId, authorId }));
}
