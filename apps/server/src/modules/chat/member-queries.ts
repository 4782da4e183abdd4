import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { unreadOf } from "./chat-list-queries.ts";
import type { ChatKind, ChatStatus } from "./tables.ts";

/** Puts people into a chat, or back into it: they see what comes from now on. */
export async function insertMembers(tx: Tx, chatId: Id, accountIds: readonly Id[]): Promise<void> {
  await sql`
    insert into chat_member (chat_id, account_id, since_seq, read_seq)
    select c.id, a.id, c.last_seq, c.last_seq from chat c, unnest(${[...accountIds]}::bigint[]) as a(id) where c.id = ${chatId} order by a.id
    on conflict (chat_id, account_id) do update
      set since_seq = excluded.since_seq, read_seq = excluded.read_seq, hidden_seq = null, joined_at = clock_timestamp(), left_at = null
  `.execute(tx);
}

export async function listMemberIds(db: Db | Tx, chatId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom("chatMember")
    .select("accountId")
    .where("chatId", "=", chatId)
    .where("leftAt", "is", null)
    .execute();
  return rows.map((row) => row.accountId);
}

/** Who is in a chat, and whether they talk: in one that waits or has ended nobody hears what others do. */
export async function findTalk(db: Db, chatId: Id): Promise<Talk> {
  const { rows } = await sql<Talk>`
    select coalesce((select array_agg(account_id) from chat_member where chat_id = c.id and left_at is null), '{}') as member_ids,
      c.status = 'running' as is_running from chat c where c.id = ${chatId}
  `.execute(db);
  return rows[0] ?? { memberIds: [], isRunning: false };
}

export interface Talk {
  memberIds: Id[];
  isRunning: boolean;
}

/** How many chats somebody is in. */
export async function countChatsOf(tx: Tx, accountId: Id): Promise<number> {
  const { count } = await tx
    .selectFrom("chatMember")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("accountId", "=", accountId)
    .executeTakeFirstOrThrow();
  return count;
}

export interface Membership {
  sinceSeq: number;
  readSeq: number;
  lastSeq: number;
  status: ChatStatus;
  kind: ChatKind;
}

/** What a member may see of a chat; undefined for those who are not in it. */
export async function findMembership(
  db: Db | Tx,
  chatId: Id,
  accountId: Id,
): Promise<Membership | undefined> {
  return db
    .selectFrom("chatMember as cm")
    .innerJoin("chat as c", "c.id", "cm.chatId")
    .select(["cm.sinceSeq", "cm.readSeq", "c.lastSeq", "c.status", "c.kind"])
    .where("cm.chatId", "=", chatId)
    .where("cm.accountId", "=", accountId)
    .where("cm.leftAt", "is", null)
    .executeTakeFirst();
}

/** Reading only goes forward, and not past what there is. Undefined for those who are not in the chat. */
export async function markRead(
  db: Db | Tx,
  chatId: Id,
  accountId: Id,
  seq: number,
): Promise<{ readSeq: number; unread: number; hasMoved: boolean } | undefined> {
  const { rows } = await sql<{ readSeq: number; unread: number; hasMoved: boolean }>`
    with before as (
      select cm.read_seq, least(c.last_seq, ${seq}::int) as wanted from chat_member cm join chat c on c.id = cm.chat_id
      where cm.chat_id = ${chatId} and cm.account_id = ${accountId} and cm.left_at is null
    ), moved as (
      update chat_member cm set read_seq = before.wanted from before
      where cm.chat_id = ${chatId} and cm.account_id = ${accountId} and cm.read_seq < before.wanted returning cm.read_seq
    ), own as (
      select ${chatId}::bigint as chat_id, ${accountId}::bigint as account_id, 0 as since_seq,
        coalesce((select read_seq from moved), before.read_seq) as read_seq, exists (select from moved) as has_moved from before
    )
    select own.read_seq, own.has_moved, (select ${unreadOf} from chat c where c.id = own.chat_id) as unread from own
  `.execute(db);
  return rows[0];
}

/** Gone for oneself, with its messages so far. */
export async function hideChat(db: Db, chatId: Id, accountId: Id): Promise<boolean> {
  const { rows } = await sql`
    update chat_member cm set since_seq = c.last_seq, read_seq = c.last_seq, hidden_seq = c.last_seq, push_at = null from chat c
    where c.id = cm.chat_id and cm.chat_id = ${chatId} and cm.account_id = ${accountId} and cm.left_at is null returning cm.chat_id
  `.execute(db);
  return rows.length > 0;
}

export async function setMuted(db: Db | Tx, chatId: Id, accountId: Id, isMuted: boolean): Promise<void> {
  await db
    .updateTable("chatMember")
    .set({ isMuted })
    .where("chatId", "=", chatId)
    .where("accountId", "=", accountId)
    .execute();
}

export async function setLeft(tx: Tx, chatId: Id, accountId: Id): Promise<boolean> {
  const row = await tx
    .updateTable("chatMember")
    .set({ leftAt: new Date(), pushAt: null })
    .where("chatId", "=", chatId)
    .where("accountId", "=", accountId)
    .where("leftAt", "is", null)
    .returning("chatId")
    .executeTakeFirst();
  return row !== undefined;
}
