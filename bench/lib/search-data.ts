import { existsSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { createPool } from "../../apps/server/src/platform/database/database.ts";
import { migrate } from "../../apps/server/src/platform/database/migrate.ts";
import { startDatabase } from "./data-set.ts";
import { makeVocabulary, textMaker } from "./zipf-texts.ts";

const people = 20_000;
const batch = 5_000;

/** The folder of a database with so many posts in Zipf-distributed Korean and English, made once. Nothing derived is in it. */
export async function prepareSearchData(data: string, posts: number): Promise<string> {
  const dataDir = join(data, `search-${posts}`);
  const complete = join(dataDir, "complete");
  if (existsSync(complete)) return dataDir;
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o755);
  console.log(`Making the data set in ${dataDir}`);
  const database = await startDatabase(dataDir);
  const pool = createPool(database.url, 1, () => {});
  try {
    await migrate(pool);
    await pool.query("set statement_timeout = 0");
    await fill(pool, posts);
  } finally {
    await pool.end();
    await database.stop();
  }
  await writeFile(complete, "");
  return dataDir;
}

async function fill(pool: pg.Pool, posts: number): Promise<void> {
  const begun = performance.now();
  await pool.query(
    `insert into account (id, handle, display_name)
     select new_id(now() - interval '400 days' + n * interval '1 minute'), 'person_' || n, '사람 ' || n from generate_series(1, $1::int) n`,
    [people],
  );
  const make = textMaker(makeVocabulary(), 1);
  for (let done = 0; done < posts; done += batch) {
    const made = Array.from({ length: Math.min(batch, posts - done) }, make);
    await pool.query(
      `with person as (select id, row_number() over (order by id) as n from account),
       drawn as (
         select new_id(now() - interval '90 days' * (1 - ($1 + n)::float8 / $2)) as id, text, tag, 1 + (n * 7919 + $1) % $5 as author
         from unnest($3::text[], $4::text[]) with ordinality as made(text, tag, n)
       ), written as (
         insert into post (id, kind, author_id, text, html, tags, created_at)
         select d.id, 'note', p.id, d.text, '<p>' || d.text || '</p>', case when d.tag is null then '{}' else array[d.tag] end, id_time(d.id)
         from drawn d join person p on p.n = d.author returning id, tags
       )
       insert into post_tag (tag, post_id) select unnest(tags), id from written`,
      [done, posts, made.map((one) => one.text), made.map((one) => one.tag ?? null), people],
    );
    if (done % 100_000 === 0)
      console.log(`  ${done} posts, ${Math.round((performance.now() - begun) / 1000)} s`);
  }
  await pool.query("analyze account, post, post_tag");
}
