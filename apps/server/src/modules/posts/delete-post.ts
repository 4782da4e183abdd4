import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import * as events from "./events.ts";
import { deletePostRow, lockBranch } from "./queries.ts";

/** Deletes a post with the comments below it, and announces each of them. Nothing happens when it is gone already. */
export async function deletePost(log: EventLog, tx: Tx, post: { id: Id; rootId: Id | null }): Promise<void> {
  const branch = await lockBranch(tx, post.id, post.rootId ?? post.id);
  if (branch.length === 0) return;
  await deletePostRow(tx, post.id);
  for (const { id, hiddenAt, ...facts } of branch) {
    log.publish(tx, events.postDeleted({ ...facts, postId: id, hidden: hiddenAt !== null }));
  }
}
