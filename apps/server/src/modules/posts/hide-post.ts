import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { Problem } from "../../platform/http/problem.ts";
import * as events from "./events.ts";
import { setHidden } from "./queries.ts";
import { type HiddenFacts, isWithheld } from "./withhold-queries.ts";

/**
 * Hides or shows a post of one's own; doing it twice is doing it once. What moderators have hidden stays hidden: showing it is a 403.
 */
export async function hidePost(log: EventLog, postId: Id, authorId: Id, hidden: boolean): Promise<void> {
  await log.commit(async (tx) => {
    const post = await setHidden(tx, postId, authorId, hidden);
    if (post) announceHidden(log, tx, post, hidden);
    else if (!hidden && (await isWithheld(tx, postId)))
      throw new Problem(403, "withheld", "Moderators have hidden this post.");
  });
}

/** Announces that a post is hidden, or shown again. */
export function announceHidden(
  log: EventLog,
  tx: Tx,
  { id: postId, kind, authorId, parentId, rootId, visibility, tags, topics }: HiddenFacts,
  hidden: boolean,
): void {
  const facts = { postId, kind, authorId, parentId, rootId, visibility, tags, topics };
  log.publish(tx, hidden ? events.postHidden(facts) : events.postUnhidden(facts));
}
