import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { intArray } from "../../../platform/search/int-array.ts";
import type { Segment } from "../../../platform/search/segments.ts";

/** A post as the tables have it now. */
export interface SourcePost {
  id: Id;
  authorId: Id;
  text: string;
  tags: string[];
  restricted: boolean;
  hasMedia: boolean;
}

const sourcePost = sql`
  p.id, p.author_id, case when p.words = '' then p.text else p.words || E'\n' || p.text end as text, p.tags, p.visibility <> 'public' or a.is_closed as restricted,
  exists (select from post_media m where m.post_id = p.id) as has_media`;

/** Those of the posts that are there and not hidden. */
export async function readPosts(db: Db | Tx, ids: readonly Id[]): Promise<SourcePost[]> {
  const { rows } = await sql<SourcePost>`
    select ${sourcePost} from post p join account a on a.id = p.author_id
    where p.id = any(${ids}::bigint[]) and p.hidden_at is null order by p.id
  `.execute(db);
  return rows;
}

/** The posts that are not hidden, from after an id on, in their order. */
export async function readPostsAfter(db: Db | Tx, after: Id, limit: number): Promise<SourcePost[]> {
  const { rows } = await sql<SourcePost>`
    select ${sourcePost} from post p join account a on a.id = p.author_id
    where p.id > ${after} and p.hidden_at is null order by p.id limit ${limit}
  `.execute(db);
  return rows;
}

/** Everything that people have written and not hidden, after their privacy may have changed. */
export async function listPostsBy(db: Db | Tx, authorIds: readonly Id[]): Promise<Id[]> {
  if (authorIds.length === 0) return [];
  const { rows } = await sql<{ id: Id }>`
    select id from post where author_id = any(${authorIds}::bigint[]) and hidden_at is null order by id
  `.execute(db);
  return rows.map((row) => row.id);
}

/** The transaction before which everything is in this snapshot. */
export async function readVersion(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{
    xmin: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(tx);
  return BigInt(rows[0]!.xmin) - 1n;
}

/** About how many there are, for showing how far a rebuild is. */
export async function countPosts(db: Db | Tx): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::bigint as count from post where hidden_at is null`.execute(db);
  return rows[0]!.count;
}

export interface PostDocument {
  id: Id;
  authorId: Id;
  segment: number;
  restricted: boolean;
  tokens: readonly number[];
}

/** Documents as rows: their tokens travel as one array, of which each row takes its piece. */
function rowsOf(documents: readonly PostDocument[]): RawBuilder<unknown> {
  const ends: number[] = [];
  let end = 0;
  for (const { tokens } of documents) ends.push((end += tokens.length));
  const all = new Int32Array(end);
  for (const [index, { tokens }] of documents.entries()) all.set(tokens, ends[index - 1] ?? 0);
  const column = <T>(of: (document: PostDocument) => T) => documents.map(of);
  return sql`
    select post_id, author_id, segment, restricted, (${intArray(all)}::int[])[before + 1 : last] as tokens
    from unnest(${column((one) => one.id)}::bigint[], ${column((one) => one.authorId)}::bigint[],
      ${intArray(column((one) => one.segment))}::int[], ${column((one) => one.restricted)}::boolean[],
      ${intArray([0, ...ends.slice(0, -1)])}::int[], ${intArray(ends)}::int[])
      as given(post_id, author_id, segment, restricted, before, last)`;
}

/** Writes documents, in place of those with the same ids. Answers how many are new. */
export async function writePosts(tx: Tx, documents: readonly PostDocument[]): Promise<number> {
  if (documents.length === 0) return 0;
  const { rows } = await sql<{ isNew: boolean }>`
    insert into search_post (post_id, author_id, segment, restricted, tokens) ${rowsOf(documents)}
    on conflict (post_id) do update
      set author_id = excluded.author_id, segment = excluded.segment, restricted = excluded.restricted, tokens = excluded.tokens
    returning xmax = 0 as is_new
  `.execute(tx);
  return rows.filter((row) => row.isNew).length;
}

/** Fills a table that has no index yet. */
export async function fillPosts(tx: Tx, documents: readonly PostDocument[], table: string): Promise<void> {
  if (documents.length === 0) return;
  await sql`insert into ${sql.table(table)} (post_id, author_id, segment, restricted, tokens) ${rowsOf(documents)}`.execute(
    tx,
  );
}

export async function deletePosts(tx: Tx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from search_post where post_id = any(${ids}::bigint[])`.execute(tx);
}

/** After an account's privacy has changed. */
export async function restrictPosts(tx: Tx, authorIds: readonly Id[]): Promise<void> {
  await sql`
    update search_post s set restricted = p.visibility <> 'public' or a.is_closed
    from post p join account a on a.id = p.author_id
    where p.author_id = any(${authorIds}::bigint[]) and s.post_id = p.id
      and s.restricted <> (p.visibility <> 'public' or a.is_closed)
  `.execute(tx);
}

/** The segments, kept from other writers until the transaction ends. */
export async function lockSegments(tx: Tx): Promise<Segment[]> {
  return tx.selectFrom("searchSegment").selectAll().orderBy("number").forUpdate().execute();
}

export async function addToSegment(tx: Tx, number: number, posts: number): Promise<void> {
  await sql`update search_segment set posts = posts + ${posts} where number = ${number}`.execute(tx);
}

/** Begins a segment above everything that is there. */
export async function beginSegment(tx: Tx, number: number): Promise<void> {
  await sql`
    insert into search_segment (number, first_id) select ${number}, max(post_id) + 1 from search_post
  `.execute(tx);
}
