import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

export interface Figures {
  people: number;
  projects: number;
  thisWeek: number;
}

/** The least id that something made so many days ago can have. */
const idAt = (days: number) =>
  sql`((extract(epoch from now() - make_interval(days => ${days})) * 1000)::bigint - 1704067200000) * 4096`;

/** How many people there are, how many projects that everybody may see, and how many of those came within seven days. */
export async function countFigures(db: Db): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select (select count(*)::int from account) as people, (select count(*)::int from project_rank where is_open) as projects,
      (select count(*)::int from project_rank where is_open and project_id >= ${idAt(7)}) as this_week
  `.execute(db);
  return rows[0]!;
}
