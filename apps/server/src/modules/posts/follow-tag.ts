import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { Problem } from "../../platform/http/problem.ts";
import { peopleEvents } from "../people/index.ts";
import { countFollowedTags, deleteTagFollow, insertTagFollow } from "./tag-queries.ts";

const most = 1000;

/** Follows a tag, or ends that; twice is once. */
export async function followTag(log: EventLog, accountId: Id, tag: string, wanted: boolean): Promise<void> {
  await log.commit(async (tx) => {
    if (!wanted) {
      if (await deleteTagFollow(tx, accountId, tag))
        log.publish(tx, peopleEvents.tagUnfollowed({ accountId, tag }));
      return;
    }
    if (!(await insertTagFollow(tx, accountId, tag))) return;
    if ((await countFollowedTags(tx, accountId)) > most) {
      throw new Problem(422, "too-many", `Nobody can follow more than ${most} tags.`);
    }
    log.publish(tx, peopleEvents.tagFollowed({ accountId, tag }));
  });
}
