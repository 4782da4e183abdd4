import { existsSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { createDb, createPool } from "../../apps/server/src/platform/database/database.ts";
import { migrate } from "../../apps/server/src/platform/database/migrate.ts";
import { migrationsOf, spaces } from "../../apps/server/src/spaces/index.ts";
import { syncTechnologies } from "../../apps/server/src/spaces/projects/stack/stack.ts";
import { startDatabase } from "./data-set.ts";

/** Technologies that are in the data set, those that the program knows among them. */
export const technologies = 2_000;
/** What people say that they work with. */
const perPerson = 6;

/** The folder of a database with so many projects and people with stacks, made once. */
export async function prepareProjectData(data: string, projects: number, people: number): Promise<string> {
  const dataDir = join(data, `projects-${projects}-${people}`);
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
    await syncTechnologies(createDb(pool));
    await pool.query("set statement_timeout = 0");
    await fill(pool, projects, people);
  } finally {
    await pool.end();
    await database.stop();
  }
  await writeFile(complete, "");
  return dataDir;
}

/**
 * Technologies as often as Zipf's law has them (the 20th is a twentieth as common as the first). Of each row `n`, so many, without one twice.
 */
const stackOf = (n: string, count: string) => `array(
  select distinct (exp(ln(${technologies + 1}) * random() + 0 * ${n}))::int from generate_series(1, ${count}))`;

async function fill(pool: pg.Pool, projects: number, people: number): Promise<void> {
  await pool.query("select setseed(0.5)");
  await pool.query(
    `insert into technology (slug, name) select 'tool-' || n, 'Tool ' || n from generate_series((select count(*)::int from technology) + 1, $1::int) n`,
    [technologies],
  );
  await pool.query(
    `insert into technology_alias (key, technology_id) select 'tool' || n, t.id from generate_series(1, $1::int) n join technology t on t.slug = 'tool-' || n`,
    [technologies],
  );
  await pool.query(
    "create temporary table numbered as select id, row_number() over (order by id)::int as n from technology",
  );
  await pool.query("create unique index on numbered (n)");
  await pool.query(
    `insert into account (id, handle, display_name, is_private)
     select new_id(now() - interval '400 days' + n * interval '1 minute'), 'person_' || n, '사람 ' || n, n % 12 = 0 from generate_series(1, $1::int) n`,
    [people],
  );
  await pool.query(
    "create temporary table person as select id, row_number() over (order by id)::int as n from account",
  );
  await pool.query("create unique index on person (n)");
  await pool.query(
    `insert into person_technology (account_id, position, technology_id)
     select p.id, row_number() over (partition by p.id), t.id
     from person p cross join lateral unnest(${stackOf("p.n", String(perPerson))}) s(n) join numbered t on t.n = s.n
     where p.n % 3 <> 0 on conflict do nothing`,
  );
  await pool.query(
    `create temporary table made as
     select n, new_id(now() - interval '600 days' * (1 - n::float8 / $1)) as id, 1 + (n::bigint * 7919 % $2)::int as maker,
       ${stackOf("n", "2 + n % 5")} as places
     from generate_series(1, $1::int) n`,
    [projects, people],
  );
  await pool.query(
    `insert into post (id, kind, author_id, text, words, html, created_at, visibility)
     select m.id, 'project', p.id, '## 왜 만들었나요', '프로젝트 ' || m.n, '<h3>왜 만들었나요</h3>', id_time(m.id), case when m.n % 40 = 0 then 'followers' else 'public' end
     from made m join person p on p.n = m.maker`,
  );
  await pool.query("insert into topic (id, space) select id, 'projects' from made");
  await pool.query(
    `insert into project (id, author_id, title, summary, stack, words, tokens)
     select m.id, p.id, '프로젝트 ' || m.n, '한 줄 소개', array(select t.id from numbered t where t.n = any(m.places)), '프로젝트 ' || m.n, '{}'
     from made m join person p on p.n = m.maker`,
  );
  await pool.query(
    `insert into project_rank (project_id, author_id, stack, is_open, heat, views)
     select p.id, p.author_id, p.stack, post.visibility = 'public' and not a.is_private,
       power(2, (p.id >> 12)::float8 / 1209600000) * (1 + random() ^ 8 * 300), (random() ^ 6 * 5000)::int
     from project p join post on post.id = p.id join account a on a.id = p.author_id`,
  );
  await pool.query(
    `insert into post_stats (post_id, likes, comments, bookmarks, views) select project_id, views / 10, views / 50, views / 30, views from project_rank`,
  );
  // Everybody likes some, half of the likes going to a hundredth of the projects.
  await pool.query(
    `insert into post_like (account_id, post_id)
     select chosen.id, m.id
     from (
       select p.id, 1 + floor(case when (p.n + k) % 2 = 0 then random() / 100 else random() end * $1)::int as n
       from person p cross join generate_series(1, 4) k offset 0
     ) chosen join made m on m.n = chosen.n
     on conflict do nothing`,
    [projects],
  );
  await pool.query(
    `update technology t set projects = counted.n from (select unnest(stack) as id, count(*)::int as n from project group by 1) counted where counted.id = t.id`,
  );
  for (const table of [
    "account",
    "post",
    "project",
    "project_rank",
    "topic",
    "technology",
    "technology_alias",
    "person_technology",
    "post_stats",
    "post_like",
  ])
    await pool.query(`vacuum analyze ${table}`);
}
