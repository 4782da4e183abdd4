import type pg from "pg";

/** What an engine is told of a film's ratings (catalogue/told-ratings.ts): they are a month old, so in full. */
const sites = `
  select film_id, jsonb_agg(jsonb_build_object('site', s.measure, 'value', r.value, 'count', r.votes) order by r.site) as payload
  from film_rating r join film_site s on s.id = r.site group by film_id`;

/** Writes the log of all that was made, in order of time. */
export async function fillLog(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into film_event (at, type, account_id, film_id, review_id, value, payload)
     select at, type, account_id, film_id, review_id, value, payload from (
       select now() - interval '400 days' as at, 'film_base' as type, null::bigint as account_id, film_id, null::bigint as review_id,
         null::smallint as value, payload from (${sites}) told
       union all select at, 'vote_set', account_id, film_id, null, value, null from made_vote
       union all select at, 'review_put', author_id, film_id, id, null, jsonb_build_object('aspects', aspects, 'chars', chars) from made_review
       union all select at, 'react_set', account_id, null, review_id, value, null from made_reaction
     ) event order by at`,
  );
}
