import type pg from "pg";
import { type Checked, compareMaps } from "./check.ts";
import { type Reader, readAll } from "./reading.ts";

interface Post {
  id: string;
  text: string;
  counts: { likes: number; comments: number; bookmarks: number; views: number };
  viewer: { liked: boolean; bookmarked: boolean; hidden: boolean };
}

/** What belongs into somebody's home, newest first, with what they see of it. */
const home = `
  select p.id::text, p.text, p.hidden_at is not null as hidden,
    coalesce(s.likes, 0) as likes, coalesce(s.comments, 0) as comments, coalesce(s.bookmarks, 0) as bookmarks, coalesce(s.views, 0) as views,
    exists (select from post_like l where l.post_id = p.id and l.account_id = $1) as liked,
    exists (select from bookmark b where b.post_id = p.id and b.account_id = $1) as bookmarked
  from post p join account a on a.id = p.author_id left join post_stats s on s.post_id = p.id
  where p.parent_id is null and (p.author_id = $1 or (
    p.hidden_at is null
    and not exists (select from block b where (b.blocker_id, b.blocked_id) in ((a.id, $1), ($1, a.id)))
    and not exists (select from mute m where m.muter_id = $1 and m.muted_id = a.id)
    and (exists (select from follow f where f.follower_id = $1 and f.followee_id = a.id)
      or (p.visibility = 'public' and not a.is_private
        and exists (select from tag_follow t where t.account_id = $1 and t.tag = any(p.tags))))))
  order by p.id desc`;

interface Row extends Omit<Post, "counts" | "viewer"> {
  hidden: boolean;
  liked: boolean;
  bookmarked: boolean;
  likes: number;
  comments: number;
  bookmarks: number;
  views: number;
}

/** Whether every person's home, read to its end, is what the tables say: which posts, in which order, and what stands on them. */
export async function checkHomes(pool: pg.Pool, readers: readonly Reader[]): Promise<Checked[]> {
  const order: Checked = { name: "home feeds against a recomputation", looked: 0, differences: [] };
  const shown: Checked = { name: "what home feeds show of posts", looked: 0, differences: [] };
  for (const { id, handle, read, at } of readers) {
    const { rows } = await pool.query<Row>(home, [id]);
    const items = await readAll<Post>(read, "/feeds/home");
    order.looked++;
    shown.looked += items.length;
    const ids = items.map((post) => post.id);
    const wanted = rows.map((row) => row.id);
    if (ids.join() !== wanted.join())
      order.differences.push(`the home of @${handle} at ${at}: ${differenceOf(wanted, ids)}`);
    const there = new Set(wanted);
    shown.differences.push(
      ...compareMaps(
        `for @${handle} at ${at}: post`,
        new Map(rows.filter((row) => ids.includes(row.id)).map((row) => [row.id, ofRow(row)])),
        new Map(items.filter((post) => there.has(post.id)).map((post) => [post.id, ofPost(post)])),
      ),
    );
  }
  return [order, shown];
}

function differenceOf(wanted: readonly string[], ids: readonly string[]): string {
  const shown = new Set(ids);
  const missing = wanted.filter((id) => !shown.has(id));
  const surplus = ids.filter((id) => !wanted.includes(id));
  const parts: string[] = [];
  if (missing.length > 0)
    parts.push(`lacks ${missing.length} posts, such as ${missing.slice(0, 5).join(", ")}`);
  if (surplus.length > 0)
    parts.push(`shows ${surplus.length} posts too many, such as ${surplus.slice(0, 5).join(", ")}`);
  if (shown.size < ids.length) parts.push("shows a post twice");
  return parts.length > 0 ? parts.join("; ") : "is in another order";
}

const ofRow = ({ text, likes, comments, bookmarks, views, liked, bookmarked, hidden }: Row) =>
  JSON.stringify({ text, likes, comments, bookmarks, views, liked, bookmarked, hidden });

function ofPost({ text, counts, viewer }: Post): string {
  const { likes, comments, bookmarks, views } = counts;
  const { liked, bookmarked, hidden } = viewer;
  return JSON.stringify({ text, likes, comments, bookmarks, views, liked, bookmarked, hidden });
}
