import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id, PostKind, Visibility } from "../../platform/database/tables.ts";
import { eventInsert } from "../../platform/events/event-log.ts";

export interface NewPostRow {
  kind: PostKind;
  authorId: Id;
  text: string;
  words: string;
  html: string;
  parentId: Id | null;
  rootId: Id | null;
  visibility: Visibility;
  tags: string[];
  topics: Id[];
  mediaIds: Id[];
  mentionIds: Id[];
  /** When it was written; now unless given. */
  at?: Date | undefined;
}

/** What there is to know about a written event. */
export interface Told {
  id: Id;
  xid: bigint;
  at: Date;
}

/**
 * A post with all that hangs on it and the event that tells of it, whose payload gets the id, in one statement. Tags are indexed for posts
 * of their own only: comments are on no tag page.
 */
export async function insertPost(
  db: Db | Tx,
  post: NewPostRow,
  event: { type: string; aggregatetype: string; payload: object },
): Promise<{ id: Id; createdAt: Date; told: Told }> {
  const indexed = post.parentId === null ? post.tags : [];
  const told = eventInsert(event, {
    table: sql`written`,
    aggregateid: sql`id`,
    payload: sql`${JSON.stringify(event.payload)}::jsonb || jsonb_build_object('postId', id)`,
  });
  const { rows } = await sql<{ id: Id; createdAt: Date; eventId: Id; xid: string; at: Date }>`
    with moment as materialized (select coalesce(${post.at ?? null}::timestamptz, clock_timestamp()) as at),
    written as (
      insert into post (id, kind, author_id, text, words, html, parent_id, root_id, visibility, tags, topics, created_at)
      select new_id(at), ${post.kind}, ${post.authorId}::bigint, ${post.text}, ${post.words}, ${post.html}, ${post.parentId}::bigint, ${post.rootId}::bigint,
        ${post.visibility}, ${post.tags}::text[], ${post.topics}::bigint[], at
      from moment returning id, created_at
    ),
    tagged as (insert into post_tag (tag, post_id) select tag, written.id from written, unnest(${indexed}::text[]) as tag),
    about as (insert into post_topic (topic_id, post_id) select topic_id, written.id from written, unnest(${post.topics}::bigint[]) as topic_id),
    pictured as (
      insert into post_media (post_id, position, media_id)
      select written.id, position - 1, media_id from written, unnest(${post.mediaIds}::bigint[]) with ordinality as m(media_id, position)
    ),
    mentioned as (
      insert into post_mention (post_id, account_id) select written.id, account_id from written, unnest(${post.mentionIds}::bigint[]) as account_id
    ),
    told as (${told})
    select written.id, created_at, told.id as event_id, xid, told.at from written, told
  `.execute(db);
  const { id, createdAt, eventId, xid, at } = rows[0]!;
  return { id, createdAt, told: { id: eventId, xid: BigInt(xid), at } };
}

/** The people of handles in lower case, by handle; those without a person, and whoever is suspended, are left out. */
export async function findHandles(db: Db | Tx, handles: readonly string[]): Promise<Map<string, Id>> {
  if (handles.length === 0) return new Map();
  const rows = await db
    .selectFrom("account")
    .select(["id", "handle"])
    .where("handle", "in", handles)
    .where("standing", "<>", "suspended")
    .execute();
  return new Map(rows.map((row) => [row.handle, row.id]));
}

/** Whether all the pictures are the person's own; they stay until the transaction ends. */
export async function holdOwnMedia(db: Db | Tx, ownerId: Id, ids: Id[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const rows = await db
    .selectFrom("media")
    .select("id")
    .where("ownerId", "=", ownerId)
    .where("id", "in", ids)
    .orderBy("id")
    .forKeyShare()
    .execute();
  return rows.length === ids.length;
}

const facts = [
  "id",
  "kind",
  "authorId",
  "parentId",
  "rootId",
  "visibility",
  "tags",
  "topics",
  "hiddenAt",
] as const;

/** A post before a change; nobody else changes it until the transaction ends. */
export function lockPost(tx: Tx, id: Id, authorId: Id) {
  return tx
    .selectFrom("post")
    .select([...facts, "text", "words", "html", "createdAt", "editedAt"])
    .where("id", "=", id)
    .where("authorId", "=", authorId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** In their order. */
export async function listMediaIds(tx: Tx, postId: Id): Promise<Id[]> {
  const rows = await tx
    .selectFrom("postMedia")
    .select("mediaId")
    .where("postId", "=", postId)
    .orderBy("position")
    .execute();
  return rows.map((row) => row.mediaId);
}

/** Those of the topics that are still there. */
export async function listTopics(tx: Tx, ids: Id[]): Promise<{ id: Id; space: string }[]> {
  if (ids.length === 0) return [];
  return tx.selectFrom("topic").select(["id", "space"]).where("id", "in", ids).orderBy("id").execute();
}

export interface PostChange {
  text: string;
  words: string;
  html: string;
  tags: string[];
  topics: Id[];
  visibility: Visibility;
  editedAt: Date | null;
}

export async function updatePost(tx: Tx, id: Id, change: PostChange): Promise<void> {
  await tx.updateTable("post").set(change).where("id", "=", id).execute();
}

export async function replaceTags(tx: Tx, id: Id, tags: string[]): Promise<void> {
  await tx.deleteFrom("postTag").where("postId", "=", id).execute();
  if (tags.length > 0)
    await tx
      .insertInto("postTag")
      .values(tags.map((tag) => ({ tag, postId: id })))
      .execute();
}

export async function replaceTopics(tx: Tx, id: Id, topicIds: Id[]): Promise<void> {
  await tx.deleteFrom("postTopic").where("postId", "=", id).execute();
  if (topicIds.length > 0)
    await tx
      .insertInto("postTopic")
      .values(topicIds.map((topicId) => ({ topicId, postId: id })))
      .execute();
}

export async function replaceMedia(tx: Tx, id: Id, mediaIds: Id[]): Promise<void> {
  await tx.deleteFrom("postMedia").where("postId", "=", id).execute();
  if (mediaIds.length > 0)
    await tx
      .insertInto("postMedia")
      .values(mediaIds.map((mediaId, position) => ({ postId: id, position, mediaId })))
      .execute();
}

export async function replaceMentions(tx: Tx, id: Id, accountIds: Id[]): Promise<void> {
  await tx.deleteFrom("postMention").where("postId", "=", id).execute();
  if (accountIds.length > 0)
    await tx
      .insertInto("postMention")
      .values(accountIds.map((accountId) => ({ postId: id, accountId })))
      .execute();
}

export async function insertEdit(
  tx: Tx,
  edit: { postId: Id; text: string; html: string; mediaIds: Id[]; writtenAt: Date },
): Promise<void> {
  await tx.insertInto("postEdit").values(edit).execute();
}

/** The post when this has changed it; undefined when it was so already, is withheld, or is not the person's. */
export function setHidden(tx: Tx, id: Id, authorId: Id, hidden: boolean) {
  return tx
    .updateTable("post")
    .set({ hiddenAt: hidden ? new Date() : null })
    .where("id", "=", id)
    .where("authorId", "=", authorId)
    .where("hiddenAt", hidden ? "is" : "is not", null)
    .where("withheldAt", "is", null)
    .returning(facts)
    .executeTakeFirst();
}

/**
 * The post and every comment below it, locked in the order of their ids. Writing a comment takes a share lock on the thread's first post,
 * so that from here on none can be added unseen.
 */
export async function lockBranch(tx: Tx, id: Id, rootId: Id) {
  await tx.selectFrom("post").select("id").where("id", "=", rootId).forUpdate().execute();
  const { rows } = await sql<{ id: Id }>`
    with recursive branch as (
      select id from post where id = ${id}
      union all
      select child.id from post child join branch on child.parent_id = branch.id
    ) select id from branch
  `.execute(tx);
  if (rows.length === 0) return [];
  return tx
    .selectFrom("post")
    .select(facts)
    .where("id", "=", sql<Id>`any(${rows.map((row) => row.id)}::bigint[])`)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Deletes a post and, by the database's own rule, everything that hangs on it. */
export async function deletePostRow(tx: Tx, id: Id): Promise<void> {
  await tx.deleteFrom("post").where("id", "=", id).execute();
}
