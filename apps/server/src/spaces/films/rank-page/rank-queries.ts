import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { Constants, User } from "../engine/index.ts";
import { postFilmJson } from "../post-json-queries.ts";

export interface MemberRow {
  /** Null where the engine has not heard of the member yet. */
  user: User | null;
  constants: Constants | null;
  proven: number | null;
  votes: number;
  reviews: number;
}

export async function selectMember(db: Db, accountId: Id): Promise<MemberRow> {
  const { rows } = await sql<MemberRow>`
    select (select state from film_member where account_id = ${accountId}) as "user", totals -> 'constants' as constants,
      (totals ->> 'proven')::integer as proven, (select count(*) from film_vote where account_id = ${accountId}) as votes,
      (select count(*) from film_review where author_id = ${accountId}) as reviews
    from film_engine
  `.execute(db);
  return rows[0]!;
}

/** The end of each day on which something moved, oldest first, of the last so many days. */
export async function selectHistory(
  db: Db,
  accountId: Id,
  days: number,
): Promise<{ at: string; points: number; tier: 0 | 1 | 2 | 3 }[]> {
  const { rows } = await sql<{ at: Date; points: number; tier: 0 | 1 | 2 | 3 }>`
    select distinct on (date_trunc('day', at at time zone 'utc')) at, points, tier from film_rank_entry
    where account_id = ${accountId} and at > now() - make_interval(days => ${days})
    order by date_trunc('day', at at time zone 'utc'), id desc
  `.execute(db);
  return rows.map(({ at, points, tier }) => ({ at: at.toISOString(), points: points / 100, tier }));
}

export interface EntryLine {
  id: Id;
  at: Date;
  kind: "reaction" | "reversal" | "review-gone" | "strike" | "tier" | "series";
  delta: number;
  points: number;
  tier: 0 | 1 | 2 | 3;
  byTier: 0 | 1 | 2 | 3 | null;
  detail: string | null;
  /** Null where the review is gone. */
  review: { id: string; film: unknown } | null;
}

/** What moved somebody's rank, the newest first. */
export async function listEntries(
  db: Db,
  accountId: Id,
  limit: number,
  before: Id | undefined,
): Promise<EntryLine[]> {
  const { rows } = await sql<EntryLine>`
    select e.id, e.at, e.kind, e.delta, e.points, e.tier, e.by_tier, e.detail,
      (select json_build_object('id', r.id::text, 'film', ${postFilmJson}) from film_review r join film f on f.id = r.film_id
        where r.id = e.review_id) as review
    from film_rank_entry e where e.account_id = ${accountId} and e.id < ${before ?? Number.MAX_SAFE_INTEGER}
    order by e.id desc limit ${limit}
  `.execute(db);
  return rows;
}

export interface CriticRow {
  id: Id;
  tier: 2 | 3;
  reviews: number;
  likes: number;
}

/** Members of the highest tiers, those with the most liked reviews first. */
export async function selectCritics(db: Db, limit: number): Promise<CriticRow[]> {
  const { rows } = await sql<CriticRow>`
    select m.account_id as id, m.tier, r.reviews, r.likes
    from (select account_id, tier from film_member where tier >= 2 and weight > 0 order by tier desc, account_id limit 100) m
    join account a on a.id = m.account_id and not a.is_closed
    cross join lateral (
      select count(*) as reviews,
        coalesce(sum((select count(*) from film_review_vote v where v.review_id = r.id and v.value > 0)), 0)::integer as likes
      from film_review r where r.author_id = m.account_id) r
    order by m.tier desc, r.likes desc, m.account_id limit ${limit}
  `.execute(db);
  return rows;
}
