import { type RawBuilder, sql } from "kysely";

/** A query for everything that there is to tell; see `NotificationSource`. */
export type Acts = RawBuilder<unknown>;

/** Likes of one's posts and comments, by post. */
export const likeActs = sql`
  select p.author_id as account_id, 'like'::text as kind, p.id as subject_id, l.id as act_id, l.account_id as actor_id, p.id as post_id
  from post_like l join post p on p.id = l.post_id
  where p.author_id <> l.account_id`;

/** Comments on one's posts, and answers to one's comments, by what they answer. */
export const commentActs = sql`
  select q.author_id as account_id, case when q.kind = 'comment' then 'answer' else 'comment' end as kind,
    q.id as subject_id, p.id as act_id, p.author_id as actor_id, p.id as post_id
  from post p join post q on q.id = p.parent_id
  where q.author_id <> p.author_id`;

/** Posts that name somebody. Who hears of a comment because it answers them is not told of it twice. */
export const mentionActs = sql`
  select m.account_id, 'mention'::text as kind, p.id as subject_id, p.id as act_id, p.author_id as actor_id, p.id as post_id
  from post_mention m join post p on p.id = m.post_id
  where m.account_id <> p.author_id
    and not exists (select 1 from post q where q.id = p.parent_id and q.author_id = m.account_id)`;

/** Follows by the day (UTC); requests and their acceptance by the person. */
export const followActs = sql`
  select f.followee_id as account_id, 'follow'::text as kind, (f.id >> 12) / 86400000 as subject_id, f.id as act_id,
    f.follower_id as actor_id, null::bigint as post_id
  from follow f where not f.accepted
  union all
  select f.follower_id, 'follow-accepted', f.followee_id, f.id, f.followee_id, null from follow f where f.accepted
  union all
  select r.followee_id, 'follow-request', r.follower_id, r.id, r.follower_id, null from follow_request r`;
