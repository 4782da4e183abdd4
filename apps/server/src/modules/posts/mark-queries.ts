import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

export type MarkTable = "postLike" | "bookmark";

/** False when the mark was there already. */
export async function insertMark(
  tx: Tx,
  table: MarkTable,
  accountId: Id,
  postId: Id,
  at?: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into ${sql.table(table === "postLike" ? "post_like" : "bookmark")} (id, account_id, post_id)
    values (new_id(coalesce(${at ?? null}::timestamptz, clock_timestamp())), ${accountId}, ${postId})
    on conflict do nothing returning id
  `.execute(tx);
  return rows.length > 0;
}

/** False when there was none. */
export async function deleteMark(tx: Tx, table: MarkTable, accountId: Id, postId: Id): Promise<boolean> {
  const row = await tx
    .deleteFrom(table)
    .where("accountId", "=", accountId)
    .where("postId", "=", postId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function countMarks(db: Db | Tx, table: MarkTable, postId: Id): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((mark) => mark.fn.countAll<number>().as("count"))
    .where("postId", "=", postId)
    .executeTakeFirstOrThrow();
  return count;
}

/** The posts that somebody likes, newest first, as an array expression. */
export function likedIds(accountId: Id, limit: number): RawBuilder<Id[]> {
  return sql`array(select post_id from post_like where account_id = ${accountId} order by post_id desc limit ${limit})`;
}

export function bookmarkedIds(accountId: Id, limit: number): RawBuilder<Id[]> {
  return sql`array(select post_id from bookmark where account_id = ${accountId} order by post_id desc limit ${limit})`;
}
