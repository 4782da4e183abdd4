import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { FilmBody } from "../edit/edit-schemas.ts";
import type { ExternalId } from "./film-input.ts";
import { rowsOf } from "./recordset-queries.ts";

/** One after the other: what writes films in bulk looks first whether they are there. Until the transaction ends. */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('film-catalogue', 0))`.execute(tx);
  // A batch of thousands on a slow disk takes longer than a request may.
  await sql`set local statement_timeout = '5min'`.execute(tx);
}

export type KnownId = ExternalId & { id: Id };

export async function findFilmIds(tx: Tx, ids: readonly ExternalId[]): Promise<KnownId[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<KnownId>`
    select e.source, e.value, e.film_id as id from film_external_id e join ${rowsOf(ids, "source text, value text")} using (source, value)
  `.execute(tx);
  return rows;
}

/** One that is taken stays where it is. */
export async function insertFilmIds(tx: Tx, ids: readonly (ExternalId & { filmId: Id })[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    insert into film_external_id (source, value, film_id)
    select source, value, "filmId" from ${rowsOf(ids, 'source text, value text, "filmId" bigint')}
    on conflict do nothing
  `.execute(tx);
}

/** The row of a film; what is left out is not known. */
export interface FilmRow {
  id: Id;
  titleKo?: string | undefined;
  titleEn?: string | undefined;
  titleOriginal?: string | undefined;
  otherTitles?: readonly string[] | undefined;
  year?: number | undefined;
  genres?: readonly string[] | undefined;
  runtimeMinutes?: number | undefined;
  ageRating?: string | undefined;
  synopsisKo?: string | undefined;
  synopsisEn?: string | undefined;
  posterPath?: string | undefined;
}

const filmColumns = `id bigint, "titleKo" text, "titleEn" text, "titleOriginal" text, "otherTitles" text[], year smallint, genres text[],
  "runtimeMinutes" smallint, "ageRating" text, "synopsisKo" text, "synopsisEn" text, "posterPath" text`;

export async function insertFilms(
  tx: Tx,
  films: readonly (FilmRow & { titleOriginal: string })[],
): Promise<void> {
  if (films.length === 0) return;
  await sql`
    insert into film (id, title_ko, title_en, title_original, other_titles, year, genres, runtime_minutes, age_rating, synopsis_ko,
      synopsis_en, poster_path)
    select id, "titleKo", "titleEn", "titleOriginal", coalesce("otherTitles", '{}'), year, coalesce(genres, '{}'), "runtimeMinutes",
      "ageRating", "synopsisKo", "synopsisEn", "posterPath"
    from ${rowsOf(films, filmColumns)}
  `.execute(tx);
}

/** So that what the log says of them stands in the order of their rows. */
export async function lockFilms(tx: Tx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`select id from film where id = any(${ids}::bigint[]) order by id for update`.execute(tx);
}

/** What people have written of films, by film: an import leaves it. */
export async function readEdits(tx: Tx, ids: readonly Id[]): Promise<{ filmId: Id; after: FilmBody }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ filmId: Id; after: FilmBody }>`
    select film_id, after from film_change where film_id = any(${ids}::bigint[]) and status = 'done'
  `.execute(tx);
  return rows;
}

const textColumns = {
  title_ko: "titleKo",
  title_en: "titleEn",
  title_original: "titleOriginal",
  year: "year",
  runtime_minutes: "runtimeMinutes",
  age_rating: "ageRating",
  synopsis_ko: "synopsisKo",
  synopsis_en: "synopsisEn",
  poster_path: "posterPath",
};
const listColumns = { other_titles: "otherTitles", genres: "genres" };
const columns = [...Object.keys(textColumns), ...Object.keys(listColumns)];

/** Of each column what is new and what is there, the one that goes before first. */
function mergedColumns(onlyMissing: boolean): RawBuilder<unknown> {
  // A list of nothing is as good as unknown; f.column itself is what remains.
  const merged = ([column, given]: [string, string], there: string) => {
    const both = onlyMissing ? [there, `r."${given}"`] : [`r."${given}"`, there];
    return `coalesce(${both.join(", ")}, f.${column}) as ${column}`;
  };
  return sql.raw(
    [
      ...Object.entries(textColumns).map((pair) => merged(pair, `f.${pair[0]}`)),
      ...Object.entries(listColumns).map((pair) => merged(pair, `nullif(f.${pair[0]}, '{}')`)),
    ].join(", "),
  );
}

const listed = (table: string) => columns.map((column) => `${table}.${column}`).join(", ");

/** Writes what differs; answers which films that were. With `onlyMissing` nothing that is there is written over. */
export async function updateFilms(tx: Tx, films: readonly FilmRow[], onlyMissing: boolean): Promise<Id[]> {
  if (films.length === 0) return [];
  const { rows } = await sql<{ id: Id }>`
    update film f set (${sql.raw(columns.join(", "))}) = row(${sql.raw(listed("n"))})
    from (select f.id, ${mergedColumns(onlyMissing)} from ${rowsOf(films, filmColumns)} join film f on f.id = r.id) n
    where f.id = n.id and (${sql.raw(listed("f"))}) is distinct from (${sql.raw(listed("n"))})
    returning f.id
  `.execute(tx);
  return rows.map(({ id }) => id);
}

export interface RankRow {
  filmId: Id;
  year?: number | null | undefined;
  labels: string[];
}

/** The rows of new films. */
export async function insertRanks(
  tx: Tx,
  rows: readonly RankRow[],
  first: { sort: number; score: number; evidence: number; isCharted: boolean },
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into film_rank (film_id, sort, score, evidence, is_charted, year, labels)
    select "filmId", ${first.sort}, ${first.score}, ${first.evidence}, ${first.isCharted}, year, labels
    from ${rowsOf(rows, '"filmId" bigint, year smallint, labels text[]')}
  `.execute(tx);
}

/** What labels are made of, as it is now. */
export async function readLabelParts(
  tx: Tx,
  ids: readonly Id[],
): Promise<{ filmId: Id; year: number | null; genres: string[]; platforms: string[] }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ filmId: Id; year: number | null; genres: string[]; platforms: string[] }>`
    select f.id as film_id, f.year, f.genres,
      array(select distinct platform from film_offer o where o.film_id = f.id) as platforms
    from film f where f.id = any(${ids}::bigint[])
  `.execute(tx);
  return rows;
}

/** Labels of the tier stay: they are the consumer's. */
export async function updateRanks(tx: Tx, rows: readonly RankRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update film_rank k set year = r.year, labels = r.labels || array(select l from unnest(k.labels) l where l like 'tier:%')
    from ${rowsOf(rows, '"filmId" bigint, year smallint, labels text[]')}
    where k.film_id = r."filmId"
      and (k.year, array(select l from unnest(k.labels) l where l not like 'tier:%')) is distinct from (r.year, r.labels)
  `.execute(tx);
}
