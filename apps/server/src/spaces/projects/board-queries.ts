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

const orders: Record<BoardSort, { value: RawBuilder<unknown>; type: RawBuilder<unknown> }> = {
  latest: { value: sql`b.project_id`, type: sql`bigint` },
  popular: { value: sql`b.heat`, type: sql`double precision` },
  views: { value: sql`b.views`, type: sql`integer` },
};

function stackIs({ ids, match }: NonNullable<BoardFilter["stack"]>): RawBuilder<boolean> {
  const wanted = sql`${intArray(ids)}::int[]`;
  return match === "all" ? sql`b.stack @> ${wanted}` : sql`b.stack && ${wanted}`;
}

/**
 * A page of the board, best first, of what everybody may see and what `makers` (those whom the reader follows, and the reader) have made. Who may see
 * it is decided afterwards all the same. What most projects have is found by walking along the order, what few have by its index: which of the two
 * it is shows after a bounded walk.
 */
export async function listBoard(
  db: Db,
  { stack, words }: BoardFilter,
  makers: readonly Id[],
  sort: BoardSort,
  limit: number,
  after: BoardEntry | undefined,
): Promise<BoardEntry[]> {
  const { value, type } = orders[sort];
  const behind = after
    ? sql`(${value}, b.project_id) < (${after.value}::text::${type}, ${after.id}::bigint)`
    : sql`true`;
  const isShown =
    makers.length === 0 ? sql`b.is_open` : sql`(b.is_open or b.author_id = any(${makers}::bigint[]))`;
  const order = sql`order by ${value} desc, b.project_id desc`;
  const shown = sql`select b.project_id as id, ${value}::text as value from project_rank b`;
  const isFound = stack ? stackIs(stack) : sql`true`;
  if (words) {
    const like = words.parts.map((part) => sql`n.words like ${`%${part.replaceAll(/[\\%_]/g, "\\$&")}%`}`);
    const { rows } = await sql<BoardEntry>`
      ${shown} join project n on n.id = b.project_id
      where n.tokens @> ${intArray(words.hashes)}::int[] and ${sql.join(like, sql` and `)}
        and ${isFound} and ${isShown} and ${behind} ${order} limit ${limit}
    `.execute(db);
    return rows;
  }
  if (!stack) {
    const { rows } =
      await sql<BoardEntry>`${shown} where ${isShown} and ${behind} ${order} limit ${limit}`.execute(db);
    return rows;
  }
  const { rows } = await sql<BoardEntry>`
    with near as materialized (
      select b.project_id, b.stack, b.is_open, b.author_id, ${value} as value from project_rank b
      where ${behind} ${order} limit ${sql.lit(mostWalked)}
    ),
    walked as materialized (
      select b.project_id as id, b.value from near b where ${isFound} and ${isShown} order by b.value desc, id desc limit ${limit}
    ),
    wanted as materialized (
      select b.id from project b
      where (select count(*) from walked) < ${limit} and (select count(*) from near) = ${sql.lit(mostWalked)} and ${isFound}
    ),
    found as (${shown} where b.project_id in (select id from wanted) and ${isShown} and ${behind} ${order} limit ${limit})
    select id, value::text as value from walked where (select count(*) from wanted) = 0
    union all select id, value from found
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
