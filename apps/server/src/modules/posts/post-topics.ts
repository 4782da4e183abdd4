import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import * as events from "./events.ts";
import {
  type ChangedPost,
  deletePostTopic,
  deleteTopicOfPosts,
  setPostTopics,
} from "./topic-post-queries.ts";

/** Takes a topic off a post, whoever wrote it; false when it was not there. */
export function takeTopicOff(log: EventLog, postId: Id, topicId: Id): Promise<boolean> {
  return log.commit(async (tx) => {
    const post = await deletePostTopic(tx, postId, topicId);
    if (!post) return false;
    publishChange(log, tx, postId, post);
    return true;
  });
}

/** Says what a post is about, whoever wrote it. */
export async function putTopicsOn(log: EventLog, tx: Tx, postId: Id, topicIds: Id[]): Promise<void> {
  const post = await setPostTopics(tx, postId, topicIds);
  if (post) publishChange(log, tx, postId, post);
}

function publishChange(log: EventLog, tx: Tx, postId: Id, post: ChangedPost): void {
  const { hiddenAt, before, ...facts } = post;
  const was = { tags: facts.tags, topics: before, visibility: facts.visibility };
  log.publish(tx, events.postEdited({ ...facts, postId, hidden: hiddenAt !== null, before: was }));
}

/** Takes a topic that is about to be deleted off all posts. */
export async function endTopic(log: EventLog, tx: Tx, topicId: Id): Promise<void> {
  await deleteTopicOfPosts(tx, topicId);
  log.publish(tx, events.topicDeleted({ topicId }));
}
