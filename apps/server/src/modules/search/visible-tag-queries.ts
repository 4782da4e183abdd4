import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Searcher } from "./engine.ts";

/** Posts of a tag that are counted one by one for whoever asks; of more than these, one hidden from them shows nowhere. */
const counted = 100;

/** How many posts under each tag somebody may see; tags without any are left out. */
export async function countVisible(
  db: Db,
  tags: readonly string[],
  searcher: Searcher,
): Promise<Map<string, number>> {
  const hidden = searcher?.hidden ?? [];
  const maySee = searcher
    ? sql`((p.visibility = 'public' and not a.is_closed) or p.author_id = ${searcher.accountId} or p.author_id = any(${searcher.following}::bigint[]))
        and p.author_id <> all(${hidden}::bigint[]) and a.standing <> 'suspended'`
    : sql`p.visibility = 'public' and not a.is_closed`;
  const { rows } = await sql<{ tag: string; count: number }>`
    select wanted.tag, case when seen.count < ${sql.lit(counted)} then seen.count else greatest(seen.count, s.posts) end::int as count
    from unnest(${tags}::text[]) as wanted(tag)
    cross join lateral (
      select count(*) as count from (
        select from post_tag t join post p on p.id = t.post_id join account a on a.id = p.author_id
        where t.tag = wanted.tag and p.hidden_at is null and ${maySee} limit ${sql.lit(counted)}
      ) few
    ) seen
    left join tag_stats s on s.tag = wanted.tag
    where seen.count > 0
  `.execute(db);
  return new Map(rows.map((row) => [row.tag, row.count]));
}
