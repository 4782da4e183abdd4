import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { announceHidden } from "./hide-post.ts";
import { releasePost, withholdPost } from "./withhold-queries.ts";

/**
 * Hides a post from everybody but its author, who cannot undo it. Answers whose it is and whether it was hidden already; undefined when there is none,
 * or moderators have hidden it before.
 */
export async function withhold(
  log: EventLog,
  tx: Tx,
  postId: Id,
): Promise<{ authorId: Id; wasHidden: boolean } | undefined> {
  const post = await withholdPost(tx, postId);
  if (!post) return undefined;
  if (!post.wasHidden) announceHidden(log, tx, post, true);
  return { authorId: post.authorId, wasHidden: post.wasHidden };
}

/** Takes that back; the post stays hidden where its author had hidden it. Nothing happens when it is gone. */
export async function release(log: EventLog, tx: Tx, postId: Id, staysHidden: boolean): Promise<void> {
  const post = await releasePost(tx, postId, staysHidden);
  if (post && !staysHidden) announceHidden(log, tx, post, false);
}
