import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { TechnologyId } from "../tables.ts";

export interface PersonStack {
  accountId: Id;
  stack: TechnologyId[];
}

/** Projects that are for everybody: others say nothing of who makes them. */
const openProject = sql`project p join post on post.id = p.id join account a on a.id = p.author_id
  and post.hidden_at is null and post.visibility = 'public' and not a.is_closed`;

/** What these people work with: what they say, and what their projects are made with. Those who neither say nor show it are left out. */
const stacksOf = (accountIds: RawBuilder<unknown>) => sql<PersonStack>`
  select account_id, array_agg(distinct technology_id) as stack from (
    select account_id, technology_id from person_technology where account_id in (${accountIds})
    union all select p.author_id, unnest(p.stack) from ${openProject} where p.author_id in (${accountIds})
  ) named group by account_id`;

export async function readStacksAfter(db: Db, after: Id, limit: number): Promise<PersonStack[]> {
  const { rows } = await sql<PersonStack>`
    with people as (
      select account_id as id from person_technology where account_id > ${after}
      union select p.author_id from ${openProject} where p.author_id > ${after}
      order by id limit ${limit}
    )
    ${stacksOf(sql`select id from people`)} order by account_id
  `.execute(db);
  return rows;
}

export async function readStacks(db: Db, accountIds: readonly Id[]): Promise<PersonStack[]> {
  const { rows } = await stacksOf(sql`select unnest(${accountIds}::bigint[])`).execute(db);
  return rows;
}

const isUnseen = (accountId: Id, projectId: RawBuilder<unknown>) => sql`not exists (
  select from project_seen s where s.account_id = ${accountId} and s.project_id = ${projectId} and (s.is_opened or s.is_dismissed))`;

export interface MadeProject {
  id: Id;
  authorId: Id;
  stack: TechnologyId[];
  heat: number;
}

/** The projects of these people that somebody has neither opened nor sent away, the hottest of each. */
export async function listUnseenOf(
  db: Db,
  accountId: Id,
  authorIds: readonly Id[],
  each: number,
): Promise<MadeProject[]> {
  const { rows } = await sql<MadeProject>`
    select made.* from unnest(${authorIds}::bigint[]) as maker(id)
    cross join lateral (
      select r.project_id as id, r.author_id, r.stack, r.heat from project_rank r
      where r.author_id = maker.id and r.is_open and ${isUnseen(accountId, sql`r.project_id`)}
      order by r.heat desc limit ${each}
    ) made
  `.execute(db);
  return rows;
}

export interface AlsoKept {
  id: Id;
  /** How many people keep or like both this and something that the reader does. */
  people: number;
  /** Some of them. */
  some: Id[];
}

/** How many of the newest likes and bookmarks of a person are looked at, and how many others who share some of them. */
const bounds = { mine: 50, others: 300, theirs: 100 };

/** What somebody likes and keeps, an SQL expression: the newest posts first. */
const keptBy = (accountId: RawBuilder<unknown>, limit: number) => sql`
  (select post_id from post_like where account_id = ${accountId} order by post_id desc limit ${sql.lit(limit)})
  union (select post_id from bookmark where account_id = ${accountId} order by id desc limit ${sql.lit(limit)})`;

/**
 * Projects that people keep or like who keep or like what somebody does, the most agreed on first; at least `support` people each. Not their own,
 * nor what they have seen.
 */
export async function listAlsoKept(
  db: Db,
  accountId: Id,
  support: number,
  limit: number,
): Promise<AlsoKept[]> {
  const { rows } = await sql<AlsoKept>`
    with mine as materialized (
      select post_id from (${keptBy(sql`${accountId}::bigint`, bounds.mine)}) m where exists (select from project p where p.id = m.post_id)
    ),
    others as materialized (
      select account_id from (
        select l.account_id, l.post_id from mine join post_like l using (post_id)
        union select b.account_id, b.post_id from mine join bookmark b using (post_id)
      ) both_of_us
      where account_id <> ${accountId} group by account_id order by count(*) desc limit ${sql.lit(bounds.others)}
    ),
    agreed as materialized (
      select kept.post_id, count(*)::int as people, (array_agg(others.account_id order by others.account_id))[1:3] as some
      from others cross join lateral (${keptBy(sql`others.account_id`, bounds.theirs)}) kept
      where kept.post_id not in (select post_id from mine) group by kept.post_id having count(*) >= ${support}
    )
    select agreed.post_id as id, people, agreed.some from agreed join project_rank r on r.project_id = agreed.post_id
    where r.is_open and r.author_id <> ${accountId} and ${isUnseen(accountId, sql`agreed.post_id`)}
    order by people desc, id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Somebody has opened these projects. Twice is once. */
export async function insertSeen(tx: Tx, pairs: readonly { accountId: Id; projectId: Id }[]): Promise<void> {
  await sql`
    insert into project_seen (account_id, project_id, is_opened)
    select g.account_id, p.id, true
    from unnest(${pairs.map((one) => one.accountId)}::bigint[], ${pairs.map((one) => one.projectId)}::bigint[]) as g(account_id, project_id)
    join project p on p.id = g.project_id join account a on a.id = g.account_id
    order by 1, 2 on conflict (account_id, project_id) do update set is_opened = true where not project_seen.is_opened
  `.execute(tx);
}

/** A suggestion that somebody does not want to see again, or may be made again. */
export async function setDismissed(
  tx: Tx,
  accountId: Id,
  projectId: Id,
  isDismissed: boolean,
): Promise<void> {
  await tx
    .insertInto("projectSeen")
    .values({ accountId, projectId, isDismissed })
    .onConflict((both) => both.columns(["accountId", "projectId"]).doUpdateSet({ isDismissed }))
    .execute();
}

/** Projects whose stack shares something with this one's, not of the same maker; the rarer and the more of it, the better. */
export async function listAlike(
  db: Db,
  projectId: Id,
  accountId: Id | null,
  limit: number,
): Promise<{ id: Id; shared: TechnologyId[] }[]> {
  const { rows } = await sql<{ id: Id; shared: TechnologyId[] }>`
    with this as (select id, author_id, stack from project where id = ${projectId}),
    wanted as (
      select t.id, ln(1 + (1 + (select sum(projects) from technology)::float8) / (1 + t.projects)) as weight
      from technology t, this where t.id = any(this.stack)
    ),
    -- Of each technology the newest only: a common one is in very many.
    near as (
      select distinct found.id, found.stack from wanted cross join lateral (
        select p.id, p.stack from project p, this
        where p.stack @> array[wanted.id] and p.author_id <> this.author_id order by p.id desc limit 200
      ) found
    )
    select near.id, array(select wanted.id from wanted where wanted.id = any(near.stack) order by wanted.weight desc) as shared
    from near join post on post.id = near.id
    where post.hidden_at is null and not exists (
      select 1 from project_seen s where s.account_id = ${accountId}::bigint and s.project_id = near.id and s.is_dismissed)
    order by (select sum(weight) from wanted where wanted.id = any(near.stack))
      / sqrt(1 + cardinality(near.stack)) desc, near.id desc
    limit ${limit}
  `.execute(db);
  return rows;
}

/** Everything that suggestions are made of: stacks, projects, and who likes or keeps which. Hidden projects are left out. */
export async function readInteractions(db: Db): Promise<{
  people: { id: Id; stack: TechnologyId[] }[];
  projects: { id: Id; author: Id; stack: TechnologyId[] }[];
  marks: { person: Id; project: Id }[];
}> {
  const { rows: people } = await sql<{ id: Id; stack: TechnologyId[] }>`
    select account_id as id, array_agg(technology_id order by position) as stack from person_technology group by account_id
  `.execute(db);
  const shown = sql`project p join post on post.id = p.id and post.hidden_at is null and post.visibility = 'public'`;
  const { rows: projects } = await sql<{ id: Id; author: Id; stack: TechnologyId[] }>`
    select p.id, p.author_id as author, p.stack from ${shown} order by p.id
  `.execute(db);
  const { rows: marks } = await sql<{ person: Id; project: Id }>`
    select l.account_id as person, p.id as project from ${shown} join post_like l on l.post_id = p.id where l.account_id <> p.author_id
    union select b.account_id, p.id from ${shown} join bookmark b on b.post_id = p.id where b.account_id <> p.author_id
  `.execute(db);
  return { people, projects, marks };
}
