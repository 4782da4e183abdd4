import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import { isOpen } from "./cat-row-queries.ts";

/**
 * The cat `t.id` as a post shows it to everybody: nothing when it is not for everybody. `breeds` are what a breed is shown as, by its id; as
 * a part of the text, so that it is read once for each prepared statement and not for each post.
 */
export function postCatJson(breeds: Record<string, object>): RawBuilder<unknown> {
  return sql`select json_build_object('id', c.id::text, 'name', c.name,
      'breed', case when c.breed is not null then ${sql.lit(JSON.stringify(breeds))}::jsonb -> c.breed end,
      'photo', (select ${mediaJson("m")} from media m where m.id = c.photo_id))
    from cat c where c.id = t.id and ${isOpen}`;
}

/** What cats are called, whoever may know; without those that are gone. */
export async function findNames(db: Db, ids: readonly Id[]): Promise<Map<Id, string>> {
  const { rows } = await sql<{
    id: Id;
    name: string;
  }>`select id, name from cat where id = any(${ids}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface NamedCat {
  id: Id;
  name: string;
  breed: string | null;
  colour: string | null;
  pattern: string | null;
}

/** Those of the cats that are for everybody. */
export async function readNames(db: Db | Tx, ids: readonly Id[]): Promise<NamedCat[]> {
  const { rows } = await sql<NamedCat>`
    select c.id, c.name, c.breed, c.colour, c.pattern from cat c where c.id = any(${ids}::bigint[]) and ${isOpen}
  `.execute(db);
  return rows;
}

export async function readNamesAfter(db: Db | Tx, after: Id, limit: number): Promise<NamedCat[]> {
  const { rows } = await sql<NamedCat>`
    select c.id, c.name, c.breed, c.colour, c.pattern from cat c where c.id > ${after} and ${isOpen} order by c.id limit ${limit}
  `.execute(db);
  return rows;
}
