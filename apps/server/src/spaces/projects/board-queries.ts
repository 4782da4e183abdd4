import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { intArray } from "../../platform/search/int-array.ts";
import type { TechnologyId } from "./tables.ts";

/** What the board is asked for; what is undefined does not narrow it. */
export interface BoardFilter {
  stack: { ids: readonly TechnologyId[]; match: "any" | "all" } | undefined;
  words: { hashes: readonly number[]; parts: readonly string[] } | undefined;
}

export type BoardSort = "latest" | "popular" | "views";

/** A row of the board: `value` is what it is ordered by, as a text that keeps every digit. */
export interface BoardEntry {
  id: Id;
  value: string;
}

/** So many projects are looked at in the order of the board before the index of what is asked for is used instead. */
const mostWalked = 3_000;

interface Order {
  from: RawBuilder<unknown>;
  id: RawBuilder<Id>;
  value: RawBuilder<unknown>;
  type: RawBuilder<unknown>;
}

const orders: Record<BoardSort, Order> = {
  latest: { from: sql`project b`, id: sql`b.id`, value: sql`b.id`, type: sql`bigint` },
  popular: {
    from: sql`project_rank b`,
    id: sql`b.project_id`,
    value: sql`b.heat`,
    type: sql`double precision`,
  },
  views: { from: sql`project_rank b`, id: sql`b.project_id`, value: sql`b.views`, type: sql`integer` },
};

function stackIs({ ids, match }: NonNullable<BoardFilter["stack"]>): RawBuilder<boolean> {
  const wanted = sql`${intArray(ids)}::int[]`;
  return match === "all" ? sql`b.stack @> ${wanted}` : sql`b.stack && ${wanted}`;
}

/**
 * A page of the board, best first, hidden ones included, since who may see what is decided by the reader. What most projects have is found by walking
 * along the order, what few have by its index: which of the two it is shows after a bounded walk.
 */
export async function listBoard(
  db: Db,
  { stack, words }: BoardFilter,
  sort: BoardSort,
  limit: number,
  after: BoardEntry | undefined,
): Promise<BoardEntry[]> {
  const { from, id, value, type } = orders[sort];
  const behind = after
    ? sql`(${value}, ${id}) < (${after.value}::text::${type}, ${after.id}::bigint)`
    : sql`true`;
  const order = sql`order by ${value} desc, ${id} desc`;
  const shown = sql`${id} as id, ${value} as value`;
  if (words) {
    const like = words.parts.map((part) => sql`n.words like ${`%${part.replaceAll(/[\\%_]/g, "\\$&")}%`}`);
    const { rows } = await sql<BoardEntry>`
      select ${id} as id, ${value}::text as value from ${from} join project n on n.id = ${id}
      where n.tokens @> ${intArray(words.hashes)}::int[] and ${sql.join(like, sql` and `)}
        and ${stack ? stackIs(stack) : sql`true`} and ${behind} ${order} limit ${limit}
    `.execute(db);
    return rows;
  }
  if (!stack) {
    const { rows } = await sql<BoardEntry>`
      select ${id} as id, ${value}::text as value from ${from} where ${behind} ${order} limit ${limit}
    `.execute(db);
    return rows;
  }
  const { rows } = await sql<BoardEntry>`
    with near as materialized (select ${shown}, b.stack from ${from} where ${behind} ${order} limit ${sql.lit(mostWalked)}),
    walked as materialized (select id, value from near b where ${stackIs(stack)} order by value desc, id desc limit ${limit}),
    wanted as materialized (
      select b.id from project b
      where (select count(*) from walked) < ${limit} and (select count(*) from near) = ${sql.lit(mostWalked)} and ${stackIs(stack)}
    ),
    found as (
      select ${shown} from ${from} where ${id} in (select id from wanted) and ${behind} ${order} limit ${limit}
    )
    select id, value::text from walked where (select count(*) from wanted) = 0
    union all select id, value::text from found
  `.execute(db);
  return rows;
}

/** Projects of one maker, newest first. */
export async function listOfAuthor(
  db: Db,
  authorId: Id,
  limit: number,
  before: Id | undefined,
): Promise<{ id: Id; position: Id }[]> {
  return db
    .selectFrom("project")
    .select(["id", "id as position"])
    .where("authorId", "=", authorId)
    .$if(before !== undefined, (query) => query.where("id", "<", before!))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** Projects that somebody keeps, the newest mark first. */
export async function listBookmarked(
  db: Db,
  accountId: Id,
  limit: number,
  before: Id | undefined,
): Promise<{ id: Id; position: Id }[]> {
  return db
    .selectFrom("bookmark as k")
    .innerJoin("project as p", "p.id", "k.postId")
    .select(["p.id", "k.id as position"])
    .where("k.accountId", "=", accountId)
    .$if(before !== undefined, (query) => query.where("k.id", "<", before!))
    .orderBy("k.id", "desc")
    .limit(limit)
    .execute();
}

/** How many projects there are, and people who have made them, hidden ones aside: for the head of the board. */
export async function countBoard(db: Db): Promise<{ projects: number; makers: number }> {
  const { rows } = await sql<{ projects: number; makers: number }>`
    select count(*)::int as projects, count(distinct p.author_id)::int as makers
    from project p join post on post.id = p.id
    where post.hidden_at is null and post.visibility = 'public'
  `.execute(db);
  return rows[0]!;
}
