import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { rowsOf } from "../catalogue/recordset-queries.ts";
import type {} from "../tables.ts";

export interface FoundFilm {
  line: number;
  id: Id;
  titleKo: string | null;
  titleEn: string | null;
  titleOriginal: string;
  year: number | null;
}

/** The films that are shown and may be the ones that lines of a diary are about, any number for each. */
export async function findFilms(
  db: Db,
  rows: readonly { line: number; imdb: string | undefined; title: string; year: number | undefined }[],
): Promise<FoundFilm[]> {
  if (rows.length === 0) return [];
  const given = rowsOf(rows, "line integer, imdb text, title text, year integer");
  const { rows: found } = await sql<FoundFilm>`
    with asked as materialized (select line, imdb, lower(title) as title, year from ${given}),
    candidate as (
      select a.line, e.film_id as id from asked a join film_external_id e on e.source = 'imdb' and e.value = a.imdb
      union select a.line, f.id from asked a join film f on lower(f.title_en) = a.title
        and (a.year is null or f.year between a.year - 1 and a.year + 1) where a.imdb is null
      union select a.line, f.id from asked a join film f on lower(f.title_original) = a.title
        and (a.year is null or f.year between a.year - 1 and a.year + 1) where a.imdb is null)
    select c.line, f.id, f.title_ko, f.title_en, f.title_original, f.year
    from candidate c join film f on f.id = c.id where f.removed_at is null order by c.line, f.id
  `.execute(db);
  return found;
}

/** What the person has said of films, and wished for, already. */
export async function readOwn(
  db: Db | Tx,
  accountId: Id,
  filmIds: readonly Id[],
): Promise<{ voted: Set<Id>; wished: Set<Id> }> {
  const of = (table: "filmVote" | "filmWatchlist") =>
    db
      .selectFrom(table)
      .select("filmId")
      .where("accountId", "=", accountId)
      .where("filmId", "in", filmIds.length > 0 ? [...filmIds] : [0])
      .execute();
  const [votes, wishes] = [await of("filmVote"), await of("filmWatchlist")];
  return { voted: new Set(votes.map((row) => row.filmId)), wished: new Set(wishes.map((row) => row.filmId)) };
}

/** Those of the films that are shown. */
export async function listShown(tx: Tx, filmIds: readonly Id[]): Promise<Set<Id>> {
  const { rows } = await sql<{ id: Id }>`
    select id from film where id = any(${filmIds}::bigint[]) and removed_at is null
  `.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export async function insertDiaryImport(tx: Tx, accountId: Id): Promise<Id> {
  const { id } = await tx
    .insertInto("filmDiaryImport")
    .values({ accountId })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Remembers the votes and wishes of films as they are now. */
export async function insertEntries(
  tx: Tx,
  importId: Id,
  accountId: Id,
  { voted, wished }: { voted: readonly Id[]; wished: readonly Id[] },
): Promise<void> {
  await sql`
    insert into film_diary_entry (import_id, film_id, value, voted_at)
    select ${importId}, film_id, value, voted_at from film_vote where account_id = ${accountId} and film_id = any(${voted}::bigint[])
    on conflict do nothing
  `.execute(tx);
  await sql`
    insert into film_diary_entry (import_id, film_id, wish_id)
    select ${importId}, film_id, id from film_watchlist where account_id = ${accountId} and film_id = any(${wished}::bigint[])
    on conflict do nothing
  `.execute(tx);
}

export interface DiaryImportRow {
  id: Id;
  at: Date;
  likes: number;
  dislikes: number;
  wishes: number;
}

/** What somebody has brought along, the newest first. */
export async function listImports(
  db: Db | Tx,
  accountId: Id,
  id: Id | null = null,
): Promise<DiaryImportRow[]> {
  const { rows } = await sql<DiaryImportRow>`
    select i.id, id_time(i.id) as at, count(*) filter (where e.value = 1) as likes, count(*) filter (where e.value = -1) as dislikes,
      count(e.wish_id) as wishes
    from film_diary_import i left join film_diary_entry e on e.import_id = i.id
    where i.account_id = ${accountId} and (${id}::bigint is null or i.id = ${id})
    group by i.id order by i.id desc limit 50
  `.execute(db);
  return rows;
}

/** Nobody else can take it back at the same time. False when it is not theirs, or no more. */
export async function lockImport(tx: Tx, accountId: Id, id: Id): Promise<boolean> {
  const row = await tx
    .selectFrom("filmDiaryImport")
    .select("id")
    .where("id", "=", id)
    .where("accountId", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The films of which the vote is still the one that the import has given, and how many entries there are. */
export async function listUnchanged(
  tx: Tx,
  accountId: Id,
  importId: Id,
): Promise<{ votes: Id[]; all: number }> {
  const { rows } = await sql<{ filmId: Id; isSame: boolean }>`
    select e.film_id, coalesce(v.value = e.value and v.voted_at = e.voted_at, false) as is_same
    from film_diary_entry e left join film_vote v on v.film_id = e.film_id and v.account_id = ${accountId}
    where e.import_id = ${importId} order by e.film_id
  `.execute(tx);
  return { votes: rows.filter(({ isSame }) => isSame).map(({ filmId }) => filmId), all: rows.length };
}

/** Takes the wishes back that are still those of the import; answers how many they were. */
export async function deleteWishes(tx: Tx, accountId: Id, importId: Id): Promise<number> {
  const { rows } = await sql`
    delete from film_watchlist w using film_diary_entry e
    where e.import_id = ${importId} and w.account_id = ${accountId} and w.film_id = e.film_id and w.id = e.wish_id
    returning 1
  `.execute(tx);
  return rows.length;
}

export async function deleteImport(tx: Tx, id: Id): Promise<void> {
  await tx.deleteFrom("filmDiaryImport").where("id", "=", id).execute();
}
