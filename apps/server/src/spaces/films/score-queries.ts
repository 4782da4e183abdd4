import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Constants, Film } from "./engine/index.ts";
import type { Voices } from "./ranks/voices.ts";

export interface SourceRow {
  site: string;
  name: string;
  measure: string;
  value: number;
  votes: number;
  date: string;
  attribution: string;
  url: string | null;
}

/** What a film's score is made of; null where the engine has not heard of the film yet. */
export interface ScoreRow {
  constants: Constants | null;
  film: Film | null;
  voices: Voices[] | null;
  distribution: number[] | null;
  people: number;
  sources: SourceRow[];
  aspects: (number | null)[] | null;
}

export async function selectScore(db: Db, filmId: Id, accountId: Id | null): Promise<ScoreRow | undefined> {
  const { rows } = await sql<ScoreRow>`
    select (select totals -> 'constants' from film_engine) as constants, s.state as film, s.voices, s.distribution, coalesce(s.people, 0) as people,
      coalesce((
        select json_agg(json_build_object('site', r.site, 'name', n.name, 'measure', n.measure, 'value', r.value, 'votes', r.votes,
          'date', r.rated_on::text, 'attribution', n.attribution, 'url', n.url) order by r.votes desc, r.site)
        from film_rating r join film_site n on n.id = r.site where r.film_id = f.id), '[]') as sources,
      (select aspects from film_review v where v.film_id = f.id and v.author_id = ${accountId}::bigint) as aspects
    from film f left join film_state s on s.film_id = f.id where f.id = ${filmId} and f.removed_at is null
  `.execute(db);
  return rows[0];
}
