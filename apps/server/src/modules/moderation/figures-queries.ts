import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** Days that the figures of each day go back, today among them. */
export const shownDays = 14;

export interface FigureRow {
  people: number;
  posts: number;
  /** People who have been here in the last 24 hours. */
  active: number;
  days: { day: string; people: number; posts: number }[];
}

/** How much there is, and how much came on each of the last days, which begin where the site is. Comments are posts. */
export async function readCounts(db: Db, timeZone: string): Promise<FigureRow> {
  const dayOf = (id: "a.id" | "p.id") => sql`(id_time(${sql.ref(id)}) at time zone ${timeZone})::date`;
  const first = sql`((extract(epoch from today.begin) * 1000)::bigint - 1704067200000) * 4096`;
  const { rows } = await sql<FigureRow>`
    with today as (
      select (now() at time zone ${timeZone})::date as day,
        ((now() at time zone ${timeZone})::date - ${sql.lit(shownDays - 1)}) at time zone ${timeZone} as begin
    )
    select (select count(*)::int from account) as people, (select count(*)::int from post) as posts,
      (select count(distinct account_id)::int from session where last_seen_at > now() - interval '1 day') as active,
      (select json_agg(json_build_object('day', d::date, 'people', coalesce(a.count, 0), 'posts', coalesce(p.count, 0)) order by d)
        from generate_series(today.day - ${sql.lit(shownDays - 1)}, today.day, interval '1 day') d
        left join (select ${dayOf("a.id")} as day, count(*)::int from account a where a.id >= ${first} group by 1) a on a.day = d::date
        left join (select ${dayOf("p.id")} as day, count(*)::int from post p where p.id >= ${first} group by 1) p on p.day = d::date) as days
    from today
  `.execute(db);
  return rows[0]!;
}
