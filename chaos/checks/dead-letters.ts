import type pg from "pg";
import type { Checked } from "./check.ts";

/** Whether consumers could handle everything. */
export async function checkDeadLetters(pool: pg.Pool): Promise<Checked> {
  const total = await pool.query<{ count: string }>("select count(*) from event");
  const { rows } = await pool.query<{ what: string }>(
    "select format('%s: event %s, %s: %s', consumer, event_id, type, split_part(error, E'\\n', 1)) as what from event_dead",
  );
  return {
    name: "events set aside",
    looked: Number(total.rows[0]!.count),
    differences: rows.map(({ what }) => what),
  };
}
