import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

interface AuthorTag {
  authorId: Id;
  tag: string;
  posts: number;
  heat: number;
}

interface TagDeltas {
  tags: readonly AuthorTag[];
  /** How much more often accounts were closed than opened. */
  closed: ReadonlyMap<Id, number>;
  /** The moment, in milliseconds, that the heat of the tags refers to. */
  at: number;
}

/** Adds heat as of one moment to heat as of another: both decay to the later of the two. */
function warmed(halfLifeMs: number): RawBuilder<unknown> {
  const decay = (since: RawBuilder<unknown>, until: RawBuilder<unknown>) =>
    sql`power(2, greatest(-1000, least(0, -extract(epoch from ${until} - ${since})::float8 * 1000 / ${halfLifeMs}::float8)))`;
  return sql`posts = s.posts + excluded.posts,
    heat = s.heat * ${decay(sql`s.heat_at`, sql`excluded.heat_at`)} + excluded.heat * ${decay(sql`excluded.heat_at`, sql`s.heat_at`)},
    heat_at = greatest(s.heat_at, excluded.heat_at)`;
}

/**
 * Adds to the counts of tags, and to their heat as of the moment `at`; a tag without posts leaves. What private accounts write is counted for
 * them alone, and comes in with everything they wrote when they open. Safe in any order: the counts are the sums of those who are open.
 */
export async function addToTags(tx: Tx, { tags, closed, at }: TagDeltas, halfLifeMs: number): Promise<void> {
  const authors = [...new Set([...tags.map(({ authorId }) => authorId), ...closed.keys()])];
  if (authors.length === 0) return;
  const before = await closedAmong(tx, authors);
  if (closed.size > 0) await addToClosed(tx, closed);
  const after = closed.size > 0 ? await closedAmong(tx, authors) : before;

  for (const author of after) if (!before.has(author)) await countAuthor(tx, author, -1, halfLifeMs);
  await addToAuthorTags(tx, tags, new Date(at), halfLifeMs);
  const open = tags.filter(({ authorId }) => !before.has(authorId) && !after.has(authorId));
  await addToOpenTags(tx, open, new Date(at), halfLifeMs);
  for (const author of before) if (!after.has(author)) await countAuthor(tx, author, 1, halfLifeMs);
}

async function closedAmong(tx: Tx, authors: Id[]): Promise<Set<Id>> {
  const { rows } = await sql<{ authorId: Id }>`
    select author_id from author_closed where author_id = any(${authors}::bigint[]) and times > 0
  `.execute(tx);
  return new Set(rows.map(({ authorId }) => authorId));
}

async function addToClosed(tx: Tx, closed: ReadonlyMap<Id, number>): Promise<void> {
  const authors = [...closed.keys()];
  await sql`
    insert into author_closed as c (author_id, times)
    select * from unnest(${authors}::bigint[], ${[...closed.values()]}::int[])
    on conflict (author_id) do update set times = c.times + excluded.times
  `.execute(tx);
  await sql`delete from author_closed where times = 0 and author_id = any(${authors}::bigint[])`.execute(tx);
}

async function addToAuthorTags(
  tx: Tx,
  tags: readonly AuthorTag[],
  at: Date,
  halfLifeMs: number,
): Promise<void> {
  if (tags.length === 0) return;
  const authors = tags.map(({ authorId }) => authorId);
  const names = tags.map(({ tag }) => tag);
  await sql`
    insert into author_tag_stats as s (author_id, tag, posts, heat, heat_at)
    select author_id, tag, posts, heat, ${at}::timestamptz
    from unnest(${authors}::bigint[], ${names}::text[], ${tags.map((one) => one.posts)}::int[], ${tags.map((one) => one.heat)}::float8[])
      as d(author_id, tag, posts, heat)
    on conflict (author_id, tag) do update set ${warmed(halfLifeMs)}
  `.execute(tx);
  await sql`
    delete from author_tag_stats s using unnest(${authors}::bigint[], ${names}::text[]) as d(author_id, tag)
    where s.author_id = d.author_id and s.tag = d.tag and s.posts = 0
  `.execute(tx);
}

async function addToOpenTags(
  tx: Tx,
  tags: readonly AuthorTag[],
  at: Date,
  halfLifeMs: number,
): Promise<void> {
  if (tags.length === 0) return;
  const names = tags.map(({ tag }) => tag);
  await sql`
    insert into tag_stats as s (tag, posts, heat, heat_at)
    select tag, sum(posts), sum(heat), ${at}::timestamptz
    from unnest(${names}::text[], ${tags.map((one) => one.posts)}::int[], ${tags.map((one) => one.heat)}::float8[]) as d(tag, posts, heat)
    group by tag
    on conflict (tag) do update set ${warmed(halfLifeMs)}
  `.execute(tx);
  await sql`delete from tag_stats where posts = 0 and tag = any(${names}::text[])`.execute(tx);
}

/** Takes everything of an author into the counts of tags, or out of them. */
async function countAuthor(tx: Tx, author: Id, sign: 1 | -1, halfLifeMs: number): Promise<void> {
  const own = sql`from author_tag_stats where author_id = ${author}`;
  await sql`
    insert into tag_stats as s (tag, posts, heat, heat_at)
    select tag, posts * ${sign}::int, heat * ${sign}::int, heat_at ${own}
    on conflict (tag) do update set ${warmed(halfLifeMs)}
  `.execute(tx);
  await sql`delete from tag_stats where posts = 0 and tag in (select tag ${own})`.execute(tx);
}

/** Counts all tags anew from the posts. */
export async function rebuildTags(tx: Tx, halfLifeMs: number): Promise<void> {
  await sql`delete from author_tag_stats`.execute(tx);
  await sql`delete from author_closed`.execute(tx);
  await sql`insert into author_closed (author_id, times) select id, 1 from account where is_closed`.execute(
    tx,
  );
  const decay = (newest: RawBuilder<unknown>, at: RawBuilder<unknown>) =>
    sql`power(2, greatest(-1000, -extract(epoch from ${newest} - ${at})::float8 * 1000 / ${halfLifeMs}::float8))`;
  await sql`
    insert into author_tag_stats (author_id, tag, posts, heat, heat_at)
    select author_id, tag, count(*), sum(${decay(sql`newest`, sql`at`)}), newest
    from (
      select p.author_id, t.tag, id_time(p.id) as at, max(id_time(p.id)) over (partition by p.author_id, t.tag) as newest
      from post_tag t join post p on p.id = t.post_id
      where p.parent_id is null and p.hidden_at is null and p.visibility = 'public'
    ) tagged group by author_id, tag, newest
  `.execute(tx);
  await sql`delete from tag_stats`.execute(tx);
  await sql`
    insert into tag_stats (tag, posts, heat, heat_at)
    select tag, sum(posts), sum(heat * ${decay(sql`newest`, sql`heat_at`)}), newest
    from (
      select s.*, max(heat_at) over (partition by tag) as newest
      from author_tag_stats s where not exists (select 1 from author_closed c where c.author_id = s.author_id)
    ) open group by tag, newest
  `.execute(tx);
}
