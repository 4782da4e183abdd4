import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";

export interface TopicStats {
  posts: number;
  pictures: number;
  followers: number;
}

export async function insertTopic(
  tx: Tx,
  space: string,
  { id, at }: { id?: Id; at?: Date } = {},
): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    insert into topic (id, space)
    values (coalesce(${id ?? null}::bigint, new_id(coalesce(${at ?? null}::timestamptz, clock_timestamp()))), ${space}) returning id
  `.execute(tx);
  return rows[0]!.id;
}

export async function insertTopics(tx: Tx, space: string, count: number): Promise<Id[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: Id }>`
    insert into topic (space) select ${space} from generate_series(1, ${count}::integer) returning id
  `.execute(tx);
  return rows.map(({ id }) => id).sort((one, other) => one - other);
}

/** Announces the end of follows before their rows go. */
async function logFollows(log: EventLog, tx: Tx, which: RawBuilder<unknown>, type: string): Promise<void> {
  await log.publishFrom(
    tx,
    sql`select 'account' as aggregatetype, account_id::text as aggregateid, ${type}::text as type,
        jsonb_build_object('accountId', account_id, 'topicId', topic_id) as payload
      from topic_follow where ${which}`,
  );
}

export const logUnfollowedBy = (log: EventLog, tx: Tx, accountId: Id, type: string) =>
  logFollows(log, tx, sql`account_id = ${accountId}`, type);
export const logUnfollowed = (log: EventLog, tx: Tx, topicId: Id, type: string) =>
  logFollows(log, tx, sql`topic_id = ${topicId}`, type);

/** Nobody can put it on a post any more, or follow it. False when it is gone already. */
export async function lockTopic(tx: Tx, topicId: Id): Promise<boolean> {
  const row = await tx
    .selectFrom("topic")
    .select("id")
    .where("id", "=", topicId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteTopicRow(tx: Tx, topicId: Id): Promise<void> {
  await tx.deleteFrom("topic").where("id", "=", topicId).execute();
}

/** False when the person follows it already. */
export async function insertTopicFollow(tx: Tx, accountId: Id, topicId: Id, at?: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into topic_follow (id, account_id, topic_id)
    values (new_id(coalesce(${at ?? null}::timestamptz, clock_timestamp())), ${accountId}, ${topicId})
    on conflict do nothing returning id
  `.execute(tx);
  return rows.length > 0;
}

export async function deleteTopicFollow(tx: Tx, accountId: Id, topicId: Id): Promise<boolean> {
  const row = await tx
    .deleteFrom("topicFollow")
    .where("accountId", "=", accountId)
    .where("topicId", "=", topicId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

async function count(tx: Tx, column: "accountId" | "topicId", id: Id): Promise<number> {
  const row = await tx
    .selectFrom("topicFollow")
    .select((follow) => follow.fn.countAll<number>().as("count"))
    .where(column, "=", id)
    .executeTakeFirstOrThrow();
  return row.count;
}

export const countFollowed = (tx: Tx, accountId: Id) => count(tx, "accountId", accountId);
export const countFollowers = (tx: Tx, topicId: Id) => count(tx, "topicId", topicId);

/** Posts about a topic that are not hidden, newest first. */
export async function listPostIds(
  db: Db,
  topicId: Id,
  limit: number,
  before: Id | undefined,
): Promise<{ id: Id; position: Id }[]> {
  return db
    .selectFrom("postTopic as t")
    .innerJoin("post as p", "p.id", "t.postId")
    .select(["p.id", "p.id as position"])
    .where("t.topicId", "=", topicId)
    .where("p.hiddenAt", "is", null)
    .$if(before !== undefined, (query) => query.where("t.postId", "<", before!))
    .orderBy("t.postId", "desc")
    .limit(limit)
    .execute();
}

/** Counts topics anew, in the order of their ids; those that are gone are passed over. */
async function recount(tx: Tx, which: RawBuilder<unknown>): Promise<void> {
  const shown = sql`from post_topic pt join post p on p.id = pt.post_id join account a on a.id = p.author_id
    where pt.topic_id = t.id and p.hidden_at is null and p.visibility = 'public' and not a.is_closed`;
  await sql`
    insert into topic_stats (topic_id, posts, pictures, followers)
    select t.id, (select count(*) ${shown}),
      (select count(*) from post_media m where m.post_id in (select p.id ${shown})),
      (select count(*) from topic_follow f where f.topic_id = t.id)
    from (select id from topic where ${which} order by id for key share) t
    on conflict (topic_id) do update set posts = excluded.posts, pictures = excluded.pictures, followers = excluded.followers
  `.execute(tx);
}

export const countTopics = (tx: Tx, ids: readonly Id[]) => recount(tx, sql`id = any(${ids}::bigint[])`);

/** Of everything that the people have written about. */
export const countTopicsOfAuthors = (tx: Tx, authorIds: readonly Id[]) =>
  recount(
    tx,
    sql`id in (select pt.topic_id from post_topic pt join post p on p.id = pt.post_id where p.author_id = any(${authorIds}::bigint[]))`,
  );

export async function rebuildTopicStats(tx: Tx): Promise<void> {
  await sql`delete from topic_stats`.execute(tx);
  await recount(tx, sql`true`);
}

export async function logChanged(
  log: EventLog,
  tx: Tx,
  topicIds: readonly Id[],
  type: string,
): Promise<void> {
  if (topicIds.length === 0) return;
  await log.publishFrom(
    tx,
    sql`select 'topic' as aggregatetype, t.id::text as aggregateid, ${type}::text as type, jsonb_build_object('topicId', t.id) as payload
      from unnest(${topicIds}::bigint[]) as t(id)`,
  );
}
