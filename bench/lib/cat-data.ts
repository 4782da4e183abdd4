import { existsSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { createPool } from "../../apps/server/src/platform/database/database.ts";
import { migrate } from "../../apps/server/src/platform/database/migrate.ts";
import { breeds } from "../../apps/server/src/spaces/cats/breeds.ts";
import { colours, patterns } from "../../apps/server/src/spaces/cats/coats.ts";
import { migrationsOf, spaces } from "../../apps/server/src/spaces/index.ts";
import { startDatabase } from "./data-set.ts";

const people = 20_000;

/** Ids as often as a site has them: the first is half of all, each further one half as likely again as the one before. */
const skewed = (ids: readonly string[]) =>
  ids.flatMap((id, place) => Array<string>(Math.max(1, Math.round(64 / 1.5 ** place))).fill(id));

/** The folder of a database with so many cats, made once. */
export async function prepareCatData(data: string, cats: number): Promise<string> {
  const dataDir = join(data, `cats-${cats}`);
  const complete = join(dataDir, "complete");
  if (existsSync(complete)) return dataDir;
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o755);
  console.log(`Making the data set in ${dataDir}`);
  const database = await startDatabase(dataDir);
  const pool = createPool(database.url, 1, () => {});
  try {
    await migrate(pool, () => {}, migrationsOf(spaces));
    await pool.query("set statement_timeout = 0");
    await fill(pool, cats);
  } finally {
    await pool.end();
    await database.stop();
  }
  await writeFile(complete, "");
  return dataDir;
}

async function fill(pool: pg.Pool, cats: number): Promise<void> {
  await pool.query("select setseed(0.5)");
  await pool.query(
    `insert into account (id, handle, display_name, is_private)
     select new_id(now() - interval '400 days' + n * interval '1 minute'), 'person_' || n, '사람 ' || n, n % 12 = 0 from generate_series(1, $1::int) n`,
    [people],
  );
  await pool.query(
    `create temporary table made as
     select n, new_id(now() - interval '300 days' * (1 - n::float8 / $1)) as id from generate_series(1, $1::int) n`,
    [cats],
  );
  await pool.query("insert into topic (id, space) select id, 'cats' from made");
  const one = (place: number) =>
    `($${place}::text[])[1 + floor(random() * array_length($${place}::text[], 1))::int]`;
  await pool.query(
    `insert into cat (id, name, breed, colour, pattern, birthday, birthday_precision, memorial_on, is_private, followers, created_at)
     select id, '고양이 ' || n, ${one(1)}, ${one(2)}, ${one(3)}, current_date - (random() ^ 1.5 * 6000)::int - 40, 'day',
       case when n % 25 = 0 then current_date - 10 end, n % 20 = 0, (random() ^ 6 * 3000)::int, id_time(id) from made`,
    [
      skewed(breeds.map(({ id }) => id)),
      skewed(Object.keys(colours).reverse()),
      skewed(Object.keys(patterns).reverse()),
    ],
  );
  await pool.query(
    `with person as (select id, row_number() over (order by id) as n from account),
     theirs as (
       select id, 1 + n::bigint * 7919 % $1 as person from made
       union select id, 1 + n::bigint * 104729 % $1 from made where n % 9 = 0)
     insert into cat_person (cat_id, account_id) select t.id, p.id from theirs t join person p on p.n = t.person`,
    [people],
  );
  await pool.query(
    `with person as (select id, row_number() over (order by id) as n from account)
     insert into follow (follower_id, followee_id)
     select a.id, b.id from person a join person b on a.n <= 200 and b.n <= 4000 and (a.n * 31 + b.n) % 40 = 0 and a.n <> b.n on conflict do nothing`,
  );
  await pool.query(
    "insert into topic_stats (topic_id, posts, pictures, followers) select id, 5, 3, followers from cat",
  );
  for (const table of ["account", "cat", "cat_person", "follow", "topic", "topic_stats"])
    await pool.query(`vacuum analyze ${table}`);
}
