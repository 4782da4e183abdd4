import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** What a reader must not be shown: ids of people between whom and the reader is a block, and oneself where a list says so. */
export type Hidden = readonly Id[];

/** Nobody is shown who is suspended. */
const notHidden = (column: RawBuilder<unknown>, hidden: Hidden) => {
  const isThere = sql`${column} <> all(array(select away.id from account away where away.standing = 'suspended'))`;
  return hidden.length === 0 ? isThere : sql`${column} <> all(${hidden}::bigint[]) and ${isThere}`;
};

/** Who is found by whoever does not know them: not those of limited standing, except by their followers. */
const isFindable = (column: RawBuilder<unknown>, { hidden, following }: Known) =>
  sql`${notHidden(column, hidden)} and ${column} <> all(array(
    select away.id from account away where away.standing = 'limited' and away.id <> all(${following}::bigint[])))`;

/** What there is between the one who looks for people and others. */
export interface Known {
  hidden: Hidden;
  following: readonly Id[];
}

/** Everybody, newest first. */
export async function listAccountIds(
  db: Db,
  known: Known,
  limit: number,
  before: Id | undefined,
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from account
    where ${isFindable(sql`id`, known)} and id < ${before ?? Number.MAX_SAFE_INTEGER}
    order by id desc limit ${limit}
  `.execute(db);
  return rows.map((row) => row.id);
}

export interface Match {
  /** 0: the handle itself, 1: it starts so, 2: the name starts so, 3: somewhere inside. */
  rank: number;
  followers: number;
  id: Id;
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, "\\$&");

/** People whose handle or name has the text (in lower case), best first. One character is looked for at the beginning only. */
export async function searchAccounts(
  db: Db,
  text: string,
  known: Known,
  limit: number,
  after: Match | undefined,
): Promise<Match[]> {
  const prefix = `${escaped(text)}%`;
  const matches =
    [...text].length === 1
      ? sql`(a.handle like ${prefix} or lower(a.display_name) like ${prefix})`
      : sql`a.id in (select accounts_with_grams(search_grams(${text})))
          and (a.handle like ${`%${prefix}`} or lower(a.display_name) like ${`%${prefix}`})`;
  const { rows } = await sql<Match>`
    select rank, followers, id from (
      select a.id, coalesce(s.followers, 0) as followers,
        case when a.handle = ${text} then 0 when a.handle like ${prefix} then 1 when lower(a.display_name) like ${prefix} then 2 else 3 end as rank
      from account a left join account_stats s on s.account_id = a.id
      where ${matches} and ${isFindable(sql`a.id`, known)}
    ) found
    where ${after ? sql`(rank, -followers, -id) > (${after.rank}::int, ${-after.followers}::int, ${-after.id}::bigint)` : sql`true`}
    order by rank, followers desc, id desc limit ${limit}
  `.execute(db);
  return rows;
}

/**
 * People to follow: authors under the tags one follows, then who is followed by those one follows, then whom most follow, and on a young
 * site the newest. Each source is bounded. Between them and the reader is no question that waits for an answer.
 */
export async function listSuggestedIds(db: Db, accountId: Id, hidden: Hidden, limit: number): Promise<Id[]> {
  const isNew = (column: RawBuilder<unknown>) => sql`${notHidden(column, hidden)}
    and ${column} <> all(array(select away.id from account away where away.standing = 'limited'))
    and not exists (select 1 from follow where follower_id = ${accountId} and followee_id = ${column})
    and not exists (select 1 from follow_request where follower_id = ${accountId} and followee_id = ${column})
    and not exists (select 1 from follow_request where follower_id = ${column} and followee_id = ${accountId})`;
  const { rows } = await sql<{ id: Id }>`
    with candidate as (
      (select p.author_id as id, 3 as weight
        from tag_follow t
        cross join lateral (select post_id from post_tag where tag = t.tag order by post_id desc limit 30) recent
        join post p on p.id = recent.post_id and p.hidden_at is null and p.visibility = 'public' and p.parent_id is null
        join account a on a.id = p.author_id and not a.is_closed
        where t.account_id = ${accountId} and ${isNew(sql`p.author_id`)} limit 600)
      union all
      (select theirs.followee_id, 2
        from (select followee_id as id from follow where follower_id = ${accountId} order by id desc limit 30) mine
        cross join lateral (select followee_id from follow where follower_id = mine.id order by id desc limit 30) theirs
        where ${isNew(sql`theirs.followee_id`)})
      union all
      (select account_id, 1 from account_stats where ${isNew(sql`account_id`)} order by followers desc limit ${limit})
      union all
      (select a.id, 0 from account a where ${isNew(sql`a.id`)} order by a.id desc limit ${limit})
    )
    select candidate.id
    from candidate left join account_stats s on s.account_id = candidate.id
    group by candidate.id, s.followers
    order by sum(weight) desc, s.followers desc nulls last, candidate.id desc
    limit ${limit}
  `.execute(db);
  return rows.map((row) => row.id);
}

/** A row of a list of people: `position` orders the list, newest first. */
export interface Listed {
  position: Id;
  accountId: Id;
}

const pairLists = {
  followers: { table: "follow", of: "followee_id", shown: "follower_id" },
  following: { table: "follow", of: "follower_id", shown: "followee_id" },
  requests: { table: "follow_request", of: "followee_id", shown: "follower_id" },
  blocks: { table: "block", of: "blocker_id", shown: "blocked_id" },
  mutes: { table: "mute", of: "muter_id", shown: "muted_id" },
} as const;

export type PairList = keyof typeof pairLists;

export async function listPairs(
  db: Db,
  list: PairList,
  accountId: Id,
  hidden: Hidden,
  limit: number,
  before: Id | undefined,
): Promise<Listed[]> {
  const { table, of, shown } = pairLists[list];
  const { rows } = await sql<Listed>`
    select id as position, ${sql.ref(shown)} as account_id from ${sql.table(table)}
    where ${sql.ref(of)} = ${accountId} and id < ${before ?? Number.MAX_SAFE_INTEGER} and ${notHidden(sql.ref(shown), hidden)}
    order by id desc limit ${limit}
  `.execute(db);
  return rows;
}
