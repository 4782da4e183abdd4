import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** Chats whose people are told: those who talk with half the site need not tell all of it. */
const mostChats = 200;

/** Those whom each of these people is talking with. */
export async function listPartners(
  db: Db,
  accountIds: readonly Id[],
): Promise<{ accountId: Id; partnerIds: Id[] }[]> {
  const { rows } = await sql<{ accountId: Id; partnerIds: Id[] }>`
    select me.id as account_id, array_agg(distinct other.account_id) as partner_ids
    from unnest(${[...accountIds]}::bigint[]) as me(id) cross join lateral (
      select c.id from chat_member own join chat c on c.id = own.chat_id
      where own.account_id = me.id and own.left_at is null and c.status = 'running' order by own.chat_id desc limit ${mostChats}
    ) theirs join chat_member other on other.chat_id = theirs.id and other.account_id <> me.id and other.left_at is null
    group by me.id
  `.execute(db);
  return rows;
}
