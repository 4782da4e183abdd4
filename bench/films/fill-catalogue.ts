import type pg from "pg";
import { createDb } from "../../apps/server/src/platform/database/database.ts";
import { insertRanks, readLabelParts } from "../../apps/server/src/spaces/films/catalogue/film-queries.ts";
import { labelsOf } from "../../apps/server/src/spaces/films/catalogue/labels.ts";
import { firstRank } from "../../apps/server/src/spaces/films/catalogue/write-films.ts";
import { genres, platforms } from "../../apps/server/src/spaces/films/vocabulary.ts";
import { makeVocabulary } from "../lib/zipf-texts.ts";
import type { FilmSizes } from "./sizes.ts";

/** Words that titles are made of: each film shares its words with some hundred others. */
const titleWords = 4_000;
const batch = 5_000;

/**
 * Films with people, places to see them and ratings of sites. Leaves a table `made_film`: each film's `place` by how many know it, the best known
 * first, and how good it really is.
 */
export async function fillCatalogue(pool: pg.Pool, { films, filmPeople }: FilmSizes): Promise<void> {
  const { korean, english } = makeVocabulary();
  await pool.query(
    `create temporary table made_film as
     select id, row_number() over (order by random())::int as place, quality from (
       select new_id(now() - interval '500 days' + n * interval '1 second') as id,
         sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) as quality
       from generate_series(1, $1::int) n) made`,
    [films],
  );
  await pool.query("create unique index on made_film (place)");
  await pool.query("create unique index on made_film (id)");
  await pool.query("insert into topic (id, space) select id, 'films' from made_film order by id");
  await pool.query(
    `insert into film (id, title_ko, title_en, title_original, year, genres, runtime_minutes, synopsis_ko, poster_path)
     select id, case when place % 10 < 8 then ($1::text[])[1 + place % words] || ' ' || ($1::text[])[1 + place * 7919::bigint % words] end,
       case when place % 10 > 1 then initcap(($2::text[])[1 + place % words] || ' ' || ($2::text[])[1 + place * 104729::bigint % words]) end,
       initcap(($2::text[])[1 + place * 31::bigint % words] || ' ' || place), 2026 - floor(random() ^ 2.2 * 110)::int,
       array(select distinct ($3::text[])[1 + floor(random() ^ 1.7 * cardinality($3::text[]))::int] from generate_series(1, 1 + place % 3)),
       60 + floor(random() * 120)::int, repeat('줄거리입니다. ', 20), '/' || place || '.jpg'
     from (select *, $4::int as words from made_film) f order by id`,
    [korean.slice(0, titleWords), english.slice(0, titleWords), genres.map(({ id }) => id), titleWords],
  );
  await pool.query(
    `insert into film_external_id (source, value, film_id)
     select source, case source when 'imdb' then 'tt' || lpad(place::text, 7, '0') else place::text end, id
     from made_film cross join unnest(array['imdb', 'tmdb']) source`,
  );
  await fillPeople(pool, filmPeople, korean.slice(0, titleWords));
  await fillOffers(pool);
  await fillRatings(pool);
  await fillRanks(pool);
}

/** Each film has a director, a writer and four actors; some people have made hundreds. */
async function fillPeople(pool: pg.Pool, filmPeople: number, names: string[]): Promise<void> {
  await pool.query(
    `create temporary table made_person as
     select new_id(now() - interval '500 days' + n * interval '1 second') as id, n from generate_series(1, $1::int) n`,
    [filmPeople],
  );
  await pool.query("create unique index on made_person (n)");
  await pool.query("insert into topic (id, space) select id, 'film-people' from made_person");
  await pool.query(
    `insert into film_person (id, name_ko, born)
     select id, ($1::text[])[1 + n % cardinality($1::text[])] || ' ' || n, 1930 + n % 75 from made_person`,
    [names],
  );
  await pool.query(
    `insert into film_credit (film_id, person_id, role, position, character)
     select f.id, p.id, f.role, f.position, case when f.role = 'actor' then '배역 ' || f.position end
     from (
       select id, part.role, part.position, 1 + floor(random() ^ 2 * $1)::int as person from made_film
       cross join unnest(array['director', 'writer', 'actor', 'actor', 'actor', 'actor'], array[0, 0, 0, 1, 2, 3]) as part(role, position)
     ) f join made_person p on p.n = f.person
     on conflict do nothing`,
    [filmPeople],
  );
}

async function fillOffers(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into film_offer (film_id, platform, kind, price, currency)
     select f.id, ($1::text[])[1 + floor(random() ^ 2 * cardinality($1::text[]))::int], kind, case when kind = 'rent' then 2500 end,
       case when kind = 'rent' then 'KRW' end
     from made_film f cross join lateral unnest((array['stream', 'rent', 'stream'])[1:1 + f.place % 3]) kind where random() < 0.35
     on conflict do nothing`,
    [platforms.map(({ id }) => id)],
  );
}

/** Sites know nine films of ten, and the better a film is known the more votes it has there. */
async function fillRatings(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into film_site (id, name, measure) values ('imdb', 'IMDb', 'imdb'), ('movielens', 'MovieLens', 'star5') on conflict do nothing`,
  );
  await pool.query(
    `insert into film_rating (film_id, site, value, votes, rated_on)
     select id, site, round(case site when 'imdb' then least(10, greatest(1, 6.4 + 1.1 * seen)) else least(5, greatest(0.5, 3.2 + 0.55 * seen)) end::numeric, 1),
       ceil(most / place ^ 0.8)::int, current_date - 30
     from (
       select id, place, site, most, quality + random() + random() - 1 as seen
       from made_film cross join (values ('imdb', 2000000, 0.9), ('movielens', 80000, 0.5)) as known(site, most, share) where random() < share + 0 * place
     ) rated`,
  );
}

/** With the labels that the catalogue gives films, and where they stand before anybody has said anything. */
async function fillRanks(pool: pg.Pool): Promise<void> {
  const db = createDb(pool);
  const { rows } = await pool.query<{ id: number }>("select id from made_film order by id");
  for (let from = 0; from < rows.length; from += batch)
    await db.transaction().execute(async (tx) => {
      const parts = await readLabelParts(
        tx,
        rows.slice(from, from + batch).map(({ id }) => id),
      );
      await insertRanks(
        tx,
        parts.map(({ filmId, year, ...film }) => ({ filmId, year, labels: labelsOf({ year, ...film }) })),
        firstRank,
      );
    });
}
