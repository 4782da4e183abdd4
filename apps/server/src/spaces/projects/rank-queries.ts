import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { TechnologyId } from "./tables.ts";

/** After so long something counts half as much towards what is popular as it did at first. */
const halfLifeMs = 14 * 24 * 60 * 60_000;

/** What something weighs that was made with this id: doubled for each half-life since ids begin, so that nothing ever has to be aged. */
const weightOf = (id: RawBuilder<unknown>) => sql`power(2, (${id} >> 12)::float8 / ${sql.lit(halfLifeMs)})`;

const sumOf = (rows: RawBuilder<unknown>) => sql`coalesce((select sum(${weightOf(sql`one.id`)}) ${rows}), 0)`;

/** The heat of the project `p`: what people do with it, and that it is there. Its maker's own comments do not count. */
const heat = sql`2 * ${weightOf(sql`p.id`)}
  + ${sumOf(sql`from post_like one where one.post_id = p.id and one.account_id <> p.author_id`)}
  + 2 * ${sumOf(sql`from bookmark one where one.post_id = p.id and one.account_id <> p.author_id`)}
  + 1.5 * ${sumOf(sql`from post one where one.root_id = p.id and one.hidden_at is null and one.author_id <> p.author_id`)}`;

const isOpen = sql`post.hidden_at is null and post.visibility = 'public' and not a.is_closed`;
const rows = (which: RawBuilder<unknown>) => sql`
  select p.id, p.author_id, p.stack, ${isOpen}, ${heat}
  from (${which}) p join post on post.id = p.id join account a on a.id = p.author_id`;
const project = sql`select id, author_id, stack from project`;

/** Makes the ranks of these projects anew, in the order of their ids; those that are gone are passed over. Views stay. */
export async function rankProjects(tx: Tx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with held as materialized (${project} where id = any(${ids}::bigint[]) order by id for key share)
    insert into project_rank (project_id, author_id, stack, is_open, heat) ${rows(sql`select * from held`)} order by 1
    on conflict (project_id) do update set stack = excluded.stack, is_open = excluded.is_open, heat = excluded.heat
      where (project_rank.stack, project_rank.is_open, project_rank.heat) <> (excluded.stack, excluded.is_open, excluded.heat)
  `.execute(tx);
}

/** Adds views, in the order of ids; of what is no project, nothing. */
export async function addViews(tx: Tx, views: ReadonlyMap<Id, number>): Promise<void> {
  if (views.size === 0) return;
  await sql`
    with given as (select * from unnest(${[...views.keys()]}::bigint[], ${[...views.values()]}::int[]) as g(id, views)),
    held as materialized (select r.project_id from project_rank r where r.project_id in (select id from given) order by 1 for no key update)
    update project_rank r set views = r.views + given.views from given, held where r.project_id = given.id and held.project_id = r.project_id
  `.execute(tx);
}

/** Those of the posts that are projects. */
export async function onlyProjects(tx: Tx, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("project")
    .select("id")
    .where("id", "in", [...ids])
    .execute();
  return rows.map((row) => row.id);
}

/** Adds to in how many projects technologies are, in the order of their ids. */
export async function addToTechnologies(tx: Tx, deltas: ReadonlyMap<TechnologyId, number>): Promise<void> {
  if (deltas.size === 0) return;
  await sql`
    with given as (select * from unnest(${[...deltas.keys()]}::int[], ${[...deltas.values()]}::int[]) as g(id, more)),
    held as materialized (select t.id from technology t where t.id in (select id from given) order by t.id for no key update)
    update technology t set projects = t.projects + given.more from given, held where t.id = given.id and held.id = t.id
  `.execute(tx);
}

export async function rebuildRanks(tx: Tx): Promise<void> {
  await sql`delete from project_rank`.execute(tx);
  await sql`
    insert into project_rank (project_id, author_id, stack, is_open, heat, views)
    select made.*, (select count(*)::int from post_view v where v.post_id = made.id)
    from (${rows(project)}) made
  `.execute(tx);
  await sql`
    update technology t set projects = coalesce(counted.projects, 0)
    from technology all_of_them
      left join (select unnest(stack) as id, count(*)::int as projects from project group by 1) counted on counted.id = all_of_them.id
    where t.id = all_of_them.id
  `.execute(tx);
}
