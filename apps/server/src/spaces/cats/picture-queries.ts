import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import type { Media } from "../../platform/media/media-schema.ts";

export interface PictureRow {
  postId: Id;
  /** Its place in the post. */
  position: number;
  media: Media;
}

/**
 * The posts `p` of a cat that somebody may see, as posts/visibility.ts has it: so that months can be counted and pages are full. What is
 * shown is held against that once more.
 */
function areShown(catId: Id, accountId: Id | null): RawBuilder<unknown> {
  const isPublic = sql`(p.visibility = 'public' and not w.is_closed)`;
  const me = sql`${accountId}::bigint`;
  const isShown =
    accountId === null
      ? isPublic
      : sql`(p.author_id = ${me} or (
          not exists (select 1 from block b where b.blocker_id = ${me} and b.blocked_id = p.author_id)
          and not exists (select 1 from block b where b.blocker_id = p.author_id and b.blocked_id = ${me})
          and (${isPublic} or exists (select 1 from follow f where f.follower_id = ${me} and f.followee_id = p.author_id))))`;
  return sql`t.topic_id = ${catId} and p.hidden_at is null and ${isShown}`;
}

const posts = sql`post_topic t join post p on p.id = t.post_id join account w on w.id = p.author_id`;

/** The pictures of a cat, the newest post first and in the order of the post. */
export async function listPictures(
  db: Db,
  catId: Id,
  accountId: Id | null,
  limit: number,
  after: { postId: Id; position: number } | undefined,
): Promise<PictureRow[]> {
  const behind = after
    ? sql`and t.post_id <= ${after.postId} and (t.post_id < ${after.postId} or pm.position > ${after.position}::int)`
    : sql``;
  const { rows } = await sql<PictureRow>`
    select shown.post_id, shown.position, ${mediaJson("m")} as media from (
      select p.id as post_id, pm.position, pm.media_id from ${posts} join post_media pm on pm.post_id = p.id
      where ${areShown(catId, accountId)} ${behind}
      order by t.post_id desc, pm.position limit ${limit}
    ) shown join media m on m.id = shown.media_id order by shown.post_id desc, shown.position
  `.execute(db);
  return rows;
}

export interface MonthRow {
  /** Such as "2026-11". */
  month: string;
  count: number;
  pictures: PictureRow[];
}

/** The id of a post that was written at a moment. */
const idAt = (moment: RawBuilder<unknown>) =>
  sql`((extract(epoch from ${moment}) * 1000)::bigint - 1704067200000) * 4096`;

/**
 * The months in which a cat was pictured, the newest first, with the newest pictures of each. Goes from month to month by the index, so that
 * it reads the posts of the months that it answers and no others. `before` is the month after which to go on.
 */
export async function listMonths(
  db: Db,
  catId: Id,
  accountId: Id | null,
  asked: { timeZone: string; months: number; pictures: number; before: string | undefined },
): Promise<MonthRow[]> {
  const { timeZone, months, pictures, before } = asked;
  const zone = sql`${timeZone}::text`;
  const areTheirs = areShown(catId, accountId);
  const pictured = sql`exists (select 1 from post_media pm where pm.post_id = p.id)`;
  const newestBefore = (start: RawBuilder<unknown>) => sql`(
    select date_trunc('month', id_time(p.id) at time zone ${zone}) from ${posts} where ${areTheirs} and ${pictured} and t.post_id < ${idAt(sql`(${start} at time zone ${zone})`)}
    order by t.post_id desc limit 1)`;
  const begin =
    before === undefined ? sql`'9999-01-01'::timestamp` : sql`(${`${before}-01`}::date)::timestamp`;
  const { rows } = await sql<MonthRow>`
    with recursive month as (
      select 1 as place, ${newestBefore(begin)} as start
      union all
      select place + 1, ${newestBefore(sql`month.start`)} from month where month.start is not null and place < ${months}
    )
    select to_char(month.start, 'YYYY-MM') as month, counted.count, counted.pictures from month cross join lateral (
      select count(*)::int as count,
        coalesce(json_agg(json_build_object('postId', post_id, 'position', position, 'media', (select ${mediaJson("m")} from media m where m.id = media_id))
          order by place) filter (where place <= ${pictures}), '[]') as pictures
      from (
        select p.id as post_id, pm.position, pm.media_id, row_number() over (order by p.id desc, pm.position) as place
        from ${posts} join post_media pm on pm.post_id = p.id where ${areTheirs}
          and t.post_id >= ${idAt(sql`(month.start at time zone ${zone})`)}
          and t.post_id < ${idAt(sql`((month.start + interval '1 month') at time zone ${zone})`)}
      ) numbered
    ) counted
    where month.start is not null order by month.place
  `.execute(db);
  return rows;
}
