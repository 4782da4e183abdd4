import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { TechnologyId } from "../tables.ts";

export interface NamedTechnology {
  id: TechnologyId;
  slug: string;
  name: string;
}

/** The technologies of spellings, by spelling; those that nobody has named yet are left out. */
export async function findByKeys(db: Db | Tx, keys: readonly string[]): Promise<Map<string, TechnologyId>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom("technologyAlias")
    .select(["key", "technologyId"])
    .where("key", "in", [...keys])
    .execute();
  return new Map(rows.map((row) => [row.key, row.technologyId]));
}

/** Spellings, those of the most used technologies first. */
export async function listKeys(
  db: Db,
  limit: number,
): Promise<{ key: string; technologyId: TechnologyId }[]> {
  return db
    .selectFrom("technologyAlias as a")
    .innerJoin("technology as t", "t.id", "a.technologyId")
    .select(["a.key", "a.technologyId"])
    .orderBy("t.projects", "desc")
    .limit(limit)
    .execute();
}

/** A technology that somebody names for the first time, or the one that somebody else has named meanwhile. */
export async function addTechnology(
  tx: Tx,
  { key, slug, name, addedBy }: { key: string; slug: string; name: string; addedBy: Id },
): Promise<TechnologyId> {
  const { rows } = await sql<{ id: TechnologyId }>`
    with made as (
      insert into technology (slug, name, added_by) values (${slug}, ${name}, ${addedBy})
      on conflict (slug) do update set slug = excluded.slug returning id
    ), spelt as (insert into technology_alias (key, technology_id) select ${key}, id from made on conflict do nothing)
    select id from made
  `.execute(tx);
  return rows[0]!.id;
}

/**
 * Puts in what the program knows, with every spelling; what is there already stays. A spelling that somebody has used for something of their own
 * becomes the known one's.
 */
export async function syncKnown(
  db: Db,
  known: readonly { slug: string; name: string; keys: readonly string[] }[],
): Promise<void> {
  const spellings = known.flatMap(({ slug, keys }) => keys.map((key) => ({ slug, key })));
  await sql`
    with given as (select * from unnest(${known.map((one) => one.slug)}::text[], ${known.map((one) => one.name)}::text[]) as g(slug, name)),
    made as (
      insert into technology (slug, name) select slug, name from given order by slug
      on conflict (slug) do update set name = excluded.name, added_by = null
        where technology.name <> excluded.name or technology.added_by is not null
      returning id, slug
    ),
    there as (select id, slug from made union select t.id, t.slug from technology t join given using (slug))
    insert into technology_alias (key, technology_id)
    select s.key, there.id
    from unnest(${spellings.map((one) => one.key)}::text[], ${spellings.map((one) => one.slug)}::text[]) as s(key, slug) join there using (slug)
    order by s.key
    on conflict (key) do update set technology_id = excluded.technology_id where technology_alias.technology_id <> excluded.technology_id
  `.execute(db);
}

/** Those whose spelling begins with the text, the most used first; all, where the text is empty. Without what people have added that is in no project which everybody may see. */
export async function suggestTechnologies(
  db: Db,
  prefix: string,
  limit: number,
  offset: number,
): Promise<(NamedTechnology & { projects: number })[]> {
  const { rows } = await sql<NamedTechnology & { projects: number }>`
    select t.id, t.slug, t.name, t.projects from technology t
    where (t.added_by is null or exists (
        select from project p join project_rank r on r.project_id = p.id where p.stack @> array[t.id] and r.is_open))
      and ${prefix === "" ? sql`true` : sql`t.id in (select technology_id from technology_alias where key like ${`${prefix.replaceAll(/[\\%_]/g, "\\$&")}%`})`}
    order by t.projects desc, length(t.name), t.slug limit ${limit} offset ${offset}
  `.execute(db);
  return rows;
}

/** In the order given. */
export async function readTechnologies(
  db: Db | Tx,
  ids: readonly TechnologyId[],
): Promise<NamedTechnology[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<NamedTechnology>`
    select id, slug, name from technology where id = any(${ids}::int[]) order by array_position(${ids}::int[], id)
  `.execute(db);
  return rows;
}

/** Every spelling of these, for search. */
export async function readSpellings(
  db: Db | Tx,
  ids: readonly TechnologyId[],
): Promise<Map<TechnologyId, string[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: TechnologyId; spellings: string[] }>`
    select technology_id as id, array_agg(key order by key) as spellings from technology_alias
    where technology_id = any(${ids}::int[]) group by technology_id
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row.spellings]));
}

/** What somebody says that they work with, in their order. */
export async function readStackOf(db: Db | Tx, accountId: Id): Promise<NamedTechnology[]> {
  return db
    .selectFrom("personTechnology as p")
    .innerJoin("technology as t", "t.id", "p.technologyId")
    .select(["t.id", "t.slug", "t.name"])
    .where("p.accountId", "=", accountId)
    .orderBy("p.position")
    .execute();
}

export async function replaceStackOf(tx: Tx, accountId: Id, ids: readonly TechnologyId[]): Promise<void> {
  // One after the other: two at once would not see each other's rows, and mix or collide.
  await tx.selectFrom("account").select("id").where("id", "=", accountId).forNoKeyUpdate().execute();
  await tx.deleteFrom("personTechnology").where("accountId", "=", accountId).execute();
  if (ids.length > 0)
    await tx
      .insertInto("personTechnology")
      .values(ids.map((technologyId, position) => ({ accountId, position, technologyId })))
      .execute();
}

/** In the order given; what there is not is left out. */
export async function readBySlugs(db: Db, slugs: readonly string[]): Promise<NamedTechnology[]> {
  if (slugs.length === 0) return [];
  const { rows } = await sql<NamedTechnology>`
    select id, slug, name from technology where slug = any(${slugs}::text[]) order by array_position(${slugs}::text[], slug)
  `.execute(db);
  return rows;
}
