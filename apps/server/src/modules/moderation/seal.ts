import type { Id } from "../../platform/database/tables.ts";
import type { Cursors } from "../../platform/http/cursor.ts";

/** A page of rows that were asked for with one more than its limit. */
export async function seal<Row extends { id: Id }, Item>(
  cursors: Cursors,
  name: string,
  rows: readonly Row[],
  limit: number,
  present: (shown: readonly Row[]) => Item[] | Promise<Item[]>,
): Promise<{ items: Item[]; nextCursor: string | null }> {
  const shown = rows.slice(0, limit);
  const items = await present(shown);
  return { items, nextCursor: rows.length > limit ? cursors.seal(name, shown.at(-1)!.id) : null };
}
