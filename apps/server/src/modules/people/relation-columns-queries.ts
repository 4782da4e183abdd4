import { type RawBuilder, sql } from "kysely";
import type { Id } from "../../platform/database/tables.ts";

const ids = (query: RawBuilder<unknown>) => sql`array(${query})`;

/** What is read to know everything between one person and others. */
export const relationColumns = {
  account: (id: Id) => sql`${id}::bigint`,
  following: (id: Id) => ids(sql`select followee_id from follow where follower_id = ${id} order by 1`),
  followers: (id: Id) => ids(sql`select follower_id from follow where followee_id = ${id} order by 1`),
  requested: (id: Id) =>
    ids(sql`select followee_id from follow_request where follower_id = ${id} order by 1`),
  blocking: (id: Id) => ids(sql`select blocked_id from block where blocker_id = ${id} order by 1`),
  blocked_by: (id: Id) => ids(sql`select blocker_id from block where blocked_id = ${id} order by 1`),
  muting: (id: Id) => ids(sql`select muted_id from mute where muter_id = ${id} order by 1`),
  followed_topics: (id: Id) =>
    ids(sql`select topic_id from topic_follow where account_id = ${id} order by 1`),
  followed_tags: (id: Id) => ids(sql`select tag from tag_follow where account_id = ${id}`),
};
