import type pg from "pg";
import type { Checked } from "./check.ts";

const checks: Record<string, { of: string; differences: string }> = {
  "votes for films that count": {
    of: "select count(*) from film_vote",
    differences: `
      select format('%s says %s of film %s and counts as %s', coalesce(v.account_id, o.account_id), v.value,
        coalesce(v.film_id, o.film_id), o.opinion) as what
      from film_vote v full join (select * from film_opinion where is_active) o using (account_id, film_id)
      where v.value is null or o.opinion is distinct from case when v.value > 0 then 1000 else 0 end`,
  },
  "people who speak of films": {
    of: "select count(*) from film_state",
    differences: `
      select format('film %s: %s people are counted, and %s speak', s.film_id, s.people, count(o.account_id)) as what
      from film_state s left join film_opinion o on o.film_id = s.film_id and o.is_active
      group by s.film_id, s.people having s.people <> count(o.account_id)`,
  },
  "events of films that were taken in": {
    of: "select count(*) from film_event",
    differences: `
      select format('event %s was not taken in: %s', e.id, e.error) as what from film_event e, film_engine g
      where e.error is not null or (e.xid, e.id) > (g.xid, g.event_id)`,
  },
};

/** Whether what members say of films is what scores are made of: every vote that is there, as it is now, once. */
export async function checkFilms(pool: pg.Pool): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const [name, { of, differences }] of Object.entries(checks)) {
    const { rows } = await pool.query<{ count: string }>(of);
    const found = await pool.query<{ what: string }>(differences);
    checked.push({ name, looked: Number(rows[0]!.count), differences: found.rows.map(({ what }) => what) });
  }
  return checked;
}
