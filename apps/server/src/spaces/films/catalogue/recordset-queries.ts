import { type RawBuilder, sql } from "kysely";

/** Rows as a table of these columns: `"filmId" bigint, site text`, each a property of a row. */
export const rowsOf = (rows: readonly object[], columns: string): RawBuilder<unknown> =>
  sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(${sql.raw(columns)})`;
