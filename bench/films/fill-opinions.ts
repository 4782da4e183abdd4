import type pg from "pg";
import { makeVocabulary } from "../lib/zipf-texts.ts";
import type { FilmSizes } from "./sizes.ts";

/** Of a table with places, one by chance: the larger the exponent, the more the first places are preferred. */
const drawn = (count: string, exponent: number) => `1 + floor(random() ^ ${exponent} * ${count})::int`;
/** Films: the best known one is seen by a third of all members. Members: the busiest one has some thousands of votes. */
const film = drawn("$1", 2.5);
const member = drawn("$2", 1.6);
/** Of what comes twice, one is left: so many more are drawn. */
const more = 1.12;
/** A member comes on so many days of the time since joining. */
const visits = 20;
const heard = `m.joined + (now() - m.joined) * least(0.9999, (floor(random() * ${visits}) + random() * 0.02) / ${visits})`;

/**
 * Members with a year of votes, reviews and what they say of reviews. Leaves tables `made_vote`, `made_review` and `made_reaction`, with the time
 * of each.
 */
export async function fillOpinions(pool: pg.Pool, sizes: FilmSizes): Promise<void> {
  await fillMembers(pool, sizes.members);
  await fillVotes(pool, sizes);
  await fillReviews(pool, sizes);
  await fillReactions(pool, sizes);
}

async function fillMembers(pool: pg.Pool, members: number): Promise<void> {
  await pool.query(
    `insert into account (id, handle, display_name)
     select new_id(now() - interval '400 days' + n * interval '1 second'), 'person_' || n, '사람 ' || n from generate_series(1, $1::int) n`,
    [members],
  );
  await pool.query(
    `create temporary table made_member as
     select id, row_number() over (order by random())::int as place, now() - interval '365 days' * (0.05 + 0.95 * random()) as joined,
       random() * 2 - 1 as leniency, random() as writing from account`,
  );
  await pool.query("create unique index on made_member (place)");
  await pool.query("analyze made_member, made_film");
}

async function fillVotes(pool: pg.Pool, { films, members, votes }: FilmSizes): Promise<void> {
  await pool.query(
    `create temporary table made_vote as
     select film_id, account_id, value, at from (
       select distinct on (f.id, m.id) f.id as film_id, m.id as account_id, ${heard} as at,
         case when random() < 1 / (1 + exp(-(1 + 1.4 * f.quality + m.leniency))) then 1 else -1 end as value
       from (select ${film} as film, ${member} as member from generate_series(1, $3::int)) d
       join made_film f on f.place = d.film join made_member m on m.place = d.member
     ) one order by at limit $4`,
    [films, members, Math.ceil(votes * more), votes],
  );
  await withoutKeys(pool, "film_vote", () =>
    pool.query(
      "insert into film_vote (film_id, account_id, value, voted_at) select film_id, account_id, value, at from made_vote",
    ),
  );
}

async function fillReviews(pool: pg.Pool, { films, members, reviews }: FilmSizes): Promise<void> {
  await pool.query(
    `create temporary table made_review as
     select new_id(at) as id, row_number() over (order by random())::int as place, one.* from (
       select distinct on (f.id, m.id) f.id as film_id, m.id as author_id, ${heard} as at, m.writing, 20 + floor(random() ^ 2 * 800)::int as chars,
         array(select case when random() < 0.8 or n = 1 then least(10, greatest(1, round(6 + 2 * f.quality + m.leniency + 2 * random() - 1)))::smallint end
           from generate_series(1, 5) n where f.id > 0) as aspects
       from (select ${film} as film, 1 + floor(random() ^ 2.5 * $2)::int as member from generate_series(1, $3::int)) d
       join made_film f on f.place = d.film join made_member m on m.place = d.member
     ) one order by at limit $4`,
    [films, members, Math.ceil(reviews * more), reviews],
  );
  await pool.query("create unique index on made_review (place)");
  const words = makeVocabulary().korean.slice(0, 10_000);
  await withoutKeys(pool, "post", () =>
    pool.query(
      `insert into post (id, kind, author_id, text, html, topics, created_at)
       select id, 'review', author_id, text, '<p>' || text || '</p>', array[film_id], at
       from made_review r cross join lateral (
         select string_agg(($1::text[])[1 + floor(random() ^ 3 * cardinality($1::text[]))::int], ' ') as text
         from generate_series(1, 6 + r.chars / 100)) made`,
      [words],
    ),
  );
  await withoutKeys(pool, "post_topic", () =>
    pool.query("insert into post_topic (topic_id, post_id) select film_id, id from made_review"),
  );
  await withoutKeys(pool, "film_review", () =>
    pool.query(
      `insert into film_review (id, film_id, author_id, aspects, is_spoiler)
       select id, film_id, author_id, aspects, place % 10 = 0 from made_review`,
    ),
  );
}

/** Those who write well are liked more often. */
async function fillReactions(pool: pg.Pool, { members, reviews, reactions }: FilmSizes): Promise<void> {
  await pool.query(
    `create temporary table made_reaction as
     select distinct on (r.id, m.id) r.id as review_id, m.id as account_id, case when random() < 0.5 + 0.5 * r.writing then 1 else -1 end as value,
       greatest(r.at, m.joined) + (now() - greatest(r.at, m.joined)) * random() ^ 3 * 0.9999 as at
     from (select 1 + floor(random() ^ 2 * $1)::int as review, 1 + floor(random() ^ 1.6 * $2)::int as member from generate_series(1, $3::int)) d
     join made_review r on r.place = d.review join made_member m on m.place = d.member
     where m.id <> r.author_id`,
    [reviews, members, Math.ceil(reactions * 1.02)],
  );
  await withoutKeys(pool, "film_review_vote", () =>
    pool.query(
      "insert into film_review_vote (review_id, account_id, value) select review_id, account_id, value from made_reaction",
    ),
  );
}

/** Fills a table without looking for each row whether what it refers to is there, which would take longer than everything else. */
async function withoutKeys(pool: pg.Pool, table: string, work: () => Promise<unknown>): Promise<void> {
  const { rows: keys } = await pool.query<{ name: string; definition: string }>(
    "select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and contype = 'f'",
    [table],
  );
  for (const { name } of keys) await pool.query(`alter table ${table} drop constraint ${name}`);
  await work();
  for (const { name, definition } of keys)
    await pool.query(`alter table ${table} add constraint ${name} ${definition}`);
}
