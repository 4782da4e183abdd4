import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";

/** Writes rows of `film_event`, in their order; `at` is now where it is left out. */
export async function insertFilmEvents(tx: Tx, rows: readonly object[]): Promise<void> {
  await sql`
    insert into film_event (at, type, account_id, film_id, review_id, value, payload)
    select coalesce(at, clock_timestamp()), type, account_id, film_id, review_id, value, payload
    from json_to_recordset(${JSON.stringify(rows)}::json) as row(at timestamptz, type text, account_id bigint, film_id bigint,
      review_id bigint, value smallint, payload jsonb)
  `.execute(tx);
}
