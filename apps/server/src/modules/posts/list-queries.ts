import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import type { Media } from "../../platform/media/media-schema.ts";
import type { MarkTable } from "./mark-queries.ts";

/** A row of a list: where it stands there, and what it is about. */
export interface Entry {
  position: Id;
  id: Id;
}

/** Direct answers, oldest first. */
export async function listCommentIds(
  db: Db,
  parentId: Id,
  limit: number,
  after: Id | undefined,
): Promise<Entry[]> {
  return db
    .selectFrom("post")
    .select(["id", "id as position"])
    .where("parentId", "=", parentId)
    .$if(after !== undefined, (query) => query.where("id", ">", after!))
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** What somebody wrote, newest first. */
export async function listIdsOfAuthor(
  db: Db,
  author: { id: Id; comments: boolean; hidden: boolean },
  limit: number,
  before: Id | undefined,
): Promise<Entry[]> {
  return db
    .selectFrom("post")
    .select(["id", "id as position"])
    .where("authorId", "=", author.id)
    .$if(!author.comments, (query) => query.where("parentId", "is", null))
    .$if(!author.hidden, (query) => query.where("hiddenAt", "is", null))
    .$if(before !== undefined, (query) => query.where("id", "<", before!))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** What somebody keeps (or likes), the newest mark first. */
export async function listMarkedIds(
  db: Db,
  table: MarkTable,
  accountId: Id,
  limit: number,
  before: Id | undefined,
): Promise<Entry[]> {
  return db
    .selectFrom(table)
    .select(["id as position", "postId as id"])
    .where("accountId", "=", accountId)
    .$if(before !== undefined, (query) => query.where(`${table}.id`, "<", before!))
    .orderBy(`${table}.id`, "desc")
    .limit(limit)
    .execute();
}

/** Who likes a post, the newest like first. */
export async function listLikers(
  db: Db,
  postId: Id,
  limit: number,
  before: Id | undefined,
): Promise<Entry[]> {
  return db
    .selectFrom("postLike")
    .select(["id as position", "accountId as id"])
    .where("postId", "=", postId)
    .$if(before !== undefined, (query) => query.where("postLike.id", "<", before!))
    .orderBy("postLike.id", "desc")
    .limit(limit)
    .execute();
}

/** What a comment answers, and what that answers, up to the post of its own; that one first. The nearest `most` of them. */
export async function listAncestorIds(db: Db, postId: Id, most: number): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    with recursive above as (
      select parent_id as id, 1 as distance from post where id = ${postId} and parent_id is not null
      union all
      select p.parent_id, above.distance + 1 from post p join above on p.id = above.id where p.parent_id is not null and above.distance < ${most}
    ) select id from above order by distance desc
  `.execute(db);
  return rows.map((row) => row.id);
}

export interface EditRow {
  id: Id;
  text: string;
  html: string;
  writtenAt: Date;
  media: Media[] | null;
}

/** What a post said before, the newest version first. Pictures that are gone since are left out. */
export async function listEdits(
  db: Db,
  postId: Id,
  limit: number,
  before: Id | undefined,
): Promise<EditRow[]> {
  const { rows } = await sql<EditRow>`
    select e.id, e.text, e.html, e.written_at,
      (select json_agg(${mediaJson("m")} order by kept.position)
        from unnest(e.media_ids) with ordinality as kept(id, position) join media m on m.id = kept.id) as media
    from post_edit e where e.post_id = ${postId} and e.id < ${before ?? Number.MAX_SAFE_INTEGER}
    order by e.id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Public posts of a tag, newest first. */
export async function listIdsOfTag(
  db: Db,
  tag: string,
  limit: number,
  before: Id | undefined,
): Promise<Entry[]> {
  return db
    .selectFrom("postTag as t")
    .innerJoin("post as p", "p.id", "t.postId")
    .select(["p.id", "p.id as position"])
    .where("t.tag", "=", tag)
    .where("p.parentId", "is", null)
    .where("p.hiddenAt", "is", null)
    .where("p.visibility", "=", "public")
    .$if(before !== undefined, (query) => query.where("t.postId", "<", before!))
    .orderBy("t.postId", "desc")
    .limit(limit)
    .execute();
}
