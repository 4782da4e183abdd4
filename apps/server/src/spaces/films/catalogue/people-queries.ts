import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { CreditRole } from "../vocabulary.ts";
import type { ExternalId } from "./film-input.ts";
import type { KnownId } from "./film-queries.ts";
import { rowsOf } from "./recordset-queries.ts";

export async function findPersonIds(tx: Tx, ids: readonly ExternalId[]): Promise<KnownId[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<KnownId>`
    select e.source, e.value, e.person_id as id
    from film_person_external_id e join ${rowsOf(ids, "source text, value text")} using (source, value)
  `.execute(tx);
  return rows;
}

/** One that is taken stays where it is. */
export async function insertPersonIds(
  tx: Tx,
  ids: readonly (ExternalId & { personId: Id })[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    insert into film_person_external_id (source, value, person_id)
    select source, value, "personId" from ${rowsOf(ids, 'source text, value text, "personId" bigint')}
    on conflict do nothing
  `.execute(tx);
}

export interface PersonRow {
  id: Id;
  nameKo?: string | undefined;
  nameEn?: string | undefined;
  born?: number | undefined;
  died?: number | undefined;
}

const personColumns = 'id bigint, "nameKo" text, "nameEn" text, born smallint, died smallint';

export async function insertPeople(tx: Tx, people: readonly PersonRow[]): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into film_person (id, name_ko, name_en, born, died)
    select id, "nameKo", "nameEn", born, died from ${rowsOf(people, personColumns)}
  `.execute(tx);
}

/** Writes what differs; answers who that was. */
export async function updatePeople(tx: Tx, people: readonly PersonRow[]): Promise<Id[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<{ id: Id }>`
    update film_person p set (name_ko, name_en, born, died) = row(n.name_ko, n.name_en, n.born, n.died)
    from (select p.id, coalesce(r."nameKo", p.name_ko) as name_ko, coalesce(r."nameEn", p.name_en) as name_en,
        coalesce(r.born, p.born) as born, coalesce(r.died, p.died) as died
      from ${rowsOf(people, personColumns)} join film_person p on p.id = r.id) n
    where p.id = n.id and (p.name_ko, p.name_en, p.born, p.died) is distinct from (n.name_ko, n.name_en, n.born, n.died)
    returning p.id
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** Who is named in films, to know them again under another id. */
export async function readNamesIn(
  tx: Tx,
  filmIds: readonly Id[],
): Promise<{ filmId: Id; personId: Id; nameKo: string | null; nameEn: string | null }[]> {
  if (filmIds.length === 0) return [];
  const { rows } = await sql<{ filmId: Id; personId: Id; nameKo: string | null; nameEn: string | null }>`
    select distinct c.film_id, c.person_id, p.name_ko, p.name_en
    from film_credit c join film_person p on p.id = c.person_id where c.film_id = any(${filmIds}::bigint[])
  `.execute(tx);
  return rows;
}

export interface CreditRow {
  filmId: Id;
  personId: Id;
  role: CreditRole;
  position: number;
  character?: string | undefined;
}

/** Makes these all credits of the films; what is there already is not written again. */
export async function replaceCredits(
  tx: Tx,
  filmIds: readonly Id[],
  rows: readonly CreditRow[],
): Promise<void> {
  const given = rowsOf(
    rows,
    '"filmId" bigint, "personId" bigint, role text, position smallint, character text',
  );
  await sql`
    delete from film_credit c where c.film_id = any(${filmIds}::bigint[]) and (c.film_id, c.role, c.person_id) not in
      (select "filmId", role, "personId" from ${given})
  `.execute(tx);
  await sql`
    insert into film_credit as c (film_id, person_id, role, position, character)
    select "filmId", "personId", role, position, character from ${given}
    on conflict (film_id, role, person_id) do update set position = excluded.position, character = excluded.character
    where (c.position, c.character) is distinct from (excluded.position, excluded.character)
  `.execute(tx);
}
