import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

export interface TagCount {
  tag: string;
  count: number;
}

/** Tags that begin with the prefix, those with the most posts first. */
export async function listTagsByPrefix(db: Db, prefix: string, limit: number): Promise<TagCount[]> {
  return db
    .selectFrom("tagStats")
    .select(["tag", "posts as count"])
    .where("tag", "like", `${prefix.replace(/[\\%_]/g, "\\$&")}%`)
    .where("posts", ">", 0)
    .orderBy("posts", "desc")
    .orderBy("tag")
    .limit(limit)
    .execute();
}

export async function countTag(db: Db | Tx, tag: string): Promise<number> {
  const row = await db.selectFrom("tagStats").select("posts").where("tag", "=", tag).executeTakeFirst();
  return Math.max(0, row?.posts ?? 0);
}

/** The hottest tags now, of those that were used lately. */
export async function listHotTags(
  db: Db,
  halfLifeMs: number,
  since: Date,
  limit: number,
): Promise<(TagCount & { heat: number })[]> {
  const { rows } = await sql<TagCount & { heat: number }>`
    select tag, posts as count, heat * power(2, -extract(epoch from now() - heat_at)::float8 * 1000 / ${halfLifeMs}::float8) as heat
    from tag_stats where heat_at > ${since} and posts > 0
    order by heat desc, tag limit ${limit}
  `.execute(db);
  return rows;
}

/** False when the person follows it already. */
export async function insertTagFollow(tx: Tx, accountId: Id, tag: string): Promise<boolean> {
  const row = await tx
    .insertInto("tagFollow")
    .values({ accountId, tag })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteTagFollow(tx: Tx, accountId: Id, tag: string): Promise<boolean> {
  const row = await tx
    .deleteFrom("tagFollow")
    .where("accountId", "=", accountId)
    .where("tag", "=", tag)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function countFollowedTags(tx: Tx, accountId: Id): Promise<number> {
  const { count } = await tx
    .selectFrom("tagFollow")
    .select((follow) => follow.fn.countAll<number>().as("count"))
    .where("accountId", "=", accountId)
    .executeTakeFirstOrThrow();
  return count;
}

/** The tag followed last first. */
export async function listFollowedTags(
  db: Db,
  accountId: Id,
  limit: number,
  before: Id | undefined,
): Promise<(TagCount & { position: Id })[]> {
  return db
    .selectFrom("tagFollow as f")
    .leftJoin("tagStats as s", "s.tag", "f.tag")
    .select((row) => ["f.id as position", "f.tag", row.fn.coalesce("s.posts", sql<number>`0`).as("count")])
    .where("f.accountId", "=", accountId)
    .$if(before !== undefined, (query) => query.where("f.id", "<", before!))
    .orderBy("f.id", "desc")
    .limit(limit)
    .execute();
}
