import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { Searcher } from "../engine.ts";
import { intArray } from "../../../platform/search/int-array.ts";
import type { Candidate } from "../ranking.ts";
import type { HashedNeed, Plan } from "./plan.ts";
import { keptIn, type Segment } from "../../../platform/search/segments.ts";

/** What else decides on a post, besides its tokens. */
export interface Bounds {
  below: Id;
  notBelow: Id;
  from: readonly Id[] | undefined;
  notFrom: readonly Id[];
  searcher: Searcher;
}

/** Columns that hold, for each segment, what a list of hashes is there. */
function mixer(segments: readonly Segment[]) {
  const columns: RawBuilder<unknown>[] = [];
  return {
    columns,
    column(hashes: readonly number[]): RawBuilder<number[]> {
      const name = sql.ref(`seg.h${columns.length}`);
      const mixed = segments.flatMap(({ number }) => keptIn(number, hashes));
      const count = sql.lit(hashes.length);
      columns.push(
        sql`(${intArray(mixed)}::int[])[(o - 1) * ${count} + 1 : o * ${count}] as ${sql.ref(`h${columns.length}`)}`,
      );
      return sql<number[]>`${name}`;
    },
  };
}

type Column = (hashes: readonly number[]) => RawBuilder<number[]>;

/** `is true` keeps a condition away from the index: it is for rows that were found already. */
function rowHas({ all, either }: HashedNeed, column: Column): RawBuilder<unknown> {
  const parts = all.length > 0 ? [sql`(s.tokens @> ${column(all)}) is true`] : [];
  if (either) parts.push(sql`(s.tokens @> ${column(either[0])} or s.tokens @> ${column(either[1])}) is true`);
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}

function rowConditions(plan: Plan, column: Column, bounds: Bounds): RawBuilder<unknown>[] {
  const { searcher, from, notFrom } = bounds;
  const conditions = plan.choices.map(({ either }) => rowHas({ all: [], either }, column));
  for (const need of plan.not) conditions.push(sql`(${rowHas(need, column)}) is not true`);
  if (from) conditions.push(sql`s.author_id = any(${from}::bigint[])`);
  if (notFrom.length > 0) conditions.push(sql`s.author_id <> all(${notFrom}::bigint[])`);
  if (!searcher) return [...conditions, sql`not s.restricted`];
  const { accountId, following, hidden } = searcher;
  conditions.push(
    sql`(not s.restricted or s.author_id = ${accountId} or s.author_id = any(${following}::bigint[]))`,
  );
  if (hidden.length > 0) conditions.push(sql`s.author_id <> all(${hidden}::bigint[])`);
  return conditions;
}

const scored = (plan: Plan, column: Column) =>
  plan.better.length === 0
    ? sql<number>`0`
    : sql<number>`(select count(*)::int from unnest(${column(plan.better)}) wanted where wanted = any(m.tokens))`;

function fromSegments(columns: RawBuilder<unknown>[], segments: readonly Segment[]) {
  const numbers = segments.map((segment) => segment.number);
  const list = columns.length > 0 ? sql`, ${sql.join(columns)}` : sql``;
  return sql`(select n, o${list} from unnest(${numbers}::int[]) with ordinality as given(n, o) offset 0) seg`;
}

/**
 * The newest matches, by the index, segment after segment in the order given (the newest first) until there are enough. The plan must
 * have something that the index can be asked for.
 */
export async function findInSegments(
  db: Db,
  plan: Plan,
  segments: readonly Segment[],
  bounds: Bounds,
  limit: number,
): Promise<Candidate[]> {
  const { columns, column } = mixer(segments);
  const indexed = plan.oneOf.map((pair) => sql`s.tokens && ${column(pair)}`);
  if (plan.must.length > 0) indexed.push(sql`s.tokens @> ${column(plan.must)}`);
  const conditions = [...indexed, ...rowConditions(plan, column, bounds)];
  const score = scored(plan, column);
  // Ids as sums, so that nothing but the index of tokens can be used.
  const { rows } = await sql<Candidate>`
    select m.post_id as id, ${score} as better
    from ${fromSegments(columns, segments)}
    cross join lateral (
      select s.post_id, s.tokens from search_post s
      where ${sql.join(conditions, sql` and `)} and s.post_id + 0 < ${bounds.below} and s.post_id + 0 >= ${bounds.notBelow}
      order by s.post_id + 0 desc limit ${sql.lit(limit)}
    ) m limit ${sql.lit(limit)}
  `.execute(db);
  return rows;
}

/** The matches among the newest `most` posts of a segment, by looking at each: for what very many have. */
export async function findByWalking(
  db: Db,
  plan: Plan,
  segment: Segment,
  bounds: Bounds,
  limit: number,
  most: number,
): Promise<Candidate[]> {
  const { columns, column } = mixer([segment]);
  const conditions = plan.oneOf.map((pair) => sql`(s.tokens && ${column(pair)}) is true`);
  if (plan.must.length > 0) conditions.push(sql`(s.tokens @> ${column(plan.must)}) is true`);
  conditions.push(...rowConditions(plan, column, bounds));
  const score = scored(plan, column);
  const lowest = Math.max(bounds.notBelow, segment.firstId);
  const { rows } = await sql<Candidate>`
    select m.post_id as id, ${score} as better
    from ${fromSegments(columns, [segment])}
    cross join lateral (
      select s.post_id, s.tokens from (
        select post_id, author_id, restricted, tokens from search_post
        where post_id < ${bounds.below} and post_id >= ${lowest} order by post_id desc limit ${sql.lit(most)}
      ) s
      where ${sql.join(conditions, sql` and `)} limit ${sql.lit(limit)}
    ) m
  `.execute(db);
  return rows;
}

/** The id that `most` indexed posts lie above of, going down from `below`; undefined when there are fewer. */
export async function findIdBelow(db: Db, below: Id, notBelow: Id, most: number): Promise<Id | undefined> {
  const row = await db
    .selectFrom("searchPost")
    .select("postId")
    .where("postId", "<", below)
    .where("postId", ">=", notBelow)
    .orderBy("postId", "desc")
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.postId;
}

export async function listSegments(db: Db): Promise<Segment[]> {
  return db.selectFrom("searchSegment").select(["number", "firstId", "posts"]).orderBy("number").execute();
}

/** How many of the newest `sample` posts have a hash, for those that at least `least` have; by segment and mixed as they are kept. */
export async function countTokens(
  db: Db,
  sample: number,
  least: number,
): Promise<{ total: number; counts: { segment: number; token: number; count: number }[] }> {
  const newest = sql`(select segment, tokens from search_post order by post_id desc limit ${sql.lit(sample)}) newest`;
  const total = await sql<{ total: number }>`select count(*)::int as total from ${newest}`.execute(db);
  const { rows } = await sql<{ segment: number; token: number; count: number }>`
    select segment, token, count(*)::int as count from ${newest}, unnest(tokens) token
    group by segment, token having count(*) >= ${least}
  `.execute(db);
  return { total: total.rows[0]!.total, counts: rows };
}
