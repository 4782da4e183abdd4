import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import type { Day, Precision } from "./calendar.ts";
import { isVisible } from "./cat-row-queries.ts";
import type {} from "./tables.ts";

/** What its people say of a cat. */
export interface CatFields {
  name: string;
  breed: string | null;
  birthday: Day | null;
  birthdayPrecision: Precision | null;
  adoptedOn: Day | null;
  memorialOn: Day | null;
  sex: "female" | "male" | null;
  neutered: boolean | null;
  colour: string | null;
  pattern: string | null;
  personality: string[];
  story: string;
  photoId: Id | null;
  isPrivate: boolean;
}

export type LockedCat = CatFields & { id: Id };

export async function insertCat(
  tx: Tx,
  id: Id,
  fields: Partial<CatFields> & { name: string },
  at?: Date,
): Promise<void> {
  await tx
    .insertInto("cat")
    .values({ id, ...fields, ...(at && { createdAt: at }) })
    .execute();
}

export async function updateCat(tx: Tx, id: Id, fields: Partial<CatFields>): Promise<void> {
  await tx.updateTable("cat").set(fields).where("id", "=", id).execute();
}

/** The cat; nobody else changes it, its people or its invitations until the transaction ends. `alone` also keeps new posts off it. */
export async function lockCat(
  tx: Tx,
  id: Id,
  how: "shared" | "alone" = "shared",
): Promise<LockedCat | undefined> {
  const { rows } = await sql<LockedCat>`
    select id, name, breed, birthday::text, birthday_precision, adopted_on::text, memorial_on::text, sex, neutered, colour, pattern,
      personality, story, photo_id, is_private
    from cat where id = ${id} ${how === "alone" ? sql`for update` : sql`for no key update`}
  `.execute(tx);
  return rows[0];
}

/** Asked after the lock, so that what another transaction has just changed is seen. */
export async function findStanding(
  tx: Tx,
  id: Id,
  accountId: Id,
): Promise<{ isVisible: boolean; peopleIds: Id[] }> {
  const { rows } = await sql<{ isVisible: boolean; peopleIds: Id[] }>`
    select ${isVisible(accountId)} as is_visible,
      array(select account_id from cat_person where cat_id = c.id order by id) as people_ids
    from cat c where c.id = ${id}
  `.execute(tx);
  return rows[0] ?? { isVisible: false, peopleIds: [] };
}

/** Whether the picture is the person's own; it stays until the transaction ends. */
export async function holdOwnPhoto(tx: Tx, ownerId: Id, mediaId: Id): Promise<boolean> {
  const row = await tx
    .selectFrom("media")
    .select("id")
    .where("ownerId", "=", ownerId)
    .where("id", "=", mediaId)
    .forKeyShare()
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertPerson(
  tx: Tx,
  catId: Id,
  accountId: Id,
  invitedBy: Id | null,
  at?: Date,
  invitationId: Id | null = null,
): Promise<void> {
  await sql`
    insert into cat_person (id, cat_id, account_id, invited_by, invitation_id)
    values (new_id(coalesce(${at ?? null}::timestamptz, clock_timestamp())), ${catId}, ${accountId}, ${invitedBy}, ${invitationId})
    on conflict do nothing
  `.execute(tx);
}

/** Whose invitation had brought the person (null: nobody's); undefined when they were not one of its people. */
export async function deletePerson(
  tx: Tx,
  catId: Id,
  accountId: Id,
): Promise<{ invitedBy: Id | null } | undefined> {
  return tx
    .deleteFrom("catPerson")
    .where("catId", "=", catId)
    .where("accountId", "=", accountId)
    .returning("invitedBy")
    .executeTakeFirst();
}

/** Of one person, at the most so many as are asked for. */
export async function countCatsOf(tx: Tx, accountId: Id): Promise<number> {
  const row = await tx
    .selectFrom("catPerson")
    .select((person) => person.fn.countAll<number>().as("count"))
    .where("accountId", "=", accountId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Says to its people, or to one of them, that following it is something else now. */
export async function logFollows(
  log: EventLog,
  tx: Tx,
  catId: Id,
  type: string,
  personId?: Id,
): Promise<void> {
  await log.publishFrom(
    tx,
    sql`select 'account' as aggregatetype, p.account_id::text as aggregateid, ${type}::text as type,
        jsonb_build_object('accountId', p.account_id, 'actorId', f.account_id) as payload
      from cat_person p join topic_follow f on f.topic_id = p.cat_id
      where p.cat_id = ${catId} ${personId === undefined ? sql`` : sql`and p.account_id = ${personId}`}`,
  );
}

/** What is told when a cat goes: who followed it, who was invited to it, who had come by an invitation, and the posts that showed it. */
export async function logGone(
  log: EventLog,
  tx: Tx,
  catId: Id,
  types: { followChanged: string; invitationEnded: string; personLeft: string; untagged: string },
): Promise<void> {
  const told = (
    aggregatetype: string,
    aggregateid: RawBuilder<unknown>,
    type: string,
    payload: RawBuilder<unknown>,
    rest: RawBuilder<unknown>,
  ) =>
    log.publishFrom(
      tx,
      sql`select ${aggregatetype}::text as aggregatetype, ${aggregateid}::text as aggregateid, ${type}::text as type, ${payload} as payload ${rest}`,
    );
  await logFollows(log, tx, catId, types.followChanged);
  await told(
    "topic",
    sql`i.cat_id`,
    types.invitationEnded,
    sql`jsonb_build_object('catId', i.cat_id, 'accountId', i.account_id, 'actorId', i.from_id)`,
    sql`from cat_invitation i where i.cat_id = ${catId}`,
  );
  await told(
    "topic",
    sql`h.cat_id`,
    types.personLeft,
    sql`jsonb_build_object('catId', h.cat_id, 'accountId', h.account_id, 'actorId', h.invited_by)`,
    sql`from cat_person h where h.cat_id = ${catId} and h.invited_by is not null`,
  );
  await told(
    "post",
    sql`t.post_id`,
    types.untagged,
    sql`jsonb_build_object('postId', t.post_id)`,
    sql`from post_topic t where t.topic_id = ${catId}`,
  );
}
