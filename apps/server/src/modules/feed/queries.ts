import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/**
 * The ids of a home timeline, newest first, as one array expression: posts of the people, tags and topics that somebody follows, and their own.
 * One index scan for each source, never more than `limit` rows from each. Whether the reader may see a post is decided when it is read.
 */
export function homeIds(accountId: Id, limit: number, before?: Id): RawBuilder<Id[]> {
  const older = (id: string) => (before === undefined ? sql`` : sql`and ${sql.ref(id)} < ${before}`);
  return sql<Id[]>`array(
    select id from (
      select theirs.id from follow f cross join lateral (
        select p.id from post p where p.author_id = f.followee_id and p.parent_id is null and p.hidden_at is null ${older("p.id")}
        order by p.id desc limit ${limit}
      ) theirs where f.follower_id = ${accountId}
      union
      select tagged.post_id from tag_follow t cross join lateral (
        select pt.post_id from post_tag pt join post p on p.id = pt.post_id
        where pt.tag = t.tag and p.parent_id is null and p.hidden_at is null and p.visibility = 'public' ${older("pt.post_id")}
        order by pt.post_id desc limit ${limit}
      ) tagged where t.account_id = ${accountId}
      union
      select about.post_id from topic_follow t cross join lateral (
        select pt.post_id from post_topic pt join post p on p.id = pt.post_id
        where pt.topic_id = t.topic_id and p.parent_id is null and p.hidden_at is null and p.visibility = 'public' ${older("pt.post_id")}
        order by pt.post_id desc limit ${limit}
      ) about where t.account_id = ${accountId}
      union
      (select p.id from post p where p.author_id = ${accountId} and p.parent_id is null ${older("p.id")} order by p.id desc limit ${limit})
    ) mine order by id desc limit ${limit})`;
}

export async function listOlderHomeIds(db: Db, accountId: Id, before: Id, limit: number): Promise<Id[]> {
  const { rows } = await sql<{ ids: Id[] }>`select ${homeIds(accountId, limit, before)} as ids`.execute(db);
  return rows[0]!.ids;
}

/** Newest first. */
export async function listAuthorIds(db: Db, authorId: Id, limit: number): Promise<Id[]> {
  const rows = await db
    .selectFrom("post")
    .select("id")
    .where("authorId", "=", authorId)
    .where("parentId", "is", null)
    .where("hiddenAt", "is", null)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Public posts of a tag, newest first. */
export async function listTagIds(db: Db, tag: string, limit: number, before?: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom("postTag as pt")
    .innerJoin("post as p", "p.id", "pt.postId")
    .select("p.id")
    .where("pt.tag", "=", tag)
    .where("p.parentId", "is", null)
    .where("p.hiddenAt", "is", null)
    .where("p.visibility", "=", "public")
    .$if(before !== undefined, (query) => query.where("pt.postId", "<", before!))
    .orderBy("pt.postId", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Everybody's public posts, newest first. */
export async function listPublicIds(db: Db, limit: number, before?: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom("post as p")
    .innerJoin("account as a", "a.id", "p.authorId")
    .select("p.id")
    .where("p.parentId", "is", null)
    .where("p.hiddenAt", "is", null)
    .where("p.visibility", "=", "public")
    .where("a.isClosed", "=", false)
    .$if(before !== undefined, (query) => query.where("p.id", "<", before!))
    .orderBy("p.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** As one text, since ten thousand rows cost far more than one long value. */
export async function listFollowerIds(db: Db, followeeId: Id): Promise<Id[]> {
  const { rows } = await sql<{ ids: Id[] }>`
    select array(select follower_id from follow where followee_id = ${followeeId}) as ids
  `.execute(db);
  return rows[0]!.ids;
}

export async function listTagFollowerIds(db: Db, tag: string): Promise<Id[]> {
  const { rows } = await sql<{
    ids: Id[];
  }>`select array(select account_id from tag_follow where tag = ${tag}) as ids`.execute(db);
  return rows[0]!.ids;
}

export async function listTopicFollowerIds(db: Db, topicId: Id): Promise<Id[]> {
  const { rows } = await sql<{
    ids: Id[];
  }>`select array(select account_id from topic_follow where topic_id = ${topicId}) as ids`.execute(db);
  return rows[0]!.ids;
}

/** Public posts about a topic, newest first. */
export async function listTopicIds(db: Db, topicId: Id, limit: number): Promise<Id[]> {
  const rows = await db
    .selectFrom("postTopic as pt")
    .innerJoin("post as p", "p.id", "pt.postId")
    .select("p.id")
    .where("pt.topicId", "=", topicId)
    .where("p.parentId", "is", null)
    .where("p.hiddenAt", "is", null)
    .where("p.visibility", "=", "public")
    .orderBy("pt.postId", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Those of the tags that have posts. */
export async function listUsedTags(db: Db, tags: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom("tagStats")
    .select("tag")
    .where("tag", "in", tags)
    .where("posts", ">", 0)
    .execute();
  return new Set(rows.map((row) => row.tag));
}

/** How many of a tag's newest posts are looked at to find its people. */
const recentOfTag = 300;

/** People with recent posts under the tags, those whom most follow first. */
export async function listAuthorsOfTags(
  db: Db,
  tags: string[],
  exceptId: Id | null,
  limit: number,
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select a.id from account a left join account_stats s on s.account_id = a.id
    where not a.is_closed and a.id is distinct from ${exceptId}::bigint and a.id in (
      select p.author_id from unnest(${tags}::text[]) as wanted(tag) cross join lateral (
        select post_id from post_tag where post_tag.tag = wanted.tag order by post_id desc limit ${recentOfTag}
      ) recent join post p on p.id = recent.post_id
      where p.parent_id is null and p.hidden_at is null and p.visibility = 'public')
    order by s.followers desc nulls last, a.id limit ${limit}
  `.execute(db);
  return rows.map((row) => row.id);
}
