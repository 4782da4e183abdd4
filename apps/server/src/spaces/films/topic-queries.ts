import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { TopicNames } from "../../modules/search/index.ts";
import { postFilmJson } from "./post-json-queries.ts";

/** The film of a topic `t` as posts show it. */
export const topicFilmJson = sql`select ${postFilmJson} from film f where f.id = t.id and f.removed_at is null`;

/** Korean titles also without their spaces, so that first consonants find them across words. */
async function selectTitles(db: Db | Tx, where: RawBuilder<unknown>): Promise<TopicNames[]> {
  const { rows } = await sql<TopicNames>`
    select id, array_remove(array[title_ko, title_en, title_original, replace(title_ko, ' ', '')] || other_titles, null) as names
    from film where removed_at is null and ${where}
  `.execute(db);
  return rows;
}

async function selectNames(db: Db | Tx, where: RawBuilder<unknown>): Promise<TopicNames[]> {
  const { rows } = await sql<TopicNames>`
    select id, array_remove(array[name_ko, name_en], null) as names from film_person where ${where}
  `.execute(db);
  return rows;
}

const oneOf = (ids: readonly Id[]) => sql`id = any(${ids}::bigint[])`;
const behind = (after: Id, limit: number) => sql`id > ${after} order by id limit ${limit}`;

/** Films that are there by their ids, or behind an id, with all their titles. */
export const readTitles = (db: Db | Tx, ids: readonly Id[]) => selectTitles(db, oneOf(ids));
export const readTitlesAfter = (db: Db | Tx, after: Id, limit: number) =>
  selectTitles(db, behind(after, limit));

/** As `readTitles`, of the people of films. */
export const readNames = (db: Db | Tx, ids: readonly Id[]) => selectNames(db, oneOf(ids));
export const readNamesAfter = (db: Db | Tx, after: Id, limit: number) =>
  selectNames(db, behind(after, limit));

/** What films are called. */
export async function findTitles(db: Db, ids: readonly Id[]): Promise<Map<Id, string>> {
  const { rows } = await sql<{ id: Id; name: string }>`
    select id, coalesce(title_ko, title_en, title_original) as name from film where removed_at is null and ${oneOf(ids)}
  `.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
