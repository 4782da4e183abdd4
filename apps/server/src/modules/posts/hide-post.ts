import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import * as events from "./events.ts";
import { setHidden } from "./queries.ts";

/** Hides or shows a post of one's own; doing it twice is doing it once. */
export async function hidePost(log: EventLog, postId: Id, authorId: Id, hidden: boolean): Promise<void> {
  await log.commit(async (tx) => {
    const post = await setHidden(tx, postId, authorId, hidden);
    if (!post) return;
    const { kind, parentId, rootId, visibility, tags, topics } = post;
    const facts = { postId, kind, authorId, parentId, rootId, visibility, tags, topics };
    log.publish(tx, hidden ? events.postHidden(facts) : events.postUnhidden(facts));
  });
}
