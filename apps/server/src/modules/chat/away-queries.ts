import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";

/** Seconds until somebody is told: whoever has the chat open on another page has read it by then; and from one time to the next. */
const waitSeconds = 4;
const quietSeconds = 30;

/** Notes who has browsers that are to be told of messages: not their authors, nor those who have muted the chat or the author. */
export async function notePushes(tx: Tx, sent: readonly { chatId: Id; authorId: Id }[]): Promise<void> {
  await sql`
    update chat_member cm set push_at = greatest(now() + ${waitSeconds} * interval '1 second', cm.pushed_at + ${quietSeconds} * interval '1 second')
    from (
      select distinct own.chat_id, own.account_id
      from unnest(${sent.map(({ chatId }) => chatId)}::bigint[], ${sent.map(({ authorId }) => authorId)}::bigint[]) as s(chat_id, author_id)
      join chat_member own on own.chat_id = s.chat_id and own.account_id <> s.author_id
      where own.left_at is null and not own.is_muted and own.push_at is null
        and exists (select from push_subscription p where p.account_id = own.account_id)
        and not exists (select from mute m where m.muter_id = own.account_id and m.muted_id = s.author_id)
    ) due where cm.chat_id = due.chat_id and cm.account_id = due.account_id
  `.execute(tx);
}

export interface DueMember {
  chatId: Id;
  accountId: Id;
}

/** Takes those whose time has come, for a minute: whoever dies in it leaves them to be taken again. */
export async function claimMembers(db: Db, limit: number): Promise<DueMember[]> {
  const { rows } = await sql<DueMember>`
    with due as (
      select chat_id, account_id from chat_member where push_at <= now() order by push_at limit ${limit} for no key update skip locked
    )
    update chat_member cm set push_at = now() + interval '1 minute', pushed_at = now()
    from due where cm.chat_id = due.chat_id and cm.account_id = due.account_id returning cm.chat_id, cm.account_id
  `.execute(db);
  return rows;
}

export async function finishMember(tx: Tx, { chatId, accountId }: DueMember): Promise<void> {
  await tx
    .updateTable("chatMember")
    .set({ pushAt: null })
    .where("chatId", "=", chatId)
    .where("accountId", "=", accountId)
    .execute();
}

/** Milliseconds until somebody is due; undefined when nobody is. */
export async function untilNextMember(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ wait: number | null }>`
    select (extract(epoch from min(push_at) - now()) * 1000)::float8 as wait from chat_member where push_at is not null
  `.execute(db);
  return rows[0]?.wait ?? undefined;
}

export interface UnreadMessage {
  seq: number;
  text: string;
  hasMedia: boolean;
  author: string;
  group: string | null;
  count: number;
}

/** The newest message that somebody has not read in a chat that may still be told of, and how many there are. */
export async function findUnread(
  db: Db,
  { chatId, accountId }: DueMember,
): Promise<UnreadMessage | undefined> {
  const { rows } = await sql<UnreadMessage>`
    select m.seq, m.text, exists (select from chat_media cm where cm.chat_id = m.chat_id and cm.seq = m.seq) as has_media,
      a.display_name as author, case when c.kind = 'group' then coalesce(c.name, '') end as group, count(*) over ()::int as count
    from chat_member own join chat c on c.id = own.chat_id
      join chat_message m on m.chat_id = c.id and m.seq > greatest(own.read_seq, own.since_seq) and m.deleted_at is null
      join account a on a.id = m.author_id and a.id <> own.account_id
    where own.chat_id = ${chatId} and own.account_id = ${accountId} and own.left_at is null and not own.is_muted
      and not exists (select from mute where muter_id = own.account_id and muted_id = a.id)
    order by m.seq desc limit 1
  `.execute(db);
  return rows[0];
}
