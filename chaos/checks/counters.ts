import type pg from "pg";
import type { Checked } from "./check.ts";

/** Each counts rows plainly and answers, for what differs from the stored counters, a sentence. */
const counters: Record<string, { of: string; differences: string }> = {
  "counters of posts": {
    of: "select count(*) from post",
    differences: `
      with counted as (
        select p.id,
          (select count(*) from post_like l where l.post_id = p.id) as likes,
          (select count(*) from post c where c.parent_id = p.id and c.hidden_at is null) as comments,
          (select count(*) from bookmark b where b.post_id = p.id) as bookmarks,
          (select count(*) from post_view v where v.post_id = p.id) as views
        from post p)
      select format('post %s: likes, comments, bookmarks, views are %s and should be %s', c.id,
        (coalesce(s.likes, 0), coalesce(s.comments, 0), coalesce(s.bookmarks, 0), coalesce(s.views, 0)),
        (c.likes, c.comments, c.bookmarks, c.views)) as what
      from counted c left join post_stats s on s.post_id = c.id
      where (coalesce(s.likes, 0), coalesce(s.comments, 0), coalesce(s.bookmarks, 0), coalesce(s.views, 0))
        <> (c.likes, c.comments, c.bookmarks, c.views)`,
  },
  "counters of people": {
    of: "select count(*) from account",
    differences: `
      with counted as (
        select a.id,
          (select count(*) from follow f where f.followee_id = a.id) as followers,
          (select count(*) from follow f where f.follower_id = a.id) as following,
          (select count(*) from post p where p.author_id = a.id and p.parent_id is null and p.hidden_at is null) as posts
        from account a)
      select format('account %s: followers, following, posts are %s and should be %s', c.id,
        (coalesce(s.followers, 0), coalesce(s.following, 0), coalesce(p.posts, 0)), (c.followers, c.following, c.posts)) as what
      from counted c left join account_stats s on s.account_id = c.id left join author_stats p on p.account_id = c.id
      where (coalesce(s.followers, 0), coalesce(s.following, 0), coalesce(p.posts, 0)) <> (c.followers, c.following, c.posts)`,
  },
  "counters of tags": {
    of: "select count(*) from tag_stats",
    differences: `
      with counted as (
        select t.tag, count(*) as posts from post p cross join unnest(p.tags) as t(tag) join account a on a.id = p.author_id
        where p.parent_id is null and p.hidden_at is null and p.visibility = 'public' and not a.is_private group by t.tag)
      select format('tag %s: posts are %s and should be %s', coalesce(c.tag, s.tag), coalesce(s.posts, 0), coalesce(c.posts, 0)) as what
      from counted c full join tag_stats s on s.tag = c.tag where coalesce(s.posts, 0) <> coalesce(c.posts, 0)`,
  },
  "counters of tags by author": {
    of: "select count(*) from author_tag_stats",
    differences: `
      with counted as (
        select p.author_id, t.tag, count(*) as posts from post p cross join unnest(p.tags) as t(tag)
        where p.parent_id is null and p.hidden_at is null and p.visibility = 'public' group by p.author_id, t.tag)
      select format('tag %s of account %s: posts are %s and should be %s', coalesce(c.tag, s.tag), coalesce(c.author_id, s.author_id),
        coalesce(s.posts, 0), coalesce(c.posts, 0)) as what
      from counted c full join author_tag_stats s on s.tag = c.tag and s.author_id = c.author_id
      where coalesce(s.posts, 0) <> coalesce(c.posts, 0)`,
  },
  // Each post's share has halved every two days since it was written.
  "heat of tags": {
    of: "select count(*) from tag_stats",
    differences: `
      with counted as (
        select s.tag, s.heat, sum(power(2, extract(epoch from id_time(p.id) - s.heat_at)::float8 / 172800)) as sum
        from tag_stats s join post p on s.tag = any(p.tags) join account a on a.id = p.author_id
        where p.parent_id is null and p.hidden_at is null and p.visibility = 'public' and not a.is_private group by s.tag, s.heat)
      select format('tag %s: the heat is %s and should be %s', tag, heat, sum) as what from counted
      where abs(heat - sum) > 0.000001 * greatest(1, sum)`,
  },
};

/** Whether every counter equals the rows that it counts. */
export async function checkCounters(pool: pg.Pool): Promise<Checked[]> {
  const checks: Checked[] = [];
  for (const [name, { of, differences }] of Object.entries(counters)) {
    const total = await pool.query<{ count: string }>(of);
    const { rows } = await pool.query<{ what: string }>(differences);
    checks.push({
      name,
      looked: Number(total.rows[0]!.count),
      differences: rows.map(({ what }) => what),
    });
  }
  return checks;
}
