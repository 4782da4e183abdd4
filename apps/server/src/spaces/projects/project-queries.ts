import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import { intArray } from "../../platform/search/int-array.ts";
import type { TechnologyId } from "./tables.ts";

/** Entries of a change log that a project shows, and how much of each. */
const shown = { entries: 3, characters: 140 };

const stackJson = sql`coalesce((select json_agg(json_build_object('id', t.slug, 'name', t.name) order by array_position(r.stack, t.id))
  from technology t where t.id = any(r.stack)), '[]'::json)`;

/** What its maker has written about the project `r` for everybody, the newest first. */
const changeLogJson = sql`coalesce((select json_agg(json_build_object('id', e.id::text, 'text', e.text,
    'createdAt', to_char(e.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.id desc)
  from (select l.id, left(l.text, ${sql.lit(shown.characters)}) as text, l.created_at
    from post_topic pt join post l on l.id = pt.post_id
    where pt.topic_id = r.id and l.hidden_at is null and l.visibility = 'public'
    order by l.id desc limit ${sql.lit(shown.entries)}) e), '[]'::json)`;

/** The project of the post `p`, as such a post shows it to everybody. */
export const projectJson: RawBuilder<unknown> = sql`select json_build_object('title', r.title, 'summary', r.summary,
    'stack', ${stackJson}, 'repoUrl', r.repo_url, 'demoUrl', r.demo_url, 'openToChat', r.is_open_to_chat, 'changeLog', ${changeLogJson})
  from project r where r.id = p.id`;

/** The project `t.id` as a post of its change log shows it; nothing while it is not for everybody. */
export const postProjectJson: RawBuilder<unknown> = sql`select json_build_object('id', r.id::text, 'name', r.title, 'summary', r.summary,
    'photo', (select ${mediaJson("m")} from post_media pm join media m on m.id = pm.media_id where pm.post_id = r.id order by pm.position limit 1))
  from project r join post rp on rp.id = r.id join account ra on ra.id = r.author_id
  where r.id = t.id and rp.hidden_at is null and rp.visibility = 'public' and not ra.is_closed`;

export interface ProjectRow {
  authorId: Id;
  title: string;
  summary: string;
  repoUrl: string | null;
  demoUrl: string | null;
  stack: TechnologyId[];
  isOpenToChat: boolean;
}

export async function insertProject(
  tx: Tx,
  id: Id,
  { tokens, ...row }: ProjectRow & { words: string; tokens: readonly number[] },
): Promise<void> {
  const { authorId, title, summary, repoUrl, demoUrl, stack, words, isOpenToChat } = row;
  await sql`
    insert into project (id, author_id, title, summary, repo_url, demo_url, stack, words, tokens, is_open_to_chat)
    values (${id}, ${authorId}, ${title}, ${summary}, ${repoUrl}, ${demoUrl}, ${stack}::int[], ${words}, ${intArray(tokens)}::int[], ${isOpenToChat})
  `.execute(tx);
}

export async function updateProject(
  tx: Tx,
  id: Id,
  { tokens, ...row }: Omit<ProjectRow, "authorId"> & { words: string; tokens: readonly number[] },
): Promise<void> {
  await sql`
    update project set title = ${row.title}, summary = ${row.summary}, repo_url = ${row.repoUrl}, demo_url = ${row.demoUrl},
      stack = ${row.stack}::int[], words = ${row.words}, tokens = ${intArray(tokens)}::int[], is_open_to_chat = ${row.isOpenToChat}
    where id = ${id}
  `.execute(tx);
}

/** A project of somebody's, which nobody else changes until the transaction ends. */
export async function lockProject(tx: Tx, id: Id, authorId: Id): Promise<ProjectRow | undefined> {
  return tx
    .selectFrom("project")
    .select(["authorId", "title", "summary", "repoUrl", "demoUrl", "stack", "isOpenToChat"])
    .where("id", "=", id)
    .where("authorId", "=", authorId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** What is known of it when it goes. */
export async function findProject(
  db: Db | Tx,
  id: Id,
): Promise<{ authorId: Id; stack: TechnologyId[] } | undefined> {
  return db.selectFrom("project").select(["authorId", "stack"]).where("id", "=", id).executeTakeFirst();
}

/** The projects of these people, the oldest first. */
export async function listProjectIdsOf(tx: Tx, authorIds: readonly Id[]): Promise<Id[]> {
  if (authorIds.length === 0) return [];
  const rows = await tx
    .selectFrom("project")
    .select("id")
    .where("authorId", "in", [...authorIds])
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

/** Pictures of the author's own by the hashes that are in their addresses. */
export async function findOwnPictures(
  db: Db | Tx,
  ownerId: Id,
  hashes: readonly string[],
): Promise<Map<string, { id: Id; width: number; height: number }>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<{ hash: string; id: Id; width: number; height: number }>`
    select distinct on (hash) hash, id, width, height from media
    where owner_id = ${ownerId} and hash = any(${hashes}::text[]) order by hash, id
  `.execute(db);
  return new Map(rows.map(({ hash, ...picture }) => [hash, picture]));
}

/** The pictures inside a text, which are kept for as long as it shows them. */
export async function replacePictures(tx: Tx, projectId: Id, mediaIds: readonly Id[]): Promise<void> {
  await tx.deleteFrom("projectPicture").where("projectId", "=", projectId).execute();
  if (mediaIds.length > 0)
    await tx
      .insertInto("projectPicture")
      .values(mediaIds.map((mediaId) => ({ projectId, mediaId })))
      .execute();
}

/** Titles of projects, whoever may know. */
export async function findTitles(db: Db, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("project")
    .select(["id", "title"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** Those of the projects that are somebody's own. */
export async function listOwnIds(db: Db | Tx, authorId: Id, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("project")
    .select("id")
    .where("authorId", "=", authorId)
    .where("id", "in", [...ids])
    .execute();
  return rows.map((row) => row.id);
}

export interface NamedProject {
  id: Id;
  title: string;
  stack: string[];
}

const named = sql`select p.id, p.title, array(select t.name from technology t where t.id = any(p.stack) order by array_position(p.stack, t.id)) as stack
  from project p join post on post.id = p.id join account a on a.id = p.author_id
  where post.hidden_at is null and post.visibility = 'public' and not a.is_closed`;

/** Those of the projects that are for everybody, with the names of what they are made with. */
export async function readNames(db: Db | Tx, ids: readonly Id[]): Promise<NamedProject[]> {
  const { rows } = await sql<NamedProject>`${named} and p.id = any(${ids}::bigint[])`.execute(db);
  return rows;
}

export async function readNamesAfter(db: Db | Tx, after: Id, limit: number): Promise<NamedProject[]> {
  const { rows } = await sql<NamedProject>`${named} and p.id > ${after} order by p.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** How many follow a project, and whether somebody does. */
export async function readFollow(
  db: Db,
  id: Id,
  accountId: Id | null,
): Promise<{ following: boolean; followers: number }> {
  const { rows } = await sql<{ following: boolean; followers: number }>`
    select exists (select from topic_follow where topic_id = ${id} and account_id = ${accountId}::bigint) as following,
      coalesce((select followers from topic_stats where topic_id = ${id}), 0) as followers
  `.execute(db);
  return rows[0]!;
}

/** Whether its maker may be asked for a coffee chat about it. */
export async function isOpenToChat(db: Db | Tx, id: Id): Promise<boolean> {
  const row = await db.selectFrom("project").select("isOpenToChat").where("id", "=", id).executeTakeFirst();
  return row?.isOpenToChat ?? false;
}
