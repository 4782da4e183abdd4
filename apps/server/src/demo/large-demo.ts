import type pg from "pg";
import { hashPassword } from "../platform/identity/passwords.ts";
import { writeText } from "../modules/posts/index.ts";
import { familyNames, givenNames, handleWords, largeTexts } from "./large-texts.ts";

export interface LargeDemoSize {
  people: number;
  follows: number;
  posts: number;
}

/** Called as the work goes on; `total` is the whole, in rows. */
export type Progress = (done: number, total: number, step: string) => void;

/** The password of everyone in the large data set. */
export const largeDemoPassword = "maru-demo-2026";

/** Rows written in one statement: many enough to be fast, few enough that the progress is seen. */
const chunk = 100_000;
/** How unequal people are: the most followed of 100,000 people gets about 2 % of all follows, most get a handful. */
const skew = 2.9;

/**
 * Fills an empty database with a large data set, the same for the same size: people, follows (a few followed by ten thousand and more), posts
 * over the last ninety days, and three likes a post. Throws when somebody is there already. Counters are made by the consumers'
 * rebuild afterwards.
 */
export async function loadLargeDemo(pool: pg.Pool, size: LargeDemoSize, onProgress: Progress): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>("select exists (select from account) as taken");
    if (rows[0]!.taken) {
      throw new Error(
        "The large data set goes into an empty database only. Choose another folder: MARU_DATA_DIR=data-large",
      );
    }
    const most = (size.people * (size.people - 1)) / 4;
    if (size.follows > most)
      throw new Error(
        `${size.people} people cannot follow each other ${size.follows} times; at most ${most}.`,
      );
    await client.query("begin");
    await client.query(
      "set local statement_timeout = 0; set local work_mem = '256MB'; set local maintenance_work_mem = '256MB'",
    );
    await client.query("select setseed(0.2026)");
    await fill(client, size, onProgress);
    await client.query("commit");
    await client.query("set statement_timeout = 0");
    await client.query("analyze account, credential, follow, post, post_tag, post_like");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release(true);
  }
}

async function fill(client: pg.PoolClient, size: LargeDemoSize, onProgress: Progress): Promise<void> {
  const likes = size.posts * 3;
  const total = size.people + size.follows + size.posts + likes;
  let done = 0;
  /** Runs a statement for each part of `count` rows, with the numbers of its first and last row. */
  const inParts = async (
    step: string,
    count: number,
    run: (from: number, to: number) => Promise<unknown>,
  ) => {
    for (let from = 1; from <= count; from += chunk) {
      const to = Math.min(from + chunk - 1, count);
      await run(from, to);
      onProgress((done += to - from + 1), total, step);
    }
  };

  await prepareTexts(client);
  const hash = await hashPassword(largeDemoPassword);
  await inParts("people", size.people, (from, to) =>
    client.query(
      `with person as (
         select n, new_id(now() - interval '400 days' * random() - interval '91 days') as id,
           $3::text[] as families, $4::text[] as names, $5::text[] as words
         from generate_series($1::int, $2::int) n
       ), inserted as (
         insert into account (id, handle, display_name, created_at)
         select id, words[1 + n % array_length(words, 1)] || '_' || n,
           families[1 + n % array_length(families, 1)] || names[1 + (n / 7) % array_length(names, 1)], id_time(id)
         from person returning id, handle
       ), numbered as (insert into demo_person select n, id from person)
       insert into credential (account_id, email, password_hash) select id, handle || '@demo.invalid', $6 from inserted`,
      [from, to, familyNames, givenNames, handleWords, hash],
    ),
  );

  await drawPairs(client, size);
  await withoutIndexes(client, "follow", () =>
    inParts("follows", size.follows, (from, to) =>
      client.query(
        `insert into follow (id, follower_id, followee_id)
         select new_id(since + (now() - since) * random()), follower, followee
         from (
           select one.id as follower, other.id as followee, id_time(greatest(one.id, other.id)) as since
           from demo_pair p join demo_person one on one.n = p.a join demo_person other on other.n = p.b
           where p.n between $1 and $2
         ) drawn`,
        [from, to],
      ),
    ),
  );

  await inParts("posts", size.posts, (from, to) =>
    client.query(
      `with drawn as (
         select n, new_id(now() - interval '90 days' * (1 - n::float8 / $3)) as id,
           1 + floor($4 * power(random(), 1.6))::int as author, 1 + floor($5 * random())::int as text
         from generate_series($1::int, $2::int) n
       ), written as (
         insert into post (id, kind, author_id, text, html, tags, created_at)
         select d.id, 'note', p.id, t.text, t.html, t.tags, id_time(d.id)
         from drawn d join demo_person p on p.n = d.author join demo_text t on t.n = d.text returning id, tags
       ), numbered as (insert into demo_post select n, id from drawn)
       insert into post_tag (tag, post_id) select unnest(tags), id from written`,
      [from, to, size.posts, size.people, largeTexts.length],
    ),
  );
  await inParts("likes", likes, (from, to) =>
    client.query(
      `insert into post_like (account_id, post_id)
       select a.id, p.id from (
         select 1 + floor($3 * random())::int as who, 1 + floor($4 * power(random(), 1.5))::int as what
         from generate_series($1::int, $2::int)) drawn
       join demo_person a on a.n = who join demo_post p on p.n = what on conflict do nothing`,
      [from, to, size.people, size.posts],
    ),
  );
}

/** Who follows whom, by numbers. More pairs are drawn than wanted, since some come twice. */
async function drawPairs(client: pg.PoolClient, { people, follows }: LargeDemoSize): Promise<void> {
  const draw = (count: number) =>
    client.query(
      `insert into demo_pair select a, b from (
         select 1 + floor($2 * random())::int as a, 1 + floor($2 * power(random(), $3))::int as b from generate_series(1, $1::int)) drawn
       where a <> b`,
      [count, people, skew],
    );
  await client.query("create temporary table demo_pair (a int, b int) on commit drop");
  for (let drawn = 0; drawn < follows;) {
    await draw(Math.ceil((follows - drawn) * 1.2));
    await client.query(
      "create temporary table demo_distinct on commit drop as select distinct a, b from demo_pair",
    );
    await client.query("drop table demo_pair; alter table demo_distinct rename to demo_pair");
    const { rows } = await client.query<{ drawn: number }>("select count(*) as drawn from demo_pair");
    drawn = rows[0]!.drawn;
  }
  await client.query(`
    create temporary table demo_numbered on commit drop as select a, b, row_number() over () as n from demo_pair;
    drop table demo_pair; alter table demo_numbered rename to demo_pair; create index on demo_pair (n); analyze demo_pair`);
}

/** The texts with their HTML, made by the same function as everybody's, to be drawn from. */
async function prepareTexts(client: pg.PoolClient): Promise<void> {
  await client.query(`
    create temporary table demo_person (n int primary key, id bigint not null) on commit drop;
    create temporary table demo_post (n int primary key, id bigint not null) on commit drop;
    create temporary table demo_text (n int primary key, text text, html text, tags text[]) on commit drop`);
  const rendered = largeTexts.map((given) => {
    const { text, tags, html } = writeText(given, { hasMedia: false });
    return { text, tags, html: html(new Map()) };
  });
  await client.query(
    `insert into demo_text select ordinality, t->>'text', t->>'html', array(select jsonb_array_elements_text(t->'tags'))
     from jsonb_array_elements($1::jsonb) with ordinality as given(t, ordinality)`,
    [JSON.stringify(rendered)],
  );
}

/** Runs `work` with the table's constraints and indexes away, and makes them again: several times faster for millions of rows. */
async function withoutIndexes(
  client: pg.PoolClient,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const constraints = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype in ('p', 'f', 'u') order by contype desc`,
    [table],
  );
  const indexes = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = $1 and indexname not in (select conname from pg_constraint where conrelid = $1::regclass)`,
    [table],
  );
  for (const { name } of constraints.rows)
    await client.query(`alter table ${table} drop constraint "${name}"`);
  for (const { name } of indexes.rows) await client.query(`drop index "${name}"`);
  await work();
  for (const { name, definition } of constraints.rows)
    await client.query(`alter table ${table} add constraint "${name}" ${definition}`);
  for (const { definition } of indexes.rows) await client.query(definition);
}
