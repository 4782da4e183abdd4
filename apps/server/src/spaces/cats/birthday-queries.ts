import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Day } from "./calendar.ts";
import { catColumns, type CatRow, isVisible } from "./cat-row-queries.ts";

/** Cats whose days are to be remembered: a site's worth of them is never sent. */
const most = 100;

export type CelebratedRow = CatRow & { celebrated: { kind: "birthday" | "adoption"; day: Day }[] };

/**
 * Cats of somebody, and cats that they follow, that were born (known to the day) or adopted on one of the given days of a year, such as "12-03".
 * The soonest first, as the days are given.
 */
export async function listCelebrated(
  db: Db,
  accountId: Id,
  daysOfYear: readonly string[],
): Promise<CelebratedRow[]> {
  const days = sql`${[...daysOfYear]}::text[]`;
  const { rows } = await sql<CelebratedRow>`
    select ${catColumns(accountId)}, soon.celebrated from (
      select cat_id from cat_person where account_id = ${accountId}
      union select topic_id from topic_follow where account_id = ${accountId}
    ) theirs
    join cat c on c.id = theirs.cat_id and c.memorial_on is null
    cross join lateral (
      select json_agg(json_build_object('kind', kind, 'day', day)) as celebrated, min(array_position(${days}, to_char(day, 'MM-DD'))) as place
      from (values ('birthday', case when c.birthday_precision = 'day' then c.birthday end), ('adoption', c.adopted_on)) as known(kind, day)
      where to_char(day, 'MM-DD') = any(${days})
    ) soon
    where soon.celebrated is not null and ${isVisible(accountId)}
    order by soon.place, c.id limit ${sql.lit(most)}
  `.execute(db);
  return rows;
}
