import pg from "pg";

const count = 8;

/** Puts a few films into the catalogue, before anything is killed. Answers their ids. */
export async function addFilms(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `with topics as (insert into topic (space) select 'films' from generate_series(1, $1) returning id),
     films as (insert into film (id, title_original) select id, 'film ' || id from topics returning id)
     insert into film_rank (film_id, sort, score, evidence, is_charted) select id, 0, 0, 0, false from films
     returning film_id::text as id`,
    [count],
  );
  await client.end();
  return rows.map(({ id }) => id);
}
