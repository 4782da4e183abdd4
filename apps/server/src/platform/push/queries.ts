import { sql } from "kysely";
import type { Db, Tx } from "../database/database.ts";
import type { Id } from "../database/tables.ts";

export interface BrowserKeys {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** A browser has one subscription: it moves to whoever subscribes with it last. More than `most` end the oldest. */
export async function putSubscription(
  db: Db,
  owner: { accountId: Id; sessionId: Id },
  keys: BrowserKeys,
  most: number,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("pushSubscription")
      .values({ ...owner, ...keys })
      .onConflict((conflict) => conflict.column("endpoint").doUpdateSet({ ...owner, ...keys }))
      .execute();
    await sql`
      delete from push_subscription where id in (
        select id from push_subscription where account_id = ${owner.accountId} order by id desc offset ${most})
    `.execute(tx);
  });
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
  payload: object;
  topic: string;
  attempts: number;
  secondsLeft: number;
}

/**
 * Takes messages that are due, for one attempt each; whoever dies during it leaves them to be taken again. `waits` are the seconds from one
 * attempt to the next, as long as there are any.
 */
export async function claimMessages(db: Db, limit: number, waits: readonly number[]): Promise<DueMessage[]> {
  const { rows } = await sql<DueMessage>`
    with due as (
      select id from push_message where due_at <= now() order by due_at limit ${limit} for update skip locked
    ), claimed as (
      update push_message m set attempts = attempts + 1,
        due_at = now() + (${[...waits]}::int[])[least(attempts + 1, ${waits.length})] * (0.5 + random()) * interval '1 second'
      from due where due.id = m.id returning m.*
    )
    select m.id, m.subscription_id, m.payload, m.topic, m.attempts,
      greatest(0, extract(epoch from m.expires_at - now()))::int as seconds_left, s.endpoint, s.p256dh, s.auth
    from claimed m join push_subscription s on s.id = m.subscription_id
  `.execute(db);
  return rows;
}

export async function deleteMessage(db: Db, id: Id): Promise<void> {
  await db.deleteFrom("pushMessage").where("id", "=", id).execute();
}

/** Not before so many seconds have passed. */
export async function postponeMessage(db: Db, id: Id, seconds: number): Promise<void> {
  await sql`update push_message set due_at = greatest(due_at, now() + ${seconds} * interval '1 second') where id = ${id}`.execute(
    db,
  );
}

/** Milliseconds until a message is due; undefined when there is none. */
export async function untilNextMessage(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{
    wait: number | null;
  }>`select (extract(epoch from min(due_at) - now()) * 1000)::float8 as wait from push_message`.execute(db);
  return rows[0]?.wait ?? undefined;
}
