import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { Problem } from "../../platform/http/problem.ts";
import { peopleEvents } from "../people/index.ts";
import { countFollowed, countFollowers, deleteTopicFollow, insertTopicFollow } from "./topic-queries.ts";

const most = 5_000;

/** Follows a topic, or ends that; twice is once. */
export async function followTopic(
  log: EventLog,
  accountId: Id,
  topicId: Id,
  wanted: boolean,
): Promise<{ following: boolean; followers: number }> {
  return log.commit(async (tx) => {
    const pair = { accountId, topicId };
    if (!wanted) {
      if (await deleteTopicFollow(tx, accountId, topicId))
        log.publish(tx, peopleEvents.topicUnfollowed(pair));
    } else if (await insertTopicFollow(tx, accountId, topicId)) {
      if ((await countFollowed(tx, accountId)) > most)
        throw new Problem(422, "too-many", `Nobody can follow more than ${most} of these.`);
      log.publish(tx, peopleEvents.topicFollowed(pair));
    }
    return { following: wanted, followers: await countFollowers(tx, topicId) };
  });
}
