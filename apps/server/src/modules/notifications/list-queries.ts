import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** A group of acts as one person may see it now. */
export interface GroupRow {
  kind: string;
  subjectId: Id;
  /** The newest act: where the group stands in the list. */
  id: Id;
  readAt: Date | null;
  /** How many people. */
  count: number;
  /** The newest few of them, newest first. */
  actorIds: Id[];
  /** The post that the newest act hangs from. */
  postId: Id | null;
}

/** More than this is only "many". */
export const mostUnread = 100;
const shownActors = 4;

const off = (me: RawBuilder<Id>) =>
  sql`coalesce((select s.off from notification_settings s where s.account_id = ${me}), '{}')`;

/** Invisible to each other: by a block, or since one of them is suspended. */
const apart = (me: RawBuilder<Id>) =>
  sql`select blocked_id from block where blocker_id = ${me} union all select blocker_id from block where blocked_id = ${me}
    union all select id from account where standing = 'suspended'`;
/** And whom the person does not want to hear, or is not to hear: of limited standing, and nobody they follow. */
const turnedAway = (me: RawBuilder<Id>) =>
  sql`${apart(me)} union all select muted_id from mute where muter_id = ${me}
    union all select w.id from account w where w.standing = 'limited' and w.id <> ${me}
      and not exists (select 1 from follow f where f.follower_id = ${me} and f.followee_id = w.id)`;

/** As posts/visibility.ts has it, the thread aside. What is shown is held against that once more. */
function isOpen(me: RawBuilder<Id>, alias: string): RawBuilder<boolean> {
  const post = sql.table(alias);
  return sql<boolean>`(${post}.author_id = ${me} or (
    ${post}.author_id not in (${apart(me)})
    and ((${post}.visibility = 'public' and not (select w.is_closed from account w where w.id = ${post}.author_id))
      or exists (select 1 from follow f where f.follower_id = ${me} and f.followee_id = ${post}.author_id))))`;
}

/** Whether the act `a` may be told: not of somebody turned away, nor of a post that is hidden, in a hidden thread or closed to the person. */
function isTold(me: RawBuilder<Id>): RawBuilder<boolean> {
  return sql<boolean>`(a.actor_id is null or a.actor_id not in (${turnedAway(me)})) and (a.post_id is null or exists (
    select 1 from post p where p.id = a.post_id and p.hidden_at is null and ${isOpen(me, "p")}
      and (p.root_id is null
        or exists (select 1 from post r where r.id = p.root_id and r.hidden_at is null and (p.author_id = ${me} or ${isOpen(me, "r")})))
      and (p.parent_id is null or p.author_id = ${me}
        or exists (select 1 from post q where q.id = p.parent_id and q.hidden_at is null))))`;
}

const ofGroup = sql`a.account_id = n.account_id and a.kind = n.kind and a.subject_id = n.subject_id`;

/** A page of somebody's notifications, newest first, in one statement. */
export async function listGroups(
  db: Db,
  accountId: Id,
  asked: { limit: number; before?: Id | undefined; kinds?: readonly string[] | undefined },
): Promise<GroupRow[]> {
  return selectGroups(db, accountId, asked, {
    groups: sql`n.kind <> all(${off(sql`${accountId}::bigint`)})`,
    acts: sql`true`,
  });
}

/** What somebody has not read yet, of what came after `after`. */
export async function listUnreadGroups(
  db: Db,
  accountId: Id,
  asked: { limit: number; after: Id },
): Promise<GroupRow[]> {
  return selectGroups(db, accountId, asked, {
    groups: sql`n.last_id > n.read_id and n.last_id > ${asked.after} and n.kind <> all(${off(sql`${accountId}::bigint`)})`,
    acts: sql`a.act_id > n.read_id and a.act_id > ${asked.after}`,
  });
}

/** One group, if there is something in it that is to be told and was not read. */
export async function findUnreadGroup(
  db: Db,
  accountId: Id,
  group: { kind: string; subjectId: Id },
): Promise<GroupRow | undefined> {
  const rows = await selectGroups(
    db,
    accountId,
    { limit: 1 },
    {
      groups: sql`n.kind = ${group.kind} and n.subject_id = ${group.subjectId} and n.last_id > n.read_id
        and n.kind <> all(${off(sql`${accountId}::bigint`)})`,
      acts: sql`a.act_id > n.read_id`,
    },
  );
  return rows[0];
}

/** `groups` chooses groups `n` by themselves, `acts` those of their acts `a` that make them new. */
async function selectGroups(
  db: Db,
  accountId: Id,
  { limit, before, kinds }: { limit: number; before?: Id | undefined; kinds?: readonly string[] | undefined },
  where: { groups: RawBuilder<unknown>; acts: RawBuilder<unknown> },
): Promise<GroupRow[]> {
  const me = sql<Id>`${accountId}::bigint`;
  const { rows } = await sql<GroupRow>`
    with page as (
      select n.account_id, n.kind, n.subject_id, n.read_id, n.read_at, newest.act_id, newest.post_id
      from notification n cross join lateral (
        select a.act_id, a.post_id from notification_act a where ${ofGroup} and ${where.acts} and ${isTold(me)}
        order by a.act_id desc limit 1
      ) newest
      where n.account_id = ${me} and ${where.groups}
        ${kinds === undefined ? sql`` : sql`and n.kind = any(${[...kinds]}::text[])`}
        ${before === undefined ? sql`` : sql`and newest.act_id < ${before}`}
      order by newest.act_id desc limit ${limit}
    )
    select n.kind, n.subject_id, n.act_id as id, n.post_id,
      case when n.act_id <= n.read_id then n.read_at end as read_at, people.count, coalesce(people.actor_ids, '{}') as actor_ids
    from page n cross join lateral (
      select count(*)::int as count, (array_agg(actor_id order by latest desc))[1:${shownActors}] as actor_ids from (
        select a.actor_id, max(a.act_id) as latest from notification_act a
        where ${ofGroup} and a.actor_id is not null and ${isTold(me)} group by a.actor_id
      ) told
    ) people
    order by n.act_id desc
  `.execute(db);
  return rows;
}

/** How many notifications are unread, `mostUnread` at the most, and the newest of them. */
export interface UnreadCount {
  unread: number;
  newest: { id: Id; kind: string; postId: Id | null; actorId: Id | null } | null;
}

/** Of each of these people, in one statement. */
export async function countUnreadOf(db: Db, accountIds: readonly Id[]): Promise<Map<Id, UnreadCount>> {
  const me = sql<Id>`me.id`;
  const { rows } = await sql<{
    accountId: Id;
    unread: number | null;
    id: Id;
    kind: string;
    postId: Id | null;
    actorId: Id | null;
  }>`
    select me.id as account_id, told.* from unnest(${[...accountIds]}::bigint[]) as me(id) left join lateral (
      select count(*) over ()::int as unread, fresh.id, fresh.kind, fresh.post_id, fresh.actor_id from (
        select newest.act_id as id, n.kind, newest.post_id, newest.actor_id
        from notification n cross join lateral (
          select a.act_id, a.post_id, a.actor_id from notification_act a
          where ${ofGroup} and a.act_id > n.read_id and ${isTold(me)} order by a.act_id desc limit 1
        ) newest
        where n.account_id = me.id and n.last_id > n.read_id and n.kind <> all(${off(me)})
        order by n.last_id desc limit ${mostUnread}
      ) fresh order by fresh.id desc limit 1
    ) told on true
  `.execute(db);
  return new Map(
    rows.map(({ accountId, unread, ...newest }) => [
      accountId,
      unread === null ? { unread: 0, newest: null } : { unread, newest },
    ]),
  );
}

export async function countUnread(db: Db, accountId: Id): Promise<UnreadCount> {
  return (await countUnreadOf(db, [accountId])).get(accountId)!;
}

/** Everything up to the act is read. What came into a group after it stays new. */
export async function markRead(db: Db, accountId: Id, upTo: Id): Promise<void> {
  await sql`
    update notification set read_id = least(last_id, ${upTo}::bigint), read_at = now()
    where account_id = ${accountId} and last_id > read_id and read_id < ${upTo}
  `.execute(db);
}
