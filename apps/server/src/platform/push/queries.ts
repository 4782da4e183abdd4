import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import type { Id } from "../database/tables.ts";

export interface BrowserKeys {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/**
 * A browser has one subscription: it moves to whoever subscribes with it last, without what still waits for the one before. More than `most`
 * end the oldest.
 */
export async function putSubscription(
  tx: Tx,
  owner: { accountId: Id; sessionId: Id },
  keys: BrowserKeys,
  most: number,
): Promise<void> {
  const { accountId } = owner;
  // One at a time for each person: those that come at the same moment would not see each other and stay too many.
  await sql`select 1 from account where id = ${accountId} for no key update`.execute(tx);
  await tx
    .deleteFrom("pushSubscription")
    .where("endpoint", "=", keys.endpoint)
    .where("accountId", "<>", accountId)
    .execute();
  await tx
    .insertInto("pushSubscription")
    .values({ ...owner, ...keys })
    .onConflict((conflict) => conflict.column("endpoint").doUpdateSet({ ...owner, ...keys }))
    .execute();
  await sql`
    delete from push_subscription where id in (
      select id from push_subscription where account_id = ${accountId} order by id desc offset ${most})
  `.execute(tx);
}

export async function deleteSubscription(db: Db, accountId: Id, endpoint: string): Promise<void> {
  await db
    .deleteFrom("pushSubscription")
    .where("accountId", "=", accountId)
    .where("endpoint", "=", endpoint)
    .execute();
}

export async function dropSubscription(db: Db, id: Id): Promise<void> {
  await db.deleteFrom("pushSubscription").where("id", "=", id).execute();
}

/** Puts a message down for each browser of somebody; one of the same topic that still waits is replaced. */
export async function insertMessages(
  tx: Tx,
  accountId: Id,
  message: { topic: string; payload: object; seconds: number },
): Promise<void> {
  await sql`
    insert into push_message as m (subscription_id, payload, topic, expires_at)
    select id, ${JSON.stringify(message.payload)}::jsonb, ${message.topic}, now() + ${message.seconds} * interval '1 second'
    from push_subscription where account_id = ${accountId} order by id
    on conflict (subscription_id, topic) do update set
      -- Another id: whoever is delivering the old one must not delete the new one.
      id = new_id(), payload = excluded.payload, attempts = 0, due_at = now(), expires_at = excluded.expires_at
  `.execute(tx);
}

export interface DueMessage extends BrowserKeys {
  id: Id;
  subscriptionId: Id;
  accountId: Id;
  payload: object;
  topic: string;
  attempts: number;
  secondsLeft: number;
}

/** Messages looked at for those of different people. */
const mostLooked = 1000;

/**
 * Takes messages that are due, for one attempt each and one of each person, but none of `busy` people; whoever dies during it leaves them to
 * be taken again. `waits` are the seconds from one attempt to the next, as long as there are any.
 */
export async function claimMessages(
  db: Db,
  limit: number,
  waits: readonly number[],
  busy: readonly Id[],
): Promise<DueMessage[]> {
  const { rows } = await sql<DueMessage>`
    with looked as (
      select m.id, m.due_at, s.account_id from push_message m join push_subscription s on s.id = m.subscription_id
      where m.due_at <= now() and s.account_id <> all(${[...busy]}::bigint[]) order by m.due_at limit ${mostLooked}
    ), due as (
      select id from push_message where due_at <= now() and id = any(array(
        select id from (select distinct on (account_id) id, due_at from looked order by account_id, due_at) firsts
        order by due_at limit ${limit}
      )) for update skip locked
    ), claimed as (
      update push_message m set attempts = attempts + 1,
        due_at = now() + (${[...waits]}::int[])[least(attempts + 1, ${waits.length})] * (0.5 + random()) * interval '1 second'
      from due where due.id = m.id returning m.*
    )
    select m.id, m.subscription_id, s.account_id, m.payload, m.topic, m.attempts,
      greatest(0, extract(epoch from m.expires_at - now()))::int as seconds_left, s.endpoint, s.p256dh, s.auth
    from claimed m join push_subscription s on s.id = m.subscription_id
  `.execute(db);
  return rows;
}

export async function deleteMessage(db: Db, id: Id): Promise<void> {
  await db.deleteFrom("pushMessage").where("id", "=", id).execute();
}

/** Nothing goes to this browser before so many seconds have passed. */
export async function postponeMessages(db: Db, subscriptionId: Id, seconds: number): Promise<void> {
  await sql`
    update push_message set due_at = greatest(due_at, now() + ${seconds} * interval '1 second')
    where subscription_id = ${subscriptionId}
  `.execute(db);
}

/** Milliseconds until a message is due to anybody but `busy` people; undefined when there is none. */
export async function untilNextMessage(db: Db, busy: readonly Id[]): Promise<number | undefined> {
  const { rows } = await sql<{ wait: number }>`
    select (extract(epoch from m.due_at - now()) * 1000)::float8 as wait
    from push_message m join push_subscription s on s.id = m.subscription_id
    where s.account_id <> all(${[...busy]}::bigint[]) order by m.due_at limit 1
  `.execute(db);
  return rows[0]?.wait;
}
