import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { rebuildTags } from "./tag-counter-queries.ts";

interface Counts {
  likes: number;
  comments: number;
  bookmarks: number;
  views: number;
}

/**
 * Adds to the counters of posts, in the order of their ids, and answers what they are now. Posts that are gone are passed over; those that are
 * not stay until the transaction ends.
 */
export async function addToPosts(tx: Tx, deltas: ReadonlyMap<Id, Counts>): Promise<Map<Id, Counts>> {
  if (deltas.size === 0) return new Map();
  const all = [...deltas.values()];
  const { rows } = await sql<Counts & { postId: Id }>`
    with delta as (
      select * from unnest(${[...deltas.keys()]}::bigint[], ${all.map((one) => one.likes)}::int[], ${all.map((one) => one.comments)}::int[],
        ${all.map((one) => one.bookmarks)}::int[], ${all.map((one) => one.views)}::int[]) as d(post_id, likes, comments, bookmarks, views)
    ),
    there as (select p.id from post p where p.id in (select post_id from delta) order by p.id for key share)
    insert into post_stats as s (post_id, likes, comments, bookmarks, views)
    select delta.* from delta join there on there.id = delta.post_id order by delta.post_id
    on conflict (post_id) do update set likes = s.likes + excluded.likes, comments = s.comments + excluded.comments,
      bookmarks = s.bookmarks + excluded.bookmarks, views = s.views + excluded.views
    returning post_id, likes, comments, bookmarks, views
  `.execute(tx);
  return new Map(rows.map(({ postId, ...counts }) => [postId, counts]));
}

/** Adds to how many posts people have, in the order of their ids, and answers how many they are now; people who are gone are passed over. */
export async function addToAuthors(tx: Tx, deltas: ReadonlyMap<Id, number>): Promise<Map<Id, number>> {
  if (deltas.size === 0) return new Map();
  const { rows } = await sql<{ accountId: Id; posts: number }>`
    with delta as (select * from unnest(${[...deltas.keys()]}::bigint[], ${[...deltas.values()]}::int[]) as d(account_id, posts)),
    there as (select a.id from account a where a.id in (select account_id from delta) order by a.id for key share)
    insert into author_stats as s (account_id, posts)
    select delta.* from delta join there on there.id = delta.account_id order by delta.account_id
    on conflict (account_id) do update set posts = s.posts + excluded.posts
    returning account_id, posts
  `.execute(tx);
  return new Map(rows.map(({ accountId, posts }) => [accountId, posts]));
}

/** Makes all counters anew from what they count. */
export async function rebuildCounters(tx: Tx, halfLifeMs: number): Promise<void> {
  await sql`delete from post_stats`.execute(tx);
  await sql`
    insert into post_stats (post_id, likes, comments, bookmarks, views)
    select id, sum(likes), sum(comments), sum(bookmarks), sum(views) from (
      select post_id as id, 1 as likes, 0 as comments, 0 as bookmarks, 0 as views from post_like
      union all select parent_id, 0, 1, 0, 0 from post where parent_id is not null and hidden_at is null
      union all select post_id, 0, 0, 1, 0 from bookmark
      union all select post_id, 0, 0, 0, 1 from post_view
    ) counted group by id
  `.execute(tx);
  await sql`delete from author_stats`.execute(tx);
  await sql`
    insert into author_stats (account_id, posts)
    select author_id, count(*) from post where parent_id is null and hidden_at is null group by author_id
  `.execute(tx);
  await rebuildTags(tx, halfLifeMs);
}
