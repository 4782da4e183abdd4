import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { SiteInput } from "./film-input.ts";
import type {} from "../tables.ts";
import { rowsOf } from "./recordset-queries.ts";

/** How each site measures. */
export async function readMeasures(db: Db | Tx): Promise<Map<string, string>> {
  const sites = await db.selectFrom("filmSite").select(["id", "measure"]).execute();
  return new Map(sites.map(({ id, measure }) => [id, measure]));
}

/** Adds sites, and writes what is said of one that is there and differs; how it measures stays. */
export async function upsertSites(tx: Tx, sites: readonly SiteInput[]): Promise<void> {
  if (sites.length === 0) return;
  await sql`
    insert into film_site as s (id, name, measure, attribution, url)
    select id, coalesce(name, id), measure, coalesce(attribution, ''), url
    from ${rowsOf(sites, "id text, name text, measure text, attribution text, url text")}
    on conflict do nothing
  `.execute(tx);
  await sql`
    update film_site s set name = n.name, attribution = n.attribution, url = n.url
    from (select s.id, coalesce(r.name, s.name) as name, coalesce(r.attribution, s.attribution) as attribution, coalesce(r.url, s.url) as url
      from ${rowsOf(sites, "id text, name text, attribution text, url text")} join film_site s on s.id = r.id) n
    where s.id = n.id and (s.name, s.attribution, s.url) is distinct from (n.name, n.attribution, n.url)
  `.execute(tx);
}

export interface RatingRow {
  filmId: Id;
  site: string;
  value: number;
  votes: number;
  /** YYYY-MM-DD. */
  ratedOn: string;
  /** In whole years, when the engine was told. */
  toldAge: number;
}

export async function readRatings(tx: Tx, filmIds: readonly Id[]): Promise<RatingRow[]> {
  if (filmIds.length === 0) return [];
  const { rows } = await sql<RatingRow>`
    select film_id, site, value, votes, rated_on::text as rated_on, told_age
    from film_rating where film_id = any(${filmIds}::bigint[]) order by film_id, site
  `.execute(tx);
  return rows;
}

export async function upsertRatings(tx: Tx, rows: readonly RatingRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into film_rating (film_id, site, value, votes, rated_on, told_age)
    select "filmId", site, value, votes, "ratedOn", "toldAge"
    from ${rowsOf(rows, '"filmId" bigint, site text, value real, votes integer, "ratedOn" date, "toldAge" smallint')}
    on conflict (film_id, site) do update set value = excluded.value, votes = excluded.votes, rated_on = excluded.rated_on,
      told_age = excluded.told_age
  `.execute(tx);
}

/** Films, in the order of their ids behind one, with a rating that has grown a year older since the engine was told. */
export async function findAged(tx: Tx, today: string, after: Id, limit: number): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select distinct film_id as id from film_rating
    where film_id > ${after} and rated_on <= (${today}::date - make_interval(years => told_age + 1))::date
    order by film_id limit ${limit}
  `.execute(tx);
  return rows.map(({ id }) => id);
}
