import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** Everything between two people, as the transaction sees it. */
export interface PairState {
  following: boolean;
  followedBy: boolean;
  blocking: boolean;
  blockedBy: boolean;
  muting: boolean;
  requested: boolean;
}

/**
 * Serialises changes between two people, so that a follow and a block at the same moment cannot both win; then keeps both accounts from
 * being deleted, made private or suspended until the transaction ends. Answers those that exist and are not suspended.
 */
export async function lockPair(tx: Tx, one: Id, other: Id): Promise<Map<Id, { isPrivate: boolean }>> {
  const name = `pair:${Math.min(one, other)}:${Math.max(one, other)}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
  const rows = await tx
    .selectFrom("account")
    .select(["id", "isPrivate"])
    .where("id", "in", [one, other])
    .where("standing", "<>", "suspended")
    .orderBy("id")
    .forShare()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readPair(tx: Db | Tx, me: Id, other: Id): Promise<PairState> {
  const { rows } = await sql<PairState>`
    select
      exists (select 1 from follow where follower_id = ${me} and followee_id = ${other}) as following,
      exists (select 1 from follow where follower_id = ${other} and followee_id = ${me}) as followed_by,
      exists (select 1 from block where blocker_id = ${me} and blocked_id = ${other}) as blocking,
      exists (select 1 from block where blocker_id = ${other} and blocked_id = ${me}) as blocked_by,
      exists (select 1 from mute where muter_id = ${me} and muted_id = ${other}) as muting,
      exists (select 1 from follow_request where follower_id = ${me} and followee_id = ${other}) as requested
  `.execute(tx);
  return rows[0]!;
}

export async function insertFollow(
  tx: Tx,
  followerId: Id,
  followeeId: Id,
  accepted = false,
): Promise<boolean> {
  const row = await tx
    .insertInto("follow")
    .values({ followerId, followeeId, accepted })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteFollow(tx: Tx, followerId: Id, followeeId: Id): Promise<boolean> {
  const row = await tx
    .deleteFrom("follow")
    .where("followerId", "=", followerId)
    .where("followeeId", "=", followeeId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertRequest(tx: Tx, followerId: Id, followeeId: Id): Promise<boolean> {
  const row = await tx
    .insertInto("followRequest")
    .values({ followerId, followeeId })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteRequest(tx: Tx, followerId: Id, followeeId: Id): Promise<boolean> {
  const row = await tx
    .deleteFrom("followRequest")
    .where("followerId", "=", followerId)
    .where("followeeId", "=", followeeId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertBlock(tx: Tx, blockerId: Id, blockedId: Id): Promise<boolean> {
  const row = await tx
    .insertInto("block")
    .values({ blockerId, blockedId })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteBlock(tx: Tx, blockerId: Id, blockedId: Id): Promise<boolean> {
  const row = await tx
    .deleteFrom("block")
    .where("blockerId", "=", blockerId)
    .where("blockedId", "=", blockedId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertMute(tx: Tx, muterId: Id, mutedId: Id): Promise<boolean> {
  const row = await tx
    .insertInto("mute")
    .values({ muterId, mutedId })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteMute(tx: Tx, muterId: Id, mutedId: Id): Promise<boolean> {
  const row = await tx
    .deleteFrom("mute")
    .where("muterId", "=", muterId)
    .where("mutedId", "=", mutedId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Turns every request to the account into a follow. */
export async function acceptRequests(tx: Tx, followeeId: Id): Promise<{ followerId: Id; isNew: boolean }[]> {
  const { rows } = await sql<{ followerId: Id; isNew: boolean }>`
    with gone as (delete from follow_request where followee_id = ${followeeId} returning follower_id),
      made as (
        insert into follow (follower_id, followee_id, accepted) select follower_id, ${followeeId}, true from gone
        on conflict do nothing returning follower_id)
    select gone.follower_id, made.follower_id is not null as is_new
    from gone left join made on made.follower_id = gone.follower_id
  `.execute(tx);
  return rows;
}
