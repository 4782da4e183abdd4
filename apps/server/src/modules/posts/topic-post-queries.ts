import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import { replaceTopics } from "./queries.ts";
import type { Id, PostKind, Visibility } from "../../platform/database/tables.ts";

export interface ChangedPost {
  kind: PostKind;
  authorId: Id;
  parentId: Id | null;
  rootId: Id | null;
  visibility: Visibility;
  tags: string[];
  topics: Id[];
  hiddenAt: Date | null;
  /** The topics that it had. */
  before: Id[];
}

/** The post when this has taken the topic off it; undefined when it was not there. */
export async function deletePostTopic(tx: Tx, postId: Id, topicId: Id): Promise<ChangedPost | undefined> {
  const { rows } = await sql<ChangedPost>`
    with had as (select id, topics from post where id = ${postId} and ${topicId}::bigint = any(topics) for no key update),
    gone as (delete from post_topic where post_id = ${postId} and topic_id = ${topicId})
    update post p set topics = array_remove(p.topics, ${topicId}::bigint) from had where p.id = had.id
    returning p.kind, p.author_id, p.parent_id, p.root_id, p.visibility, p.tags, p.topics, p.hidden_at, had.topics as before
  `.execute(tx);
  return rows[0];
}

/** The post with other topics than it had; undefined when there is none. */
export async function setPostTopics(tx: Tx, postId: Id, topicIds: Id[]): Promise<ChangedPost | undefined> {
  const { rows } = await sql<ChangedPost>`
    with had as (select id, topics from post where id = ${postId} for no key update)
    update post p set topics = ${topicIds}::bigint[] from had where p.id = had.id
    returning p.kind, p.author_id, p.parent_id, p.root_id, p.visibility, p.tags, p.topics, p.hidden_at, had.topics as before
  `.execute(tx);
  const [post] = rows;
  if (post) await replaceTopics(tx, postId, topicIds);
  return post;
}

/** No post is about the topic any more. Its row is to be locked before and deleted after. */
export async function deleteTopicOfPosts(tx: Tx, topicId: Id): Promise<void> {
  await sql`
    update post set topics = array_remove(topics, ${topicId}::bigint)
    where id in (select post_id from post_topic where topic_id = ${topicId})
  `.execute(tx);
}
