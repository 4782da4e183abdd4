import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** What a copy of a timeline needs to know, from the statement that reads the timeline. */
export const copyColumns = {
  /** What was committed up to this transaction the statement has seen: none before the next is still open. */
  timeline_through: () => sql`(pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text`,
  timeline_following: (id: Id) =>
    sql`array(select followee_id from follow where follower_id = ${id} order by 1)`,
  timeline_topics: (id: Id) =>
    sql`array(select topic_id from topic_follow where account_id = ${id} order by 1)`,
  timeline_tags: (id: Id) => sql`array(select tag from tag_follow where account_id = ${id})`,
};

/**
 * Which database it is, and which course of its history: after a dump was restored elsewhere, or another server took over, the numbers
 * of transactions mean something else. Empty where the database does not tell.
 */
export async function readHistory(db: Db): Promise<string> {
  const query = sql<{ history: string }>`
    select system_identifier || '.' || timeline_id as history from pg_control_system(), pg_control_checkpoint()`;
  return query.execute(db).then(
    ({ rows }) => rows[0]!.history,
    () => "",
  );
}
