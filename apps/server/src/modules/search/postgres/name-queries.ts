import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { intArray } from "../../../platform/search/int-array.ts";

export interface SourceAccount {
  id: Id;
  handle: string;
  displayName: string;
}

export async function readAccounts(db: Db | Tx, ids: readonly Id[]): Promise<SourceAccount[]> {
  const { rows } = await sql<SourceAccount>`
    select id, handle, display_name from account where id = any(${ids}::bigint[])
  `.execute(db);
  return rows;
}

export async function readAccountsAfter(db: Db | Tx, after: Id, limit: number): Promise<SourceAccount[]> {
  const { rows } = await sql<SourceAccount>`
    select id, handle, display_name from account where id > ${after} order by id limit ${limit}
  `.execute(db);
  return rows;
}

export async function readTagsAfter(db: Db | Tx, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select distinct tag from post_tag where tag > ${after} order by tag limit ${limit}
  `.execute(db);
  return rows.map((row) => row.tag);
}

export interface NameDocument<Key> {
  key: Key;
  name: string;
  tokens: readonly number[];
}

/** A multi-dimensional array must be even: names come one by one, with their tokens as text. */
const tokenTexts = (documents: readonly NameDocument<unknown>[]) =>
  documents.map(({ tokens }) => `{${tokens.join(",")}}`);

/** Into another table than the usual one, which has no index yet, only what is new can be written. */
export async function writeAccounts(
  tx: Tx,
  documents: readonly NameDocument<Id>[],
  table = "search_account",
): Promise<void> {
  if (documents.length === 0) return;
  await sql`
    insert into ${sql.table(table)} (account_id, name, tokens)
    select id, name, tokens::int[]
    from unnest(${documents.map((one) => one.key)}::bigint[], ${documents.map((one) => one.name)}::text[], ${tokenTexts(documents)}::text[])
      as given(id, name, tokens)
    ${table === "search_account" ? sql`on conflict (account_id) do update set name = excluded.name, tokens = excluded.tokens` : sql``}
  `.execute(tx);
}

export async function deleteAccounts(tx: Tx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from search_account where account_id = any(${ids}::bigint[])`.execute(tx);
}

export async function writeTags(
  tx: Tx,
  documents: readonly NameDocument<string>[],
  table = "search_tag",
): Promise<void> {
  if (documents.length === 0) return;
  await sql`
    insert into ${sql.table(table)} (tag, name, tokens)
    select tag, name, tokens::int[]
    from unnest(${documents.map((one) => one.key)}::text[], ${documents.map((one) => one.name)}::text[], ${tokenTexts(documents)}::text[])
      as given(tag, name, tokens)
    ${table === "search_tag" ? sql`on conflict (tag) do nothing` : sql``}
  `.execute(tx);
}

export async function writeTopics(
  tx: Tx,
  space: string,
  documents: readonly NameDocument<Id>[],
  table = "search_topic",
): Promise<void> {
  if (documents.length === 0) return;
  await sql`
    insert into ${sql.table(table)} (topic_id, space, name, tokens)
    select id, ${space}, name, tokens::int[]
    from unnest(${documents.map((one) => one.key)}::bigint[], ${documents.map((one) => one.name)}::text[], ${tokenTexts(documents)}::text[])
      as given(id, name, tokens)
    ${table === "search_topic" ? sql`on conflict (topic_id) do update set name = excluded.name, tokens = excluded.tokens` : sql``}
  `.execute(tx);
}

/** Those of other spaces stay: each space hears of every topic that changes. */
export async function deleteTopics(tx: Tx, space: string, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from search_topic where space = ${space} and topic_id = any(${ids}::bigint[])`.execute(tx);
}

/** Names that match are ranked, so many at the most: beyond, a name is too common to be looked for by it alone. */
const mostRanked = 3_000;

export interface RankedName<Key> {
  key: Key;
  /** 0: it is what was looked for, 1: it begins so, 2: it has it somewhere. */
  rank: number;
  weight: number;
}

export interface NameQuery {
  /** What the parts ask of the index. */
  hashes: readonly number[];
  parts: readonly string[];
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, "\\$&");
const hasParts = (parts: readonly string[]) =>
  sql.join(
    parts.map((part) => sql`n.name like ${`%${escaped(part)}%`}`),
    sql` and `,
  );

function ranking(name: RawBuilder<string>, whole: string): RawBuilder<number> {
  return sql<number>`case when ${name} = ${whole} then 0 when ${name} like ${`${escaped(whole)}%`} then 1 else 2 end`;
}

const after = (position: RankedName<unknown> | undefined, key: RawBuilder<unknown>) =>
  position
    ? sql`(rank, -weight, ${key}) > (${position.rank}::int, ${-position.weight}::bigint, ${position.key})`
    : sql`true`;

/** People whose name or handle has all the parts, best first: the handle itself, those that begin so, then by followers. */
export async function findAccounts(
  db: Db,
  { hashes, parts }: NameQuery,
  { except, following }: { except: readonly Id[]; following: readonly Id[] },
  limit: number,
  position: RankedName<Id> | undefined,
): Promise<RankedName<Id>[]> {
  const whole = parts.join(" ");
  const { rows } = await sql<RankedName<Id>>`
    select key, rank, weight from (
      select a.id as key, coalesce(s.followers, 0)::bigint as weight,
        least(${ranking(sql`a.handle`, whole)}, 1 + ${ranking(sql`lower(a.display_name)`, whole)}) as rank
      from (
        (select account_id from search_account n
          where n.tokens @> ${intArray(hashes)}::int[] and ${hasParts(parts)} limit ${sql.lit(mostRanked)})
        union select id from account where handle = ${whole}
      ) found join account a on a.id = found.account_id left join account_stats s on s.account_id = a.id
      where a.id <> all(${except}::bigint[]) and (a.standing = 'good' or (a.standing = 'limited' and a.id = any(${following}::bigint[])))
    ) ranked
    where ${after(position, sql`key`)} order by rank, weight desc, key limit ${limit}
  `.execute(db);
  return rows;
}

/** Topics of a space whose names have all the parts, best first: those that are called so, those that begin so, then by followers. */
export async function findTopics(
  db: Db,
  space: string,
  query: NameQuery,
  limit: number,
  position: RankedName<Id> | undefined,
): Promise<RankedName<Id>[]> {
  const { rows } = await topicsOf(sql`${space}`, query, limit, position).execute(db);
  return rows;
}

/** The best topics of each of some spaces, as `findTopics` has them, in one statement. */
export async function findFirstTopics(
  db: Db,
  spaces: readonly string[],
  query: NameQuery,
  limit: number,
): Promise<{ space: string; key: Id }[]> {
  const { rows } = await sql<{ space: string; key: Id }>`
    select asked.space, found.key
    from unnest(${[...spaces]}::text[]) as asked(space) cross join lateral (${topicsOf(sql`asked.space`, query, limit, undefined)}) found
    order by asked.space, found.rank, found.weight desc, found.key
  `.execute(db);
  return rows;
}

function topicsOf(
  space: RawBuilder<unknown>,
  { hashes, parts }: NameQuery,
  limit: number,
  position: RankedName<Id> | undefined,
): RawBuilder<RankedName<Id>> {
  const whole = parts.join(" ");
  return sql<RankedName<Id>>`
    select key, rank, weight from (
      select n.topic_id as key, coalesce(s.followers, 0)::bigint as weight, ${ranking(sql`split_part(n.name, ' ', 1)`, whole)} as rank
      from (
        select * from search_topic n where n.tokens @> ${intArray(hashes)}::int[] and n.space = ${space} and ${hasParts(parts)}
        limit ${sql.lit(mostRanked)}
      ) n left join topic_stats s on s.topic_id = n.topic_id
    ) ranked
    where ${after(position, sql`key`)} order by rank, weight desc, key limit ${limit}
  `;
}

/** Tags that have the parts, best first: the tag itself, those that begin so, then by posts. */
export async function findTags(
  db: Db,
  { hashes, parts }: NameQuery,
  limit: number,
  position: RankedName<string> | undefined,
): Promise<RankedName<string>[]> {
  const whole = parts.join("");
  const { rows } = await sql<RankedName<string>>`
    select key, rank, weight from (
      select n.tag as key, s.posts::bigint as weight, ${ranking(sql`n.tag`, whole)} as rank
      from search_tag n join tag_stats s on s.tag = n.tag
      where n.tokens @> ${intArray(hashes)}::int[] and ${hasParts(parts)} and s.posts > 0
      limit ${sql.lit(mostRanked)}
    ) ranked
    where ${after(position, sql`key`)} order by rank, weight desc, key limit ${limit}
  `.execute(db);
  return rows;
}
