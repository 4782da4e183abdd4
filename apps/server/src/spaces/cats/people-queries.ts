import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { catColumns, type CatRow, isVisible } from "./cat-row-queries.ts";

/** Whether between somebody and any of the people of a cat is a block. */
export async function isApart(tx: Tx, catId: Id, accountId: Id): Promise<boolean> {
  const { rows } = await sql<{ isApart: boolean }>`
    select exists (select 1 from cat_person p join block b
      on (b.blocker_id = p.account_id and b.blocked_id = ${accountId}) or (b.blocker_id = ${accountId} and b.blocked_id = p.account_id)
      where p.cat_id = ${catId}) as is_apart
  `.execute(tx);
  return rows[0]!.isApart;
}

/** When somebody was invited, and whether only now. */
export async function insertInvitation(
  tx: Tx,
  catId: Id,
  accountId: Id,
  fromId: Id,
): Promise<{ createdAt: Date; isNew: boolean }> {
  const { rows } = await sql<{ createdAt: Date; isNew: boolean }>`
    with made as (
      insert into cat_invitation (cat_id, account_id, from_id) values (${catId}, ${accountId}, ${fromId}) on conflict do nothing returning id)
    select id_time(id) as created_at, true as is_new from made
    union all
    select id_time(id), false from cat_invitation where cat_id = ${catId} and account_id = ${accountId}
    limit 1
  `.execute(tx);
  return rows[0]!;
}

/** Answers it; undefined when there is no such invitation. */
export async function deleteInvitation(
  tx: Tx,
  catId: Id,
  accountId: Id,
): Promise<{ id: Id; fromId: Id } | undefined> {
  return tx
    .deleteFrom("catInvitation")
    .where("catId", "=", catId)
    .where("accountId", "=", accountId)
    .returning(["id", "fromId"])
    .executeTakeFirst();
}

/** Takes back what one of the people has sent; answers whom they had invited. */
export async function deleteInvitationsFrom(tx: Tx, catId: Id, fromId: Id): Promise<Id[]> {
  const rows = await tx
    .deleteFrom("catInvitation")
    .where("catId", "=", catId)
    .where("fromId", "=", fromId)
    .returning("accountId")
    .execute();
  return rows.map((row) => row.accountId);
}

export async function countInvitations(tx: Tx, catId: Id): Promise<number> {
  const row = await tx
    .selectFrom("catInvitation")
    .select((invitation) => invitation.fn.countAll<number>().as("count"))
    .where("catId", "=", catId)
    .executeTakeFirstOrThrow();
  return row.count;
}

export interface InvitedRow {
  position: Id;
  accountId: Id;
  createdAt: Date;
}

/** Who is invited to a cat, the newest first. */
export async function listInvited(
  db: Db,
  catId: Id,
  limit: number,
  before: Id | undefined,
): Promise<InvitedRow[]> {
  const { rows } = await sql<InvitedRow>`
    select id as position, account_id, id_time(id) as created_at from cat_invitation
    where cat_id = ${catId} and id < ${before ?? Number.MAX_SAFE_INTEGER} order by id desc limit ${limit}
  `.execute(db);
  return rows;
}

export type InvitationRow = CatRow & { position: Id; fromId: Id; invitedAt: Date };

/** To which cats somebody is invited, the newest first. */
export async function listInvitations(
  db: Db,
  accountId: Id,
  limit: number,
  before: Id | undefined,
): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select o.id as position, o.from_id, id_time(o.id) as invited_at, ${catColumns(accountId)}
    from cat_invitation o join cat c on c.id = o.cat_id
    where o.account_id = ${accountId} and o.id < ${before ?? Number.MAX_SAFE_INTEGER} and ${isVisible(accountId)}
    order by o.id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** The cats of somebody, held alone, in the order of their ids; with how many people each has, and whether its picture is theirs. */
export async function lockCatsOf(tx: Tx, accountId: Id): Promise<{ id: Id; people: number }[]> {
  await sql`
    select id from cat where id in (select cat_id from cat_person where account_id = ${accountId}) order by id for update
  `.execute(tx);
  // Asked after the lock: whoever left meanwhile is gone.
  const { rows } = await sql<{ id: Id; people: number }>`
    select p.cat_id as id, (select count(*) from cat_person o where o.cat_id = p.cat_id) as people
    from cat_person p where p.account_id = ${accountId} order by 1
  `.execute(tx);
  return rows;
}

/** Announces the end of every invitation by and to somebody, and of the memory of those of theirs that were accepted. */
export async function logInvitationsEnded(log: EventLog, tx: Tx, accountId: Id, type: string): Promise<void> {
  await log.publishFrom(
    tx,
    sql`select 'topic' as aggregatetype, cat_id::text as aggregateid, ${type}::text as type,
        jsonb_build_object('catId', cat_id, 'accountId', account_id, 'actorId', from_id) as payload
      from (
        select cat_id, account_id, from_id from cat_invitation where account_id = ${accountId} or from_id = ${accountId}
        union all select cat_id, account_id, invited_by from cat_person where invited_by = ${accountId}
      ) theirs`,
  );
}

/** Announces to the people of the cats that somebody has come to that they did, so that it is looked at again. */
export async function logPersonGone(log: EventLog, tx: Tx, accountId: Id, type: string): Promise<void> {
  await log.publishFrom(
    tx,
    sql`select 'topic' as aggregatetype, cat_id::text as aggregateid, ${type}::text as type,
        jsonb_build_object('catId', cat_id, 'accountId', account_id, 'actorId', invited_by) as payload
      from cat_person where account_id = ${accountId}`,
  );
}
