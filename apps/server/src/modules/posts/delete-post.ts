import type { Tx } from "../../platform/database/database.ts";
import type { Id, PostKind } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import * as events from "./events.ts";
import { deletePostRow, lockBranch } from "./queries.ts";

/** What a space does before a post of its own goes, in the same transaction. */
export type PostDeletionStep = (tx: Tx, post: { id: Id; kind: PostKind; authorId: Id }) => Promise<void>;

/** Deletes a post with the comments below it, and announces each of them. Nothing happens when it is gone already. */
export async function deletePost(
  { log, deletionSteps }: { log: EventLog; deletionSteps: readonly PostDeletionStep[] },
  tx: Tx,
  post: { id: Id; rootId: Id | null },
): Promise<void> {
  const branch = await lockBranch(tx, post.id, post.rootId ?? post.id);
  if (branch.length === 0) return;
  const own = branch.find(({ id }) => id === post.id)!;
  for (const step of deletionSteps) await step(tx, own);
  await deletePostRow(tx, post.id);
  for (const { id, hiddenAt, ...facts } of branch) {
    log.publish(tx, events.postDeleted({ ...facts, postId: id, hidden: hiddenAt !== null }));
  }
}
