import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { ChatKind, ChatStatus, NoticeKind } from "./tables.ts";

const shownNotices = 50;

export interface ChatState {
  id: Id;
  kind: ChatKind;
  status: ChatStatus;
  statusId: Id;
  statusBy: Id | null;
  lowId: Id | null;
  highId: Id | null;
  projectId: Id;
  askedBy: Id | null;
  lastSeq: number;
}

const state = [
  "id",
  "kind",
  "status",
  "statusId",
  "statusBy",
  "lowId",
  "highId",
  "projectId",
  "askedBy",
  "lastSeq",
] as const;

/** The chat of two people; nobody else changes it until the transaction ends. */
export function lockChatOf(
  tx: Tx,
  pair: { low: Id; high: Id },
  kind: "direct" | "coffee",
  projectId: Id,
): Promise<ChatState | undefined> {
  return tx
    .selectFrom("chat")
    .select(state)
    .where("lowId", "=", pair.low)
    .where("highId", "=", pair.high)
    .where("kind", "=", kind)
    .where("projectId", "=", projectId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** A chat that somebody is in; nobody else changes it until the transaction ends. */
export function lockChat(tx: Tx, id: Id, memberId: Id): Promise<ChatState | undefined> {
  return tx
    .selectFrom("chat")
    .select(state)
    .where("id", "=", id)
    .where((chat) =>
      chat.exists(
        chat
          .selectFrom("chatMember as cm")
          .select("cm.chatId")
          .whereRef("cm.chatId", "=", "chat.id")
          .where("cm.accountId", "=", memberId)
          .where("cm.leftAt", "is", null),
      ),
    )
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function insertChat(
  tx: Tx,
  chat: {
    kind: ChatKind;
    status: ChatStatus;
    name?: string | null;
    pair?: { low: Id; high: Id };
    projectId?: Id;
    askedBy: Id;
    at?: Date;
  },
): Promise<Id> {
  const { kind, status, name = null, pair, projectId = 0, askedBy, at = null } = chat;
  const { rows } = await sql<{ id: Id }>`
    with moment as materialized (select coalesce(${at}::timestamptz, clock_timestamp()) as at)
    insert into chat (id, kind, status, name, low_id, high_id, project_id, asked_by, status_id, status_by, last_at, created_at)
    select new_id(at), ${kind}, ${status}, ${name}, ${pair?.low ?? null}::bigint, ${pair?.high ?? null}::bigint, ${projectId}::bigint, ${askedBy}::bigint,
      new_id(at), ${askedBy}::bigint, at, at from moment returning id
  `.execute(tx);
  return rows[0]!.id;
}

/**
 * Sets the status; with `isAsking` the chat is asked for anew, and comes back into the lists of those who have deleted it. Whoever takes back what was not
 * answered and asks again goes on with the messages that were left: else there would be no end to them.
 */
export async function setStatus(
  tx: Tx,
  id: Id,
  status: ChatStatus,
  by: Id,
  { isAsking = false, at = null }: { isAsking?: boolean; at?: Date | null } = {},
): Promise<void> {
  const wasUnanswered = sql`status = 'stopped' and asked_by = ${by} and 'asked' =
    (select n.kind from chat_notice n where n.chat_id = chat.id and n.kind in ('asked', 'accepted') order by n.id desc limit 1)`;
  const when = sql`coalesce(${at}::timestamptz, clock_timestamp())`;
  await sql`
    update chat set status = ${status}, status_by = ${by}, status_id = new_id(${when}), last_at = ${when}
      ${isAsking ? sql`, asked_by = ${by}, asked_seq = case when ${wasUnanswered} then asked_seq else last_seq end` : sql``}
    where id = ${id}
  `.execute(tx);
  if (isAsking)
    await tx.updateTable("chatMember").set({ hiddenSeq: null }).where("chatId", "=", id).execute();
}

export async function insertNotice(
  tx: Tx,
  chatId: Id,
  kind: NoticeKind,
  about: { actorId: Id; targetId?: Id | null; name?: string | null; at?: Date },
): Promise<void> {
  const { actorId, targetId = null, name = null, at = null } = about;
  await sql`
    insert into chat_notice (id, chat_id, after_seq, kind, actor_id, target_id, name)
    select new_id(coalesce(${at}::timestamptz, clock_timestamp())), id, last_seq, ${kind}, ${actorId}::bigint, ${targetId}::bigint, ${name} from chat where id = ${chatId}
  `.execute(tx);
}

export interface NoticeRow {
  id: Id;
  afterSeq: number;
  kind: NoticeKind;
  actorId: Id | null;
  targetId: Id | null;
  name: string | null;
}

/** What has happened in a chat since somebody is in it, oldest first. */
export async function listNotices(db: Db | Tx, chatId: Id, accountId: Id): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.id, n.after_seq, n.kind, n.actor_id, n.target_id, n.name from chat_notice n
      join chat_member own on own.chat_id = n.chat_id and own.account_id = ${accountId}
    where n.chat_id = ${chatId} and n.after_seq >= own.since_seq order by n.id desc limit ${shownNotices}
  `.execute(db);
  return rows.reverse();
}

export async function setName(tx: Tx, chatId: Id, name: string | null): Promise<void> {
  await tx.updateTable("chat").set({ name }).where("id", "=", chatId).execute();
}

/** The chats of two people that are not over. Nobody else changes them until the transaction ends. */
export function lockLiveChatsOf(tx: Tx, pair: { low: Id; high: Id }): Promise<ChatState[]> {
  return tx
    .selectFrom("chat")
    .select(state)
    .where("lowId", "=", pair.low)
    .where("highId", "=", pair.high)
    .where("status", "in", ["pending", "running"])
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

/** Chats that somebody is or was in. Nobody else changes them until the transaction ends. */
export async function lockChatsOf(tx: Tx, accountId: Id): Promise<ChatState[]> {
  const { rows } = await sql<ChatState>`
    select id, kind, status, status_id, status_by, low_id, high_id, project_id, asked_by, last_seq from chat
    where id in (select chat_id from chat_member where account_id = ${accountId}) order by id for no key update
  `.execute(tx);
  return rows;
}

/** Takes the words and pictures out of everything that somebody has written in chats, and ends those that nobody else is in. */
export async function forgetAuthor(tx: Tx, accountId: Id): Promise<void> {
  const theirs = sql`(select chat_id, seq from chat_message where author_id = ${accountId})`;
  await sql`delete from chat_media where (chat_id, seq) in ${theirs}`.execute(tx);
  await sql`delete from chat_reaction where (chat_id, seq) in ${theirs}`.execute(tx);
  await sql`delete from chat_search where (chat_id, seq) in ${theirs}`.execute(tx);
  await sql`update chat_message set text = '', link_url = null, reply_seq = null, deleted_at = coalesce(deleted_at, now())
    where author_id = ${accountId}`.execute(tx);
  await sql`
    delete from chat c where c.id in (select chat_id from chat_member where account_id = ${accountId})
      and not exists (select from chat_member cm where cm.chat_id = c.id and cm.account_id <> ${accountId})
  `.execute(tx);
}
