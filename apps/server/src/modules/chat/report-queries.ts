import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** A message as it is kept with a report. */
export interface KeptMessage {
  seq: number;
  author: string | null;
  text: string;
  at: string;
}

/** The last messages of a part of a chat, in their order. */
export async function listKept(
  db: Db,
  chatId: Id,
  which: { since: number; upTo: number; kept: number },
): Promise<KeptMessage[]> {
  const { rows } = await sql<KeptMessage>`
    select m.seq, a.handle as author, m.text, to_char(m.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from (select * from chat_message where chat_id = ${chatId} and seq > ${which.since} and seq <= ${which.upTo} order by seq desc limit ${which.kept}) m
    left join account a on a.id = m.author_id order by m.seq
  `.execute(db);
  return rows;
}

/** Whose a message is, or (without one) the other of a chat of two; null for a group, and for somebody who is gone. */
export async function findReported(db: Db, chatId: Id, seq: number, reporterId: Id): Promise<Id | null> {
  const { rows } = await sql<{ accountId: Id | null }>`
    select case when ${seq}::int > 0 then (select m.author_id from chat_message m where m.chat_id = c.id and m.seq = ${seq})
      when c.low_id = ${reporterId} then c.high_id when c.high_id = ${reporterId} then c.low_id end as account_id
    from chat c where c.id = ${chatId}
  `.execute(db);
  return rows[0]?.accountId ?? null;
}
