import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** Keeps views of posts that exist, one per viewer and day; answers how many were new, by post. */
export async function insertViews(tx: Tx, views: { postId: Id; viewer: string }[]): Promise<Map<Id, number>> {
  const { rows } = await sql<{ postId: Id; views: number }>`
    with seen as (select * from unnest(${views.map((one) => one.postId)}::bigint[], ${views.map((one) => one.viewer)}::text[]) as v(post_id, viewer)),
    there as (select p.id from post p where p.id in (select post_id from seen) order by p.id for key share),
    accepted as (
      insert into post_view (post_id, viewer)
      select seen.post_id, seen.viewer from seen join there on there.id = seen.post_id order by seen.post_id, seen.viewer
      on conflict do nothing returning post_id
    )
    select post_id, count(*)::int as views from accepted group by post_id order by post_id
  `.execute(tx);
  return new Map(rows.map((row) => [row.postId, row.views]));
}
