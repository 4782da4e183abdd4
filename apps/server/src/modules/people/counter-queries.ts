import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

export interface FollowCounts {
  accountId: Id;
  followers: number;
  following: number;
}

/**
 * Adds to the counters and answers what they are then. Accounts that are gone are passed over; those that are there are kept from going
 * meanwhile, and locked in the order of their ids, so that two writers never wait for each other.
 */
export async function addFollowCounts(tx: Tx, deltas: FollowCounts[]): Promise<FollowCounts[]> {
  const { rows } = await sql<FollowCounts>`
    with delta as (
      select * from unnest(
        ${deltas.map((delta) => delta.accountId)}::bigint[],
        ${deltas.map((delta) => delta.followers)}::int[],
        ${deltas.map((delta) => delta.following)}::int[]) as d (id, followers, following)),
    present as materialized (
      select a.id from account a where a.id in (select id from delta) order by a.id for key share)
    insert into account_stats as stats (account_id, followers, following)
    select d.id, d.followers, d.following from delta d join present p on p.id = d.id order by d.id
    on conflict (account_id) do update
      set followers = stats.followers + excluded.followers, following = stats.following + excluded.following
    returning account_id, followers, following
  `.execute(tx);
  return rows;
}

/** Counts everything anew. Needs a transaction with one snapshot. */
export async function rebuildFollowCounts(tx: Tx): Promise<void> {
  await sql`delete from account_stats`.execute(tx);
  await sql`
    insert into account_stats (account_id, followers, following)
    select id, sum(followers), sum(following) from (
      select followee_id as id, count(*) as followers, 0 as following from follow group by followee_id
      union all
      select follower_id, 0, count(*) from follow group by follower_id) counted
    group by id
  `.execute(tx);
}
