import type { Static } from "typebox";
import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { FilmPerson } from "./schemas.ts";

interface Row {
  id: Id;
  nameKo: string | null;
  nameEn: string | null;
  born: number | null;
  died: number | null;
  directed: number;
  acted: number;
  written: number;
}

function toPerson(row: Row): Static<typeof FilmPerson> {
  return {
    id: String(row.id),
    name: { ko: row.nameKo, en: row.nameEn },
    born: row.born,
    died: row.died,
    credits: { director: row.directed, actor: row.acted, writer: row.written },
  };
}

/** People of films, in the order given, with how many films of the site they had which part in. */
export async function selectPeople(db: Db, ids: readonly Id[]): Promise<Static<typeof FilmPerson>[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select p.id, p.name_ko, p.name_en, p.born, p.died, c.directed, c.acted, c.written
    from unnest(${ids}::bigint[]) with ordinality as wanted(id, place) join film_person p on p.id = wanted.id
    cross join lateral (
      select count(*) filter (where role = 'director') as directed, count(*) filter (where role = 'actor') as acted,
        count(*) filter (where role = 'writer') as written
      from film_credit c join film f on f.id = c.film_id where c.person_id = p.id and f.removed_at is null) c
    order by wanted.place
  `.execute(db);
  return rows.map(toPerson);
}

export const selectPerson = async (db: Db, id: Id): Promise<Static<typeof FilmPerson> | undefined> =>
  (await selectPeople(db, [id]))[0];
