import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** How many films that are shown have each label (`film_rank.labels`), the most first. */
export async function countLabels(db: Db): Promise<{ label: string; films: number }[]> {
  const { rows } = await sql<{ label: string; films: number }>`
    select label, count(*) as films from film_rank cross join lateral unnest(labels) as label
    where is_shown group by label order by films desc, label
  `.execute(db);
  return rows;
}
