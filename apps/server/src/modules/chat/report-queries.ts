import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { ReportReason } from "./tables.ts";

export interface NewReport {
  chatId: Id;
  reporterId: Id;
  reason: ReportReason;
  text: string;
  seq: number | null;
}

export async function insertReport(
  db: Db,
  { chatId, reporterId, reason, text, seq }: NewReport,
  which: { since: number; upTo: number; kept: number },
): Promise<void> {
  await sql`
    insert into chat_report (chat_id, reporter_id, reason, text, seq, messages)
    select ${chatId}::bigint, ${reporterId}::bigint, ${reason}, ${text}, ${seq}::int, coalesce(json_agg(json_build_object(
      'seq', m.seq, 'authorId', m.author_id::text, 'author', a.handle, 'text', m.text, 'at', m.created_at) order by m.seq), '[]'::json)
    from (select * from chat_message where chat_id = ${chatId} and seq > ${which.since} and seq <= ${which.upTo} order by seq desc limit ${which.kept}) m
    left join account a on a.id = m.author_id
  `.execute(db);
}

export interface ReportRow {
  id: Id;
  chatId: Id;
  reporter: string | null;
  reason: ReportReason;
  text: string;
  seq: number | null;
  at: Date;
  messages: { seq: number; author: string | null; text: string; at: string }[];
}

/** What members have told of chats, newest first. */
export async function listReports(db: Db, limit: number): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select r.id, r.chat_id, a.handle as reporter, r.reason, r.text, r.seq, id_time(r.id) as at, r.messages
    from chat_report r left join account a on a.id = r.reporter_id order by r.id desc limit ${limit}
  `.execute(db);
  return rows;
}
