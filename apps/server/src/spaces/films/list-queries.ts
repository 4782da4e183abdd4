import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { intArray } from "../../platform/search/int-array.ts";

/** What a list of films is narrowed by. */
export interface FilmFilter {
  /** See `film_rank.labels`; a film has all of them. */
  labels: readonly string[];
  personId?: Id | undefined;
  words?: { hashes: readonly number[]; parts: readonly string[] } | undefined;
  inSeries?: boolean | undefined;
  /** Whether there is enough to rank it by; undefined for both. */
  isCharted?: boolean | undefined;
}

export type FilmSort = "score" | "popular" | "latest";

/** `value` is what the list is ordered by, as a text that keeps every digit. */
export interface FilmEntry {
  id: Id;
  value: string;
}

interface Order {
  value: RawBuilder<unknown>;
  type: RawBuilder<unknown>;
  /** Of the ids of films with the same value. */
  direction: RawBuilder<unknown>;
  /** What comes after a film, said so that the index is read from there on. */
  behind(value: RawBuilder<unknown>, id: Id): RawBuilder<unknown>;
}

/** Values of which hardly any two are equal. */
const bySums = (column: RawBuilder<unknown>): Order => ({
  value: column,
  type: sql`float8`,
  direction: sql`asc`,
  behind: (value, id) => sql`${column} <= ${value} and (${column} < ${value} or b.film_id > ${id}::bigint)`,
});
const year = sql`coalesce(b.year, 0)`;

const orders: Record<FilmSort, Order> = {
  score: bySums(sql`b.sort`),
  popular: bySums(sql`b.heat`),
  latest: {
    value: year,
    type: sql`integer`,
    direction: sql`desc`,
    behind: (value, id) => sql`(${year}, b.film_id) < (${value}, ${id}::bigint)`,
  },
};

/** So many films are looked at in the order of the list before the index of what is asked for is used instead. */
const mostWalked = 6_000;

/**
 * A page of films, best first. What many films have is found by walking along the order, what few have by its index: which of the two it is shows
 * after a bounded walk.
 */
export async function listFilms(
  db: Db,
  filter: FilmFilter,
  sort: FilmSort,
  limit: number,
  after: FilmEntry | undefined,
): Promise<FilmEntry[]> {
  const { value, type, direction } = orders[sort];
  const order = sql`order by ${value} desc, b.film_id ${direction}`;
  const behind = after ? orders[sort].behind(sql`${after.value}::text::${type}`, after.id) : sql`true`;
  const isListed = sql.join(
    [
      sql`b.is_shown`,
      filter.isCharted === undefined
        ? sql`true`
        : filter.isCharted
          ? sql`b.is_charted`
          : sql`not b.is_charted`,
      filter.inSeries ? sql`b.in_series` : sql`true`,
      ...narrowed(filter.labels, sort),
    ],
    sql` and `,
  );
  const labels = sql`${[...filter.labels]}::text[]`;
  const entry = sql`select b.film_id as id, ${value}::text as value from film_rank b`;
  const ofPerson =
    filter.personId === undefined
      ? sql`true`
      : sql`b.film_id in (select film_id from film_credit where person_id = ${filter.personId})`;
  if (filter.words || filter.personId !== undefined || filter.inSeries) {
    const named = filter.words ? namedBy(filter.words) : sql`true`;
    const { rows } = await sql<FilmEntry>`
      ${entry} where ${named} and ${ofPerson} and b.labels @> ${labels} and ${isListed} and ${behind} ${order} limit ${limit}
    `.execute(db);
    return rows;
  }
  if (filter.labels.length === 0) {
    const { rows } =
      await sql<FilmEntry>`${entry} where ${isListed} and ${behind} ${order} limit ${limit}`.execute(db);
    return rows;
  }
  const { rows } = await sql<FilmEntry>`
    with near as materialized (
      select b.film_id, b.labels, ${value} as value from film_rank b where ${isListed} and ${behind} ${order} limit ${sql.lit(mostWalked)}
    ),
    walked as materialized (
      select b.film_id as id, b.value from near b where b.labels @> ${labels} order by b.value desc, id ${direction} limit ${limit}
    ),
    wanted as materialized (
      select b.film_id as id from film_rank b
      where (select count(*) from walked) < ${limit} and (select count(*) from near) = ${sql.lit(mostWalked)} and b.labels @> ${labels}
    ),
    found as (${entry} where b.film_id in (select id from wanted) and ${isListed} and ${behind} ${order} limit ${limit})
    select id, value::text as value from walked where (select count(*) from wanted) = 0
    union all select id, value from found
  `.execute(db);
  return rows;
}

/**
 * Labels that are columns as well, where an index has the column before the order: few films of the lowest tier or of an old year come early in it,
 * and the walk is among them alone. One column at a time: the other one is among the labels, which each index has, too.
 */
function narrowed(labels: readonly string[], sort: FilmSort): RawBuilder<unknown>[] {
  const numberOf = (kind: string): number[] =>
    labels.filter((label) => label.startsWith(kind)).map((label) => Number(label.slice(kind.length)));
  const years = sort === "popular" ? [] : numberOf("year:").map((number) => sql`${year} = ${number}`);
  if (years.length > 0 || sort !== "score") return years;
  return numberOf("tier:").map((tier) => sql`b.tier = ${tier}`);
}

function namedBy({ hashes, parts }: NonNullable<FilmFilter["words"]>): RawBuilder<unknown> {
  const like = parts.map((part) => sql`n.name like ${`%${part.replaceAll(/[\\%_]/g, "\\$&")}%`}`);
  return sql`b.film_id in (select n.topic_id from search_topic n
    where n.space = 'films' and n.tokens @> ${intArray(hashes)}::int[] and ${sql.join(like, sql` and `)})`;
}

/** What somebody wants to see, the newest wish first. */
export async function listWatchlist(
  db: Db,
  accountId: Id,
  limit: number,
  before: Id | undefined,
): Promise<{ id: Id; position: Id }[]> {
  const { rows } = await sql<{ id: Id; position: Id }>`
    select w.film_id as id, w.id as position from film_watchlist w join film f on f.id = w.film_id
    where w.account_id = ${accountId} and w.id < ${before ?? Number.MAX_SAFE_INTEGER} and f.removed_at is null
    order by w.id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Of a person's credits and of genres, so many films are looked at, the best first. */
const candidates = 60;

/** Films like one: a director in common counts most, then actors, writers and genres; the better ranked first where that is equal. */
export async function listSimilar(db: Db, filmId: Id, limit: number): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    with mine as (select genres from film where id = ${filmId}),
    shared as (
      select o.film_id as id, sum(case c.role when 'director' then 4 when 'actor' then 2 else 1 end) as likeness
      from (select person_id, role from film_credit where film_id = ${filmId} order by role, position limit 12) c
      cross join lateral (select film_id from film_credit o where o.person_id = c.person_id and o.film_id <> ${filmId} limit ${candidates}) o
      group by o.film_id
    ),
    genre_kin as (
      select b.film_id as id from mine cross join lateral unnest(mine.genres[1:3]) as g(genre) cross join lateral (
        select film_id from film_rank b where b.is_shown and b.is_charted and b.labels @> array['genre:' || g.genre]
        order by b.sort desc limit ${candidates}) b where b.film_id <> ${filmId}
    ),
    kin as (select id from shared union select id from genre_kin)
    select kin.id from kin join film f on f.id = kin.id join film_rank r on r.film_id = kin.id left join shared on shared.id = kin.id cross join mine
    where r.is_shown
    order by coalesce(shared.likeness, 0) + (select count(*) from unnest(f.genres) g where g = any(mine.genres)) desc, r.sort desc, kin.id
    limit ${limit}
  `.execute(db);
  return rows.map(({ id }) => id);
}
