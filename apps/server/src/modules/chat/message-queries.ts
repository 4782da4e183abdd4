import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { eventInsert } from "../../platform/events/event-log.ts";
import { mediaJson } from "../../platform/media/media-json.ts";
import type { Message } from "./schemas.ts";

/** A message as it is read: with everything but its author's account. */
export interface MessageRow {
  chatId: Id;
  seq: number;
  id: Id;
  authorId: Id | null;
  clientId: string;
  text: string;
  revision: number | null;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  media: Message["media"];
  replyTo: Message["replyTo"];
  reactions: Message["reactions"];
  link: Message["link"];
}

const excerpt = 140;

const pictures = sql`coalesce((select json_agg(${mediaJson("p")} order by cm.position) from chat_media cm join media p on p.id = cm.media_id
    where cm.chat_id = m.chat_id and cm.seq = m.seq), '[]'::json)`;
const reply = sql`(select json_build_object('seq', r.seq, 'authorId', r.author_id::text, 'text', left(r.text, ${sql.lit(excerpt)}),
    'hasMedia', exists (select from chat_media rm where rm.chat_id = r.chat_id and rm.seq = r.seq), 'isDeleted', r.deleted_at is not null)
  from chat_message r where r.chat_id = m.chat_id and r.seq = m.reply_seq)`;
const reactions = sql`coalesce((select json_agg(json_build_object('emoji', emoji, 'accountIds', account_ids) order by first_at)
  from (select emoji, json_agg(account_id::text order by at, account_id) as account_ids, min(at) as first_at
    from chat_reaction cr where cr.chat_id = m.chat_id and cr.seq = m.seq group by emoji) each), '[]'::json)`;
const link = sql`(select json_build_object('url', l.url, 'title', l.title, 'description', l.description, 'siteName', l.site_name)
  from link_preview l where l.url = m.link_url and l.title is not null)`;

/** The columns of `MessageRow` of a message `m`. */
export const messageColumns = sql`m.chat_id, m.seq, m.id, m.author_id, m.client_id, m.text, m.revision, m.created_at, m.edited_at, m.deleted_at,
  ${pictures} as media, ${reply} as reply_to, ${reactions} as reactions, ${link} as link`;

/** Those of a chat that a member may see are the ones after `since`. */
async function select(
  db: Db | Tx,
  chatId: Id,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select ${messageColumns} from chat_message m where m.chat_id = ${chatId} and ${where} order by ${order} limit ${limit}
  `.execute(db);
  return rows;
}

export const listAfter = (db: Db | Tx, chatId: Id, after: number, limit: number) =>
  select(db, chatId, sql`m.seq > ${after}`, sql`m.seq`, limit);

/** The `limit` before `before`, in order of seq. */
export async function listBefore(
  db: Db | Tx,
  chatId: Id,
  { since, before }: { since: number; before: number },
  limit: number,
): Promise<MessageRow[]> {
  const rows = await select(db, chatId, sql`m.seq > ${since} and m.seq < ${before}`, sql`m.seq desc`, limit);
  return rows.reverse();
}

/** What has changed after a revision, in the order of the changes. */
export const listChanged = (db: Db | Tx, chatId: Id, since: number, revision: number, limit: number) =>
  select(db, chatId, sql`m.seq > ${since} and m.revision > ${revision}`, sql`m.revision`, limit);

export async function findMessage(db: Db | Tx, chatId: Id, seq: number): Promise<MessageRow | undefined> {
  return (await select(db, chatId, sql`m.seq = ${seq}`, sql`m.seq`, 1))[0];
}

/** The last message before `seq` that is older than so many seconds; 0 when there is none. */
export async function findQuiet(db: Db, chatId: Id, seq: number, seconds: number): Promise<number> {
  if (seq === 1) return 0;
  const { rows } = await sql<{ seq: number }>`
    select coalesce(max(seq), 0) as seq from (
      select seq from chat_message
      where chat_id = ${chatId} and seq < ${seq} and created_at < now() - ${seconds} * interval '1 second' order by seq desc limit 1
    ) older
  `.execute(db);
  return rows[0]!.seq;
}

/** Those of the messages that are there, by chat and number. */
export async function findMessages(
  db: Db,
  places: readonly { chatId: Id; seq: number }[],
): Promise<MessageRow[]> {
  const chatIds = places.map(({ chatId }) => chatId);
  const seqs = places.map(({ seq }) => seq);
  const { rows } = await sql<MessageRow>`
    select ${messageColumns} from unnest(${chatIds}::bigint[], ${seqs}::int[]) with ordinality as p(chat_id, seq, position)
    join chat_message m on m.chat_id = p.chat_id and m.seq = p.seq order by p.position
  `.execute(db);
  return rows;
}

/** The message that somebody has sent by this name. */
export async function findSent(
  db: Db | Tx,
  chatId: Id,
  authorId: Id,
  clientId: string,
): Promise<MessageRow | undefined> {
  const where = sql`m.author_id = ${authorId} and m.client_id = ${clientId}`;
  return (await select(db, chatId, where, sql`m.seq`, 1))[0];
}

export interface NewMessage {
  chatId: Id;
  authorId: Id;
  clientId: string;
  text: string;
  mediaIds: readonly Id[];
  replyTo: number | null;
  link: string | null;
  at?: Date | undefined;
}

export interface SentRow {
  seq: number;
  id: Id;
  createdAt: Date;
  memberIds: Id[];
  event: { id: Id; xid: bigint; at: Date };
}

/**
 * Writes a message with the next number of its chat and the event that tells of it, in one statement: it holds the chat's row until it is committed,
 * so that numbers have no gaps and become visible in their order. Undefined when the author is not in the chat or may not write now. Throws a
 * unique violation when there is one of this name already: the number is then not used. Whoever asks may send `whilePending` messages until there is an answer.
 */
export async function insertMessage(
  db: Db | Tx,
  message: NewMessage,
  { event, whilePending }: { event: { type: string; aggregatetype: string }; whilePending: number },
): Promise<SentRow | undefined> {
  const { chatId, authorId, clientId, text, mediaIds, replyTo, link: url, at } = message;
  const mayWrite = sql`(c.status = 'running'
    or (c.status = 'pending' and c.asked_by = ${authorId} and c.last_seq - c.asked_seq < ${sql.lit(whilePending)}))`;
  const told = eventInsert(event, {
    table: sql`written w, members`,
    aggregateid: sql`w.chat_id`,
    payload: sql`jsonb_build_object('chatId', w.chat_id, 'seq', w.seq, 'authorId', ${authorId}::bigint, 'memberIds', members.ids)`,
  });
  const pictured =
    mediaIds.length === 0
      ? sql``
      : sql`pictured as (insert into chat_media (chat_id, seq, position, media_id)
          select w.chat_id, w.seq, position - 1, media_id from written w, unnest(${[...mediaIds]}::bigint[]) with ordinality as p(media_id, position)),`;
  const { rows } = await sql<{
    seq: number;
    id: Id;
    createdAt: Date;
    memberIds: Id[];
    eventId: Id;
    xid: string;
    at: Date;
  }>`
    with room as (
      update chat c set last_seq = last_seq + 1, last_at = coalesce(${at ?? null}::timestamptz, clock_timestamp())
      where c.id = ${chatId} and ${mayWrite}
        and exists (select from chat_member cm where cm.chat_id = c.id and cm.account_id = ${authorId} and cm.left_at is null)
      returning id, last_seq, last_at
    ), written as (
      insert into chat_message (chat_id, seq, id, author_id, client_id, text, reply_seq, link_url, created_at)
      select id, last_seq, new_id(last_at), ${authorId}::bigint, ${clientId}, ${text}, ${replyTo}::int, ${url}::text, last_at from room
      returning chat_id, seq, id, created_at
    ), ${pictured} members as (
      select coalesce(array_agg(account_id), '{}') as ids from chat_member where chat_id = ${chatId} and left_at is null
    ), told as (${told})
    select w.seq, w.id, w.created_at, members.ids as member_ids, told.id as event_id, told.xid, told.at from written w, members, told
  `.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { eventId, xid, at: toldAt, ...sent } = row;
  return { ...sent, event: { id: eventId, xid: BigInt(xid), at: toldAt } };
}

/** Of a change to one message: the members who may see it. */
export interface ChangedRow {
  memberIds: Id[];
}

/**
 * Gives a message the next revision of its chat, if it is as `where` says and was not deleted, and sets what there is to set. The chat's row comes first, as in
 * `insertMessage`: whoever holds one of them never waits for the other.
 */
async function change(
  tx: Tx,
  { chatId, seq }: { chatId: Id; seq: number },
  set: RawBuilder<unknown>,
  where: RawBuilder<unknown> = sql`true`,
): Promise<ChangedRow | undefined> {
  const { rows } = await sql<ChangedRow>`
    with room as (update chat set last_revision = last_revision + 1 where id = ${chatId} returning id, last_revision),
    changed as (
      update chat_message m set revision = room.last_revision ${set} from room
      where m.chat_id = room.id and m.seq = ${seq} and m.deleted_at is null and ${where} returning m.chat_id, m.seq
    )
    select coalesce((select array_agg(account_id) from chat_member cm
      where cm.chat_id = changed.chat_id and cm.left_at is null and cm.since_seq < changed.seq), '{}') as member_ids
    from changed
  `.execute(tx);
  return rows[0];
}

type Place = Parameters<typeof change>[1];

export const setText = (tx: Tx, place: Place, text: string, link: string | null) =>
  change(tx, place, sql`, text = ${text}, link_url = ${link}::text, edited_at = now()`);

/** Leaves the number of a message, and nothing else. */
export const setDeleted = (tx: Tx, place: Place) =>
  change(tx, place, sql`, text = '', link_url = null, reply_seq = null, deleted_at = now()`);

/** What hangs on the message has changed: its reactions, or the preview of `link`, if it leads there still. */
export const touchMessage = (tx: Tx, place: Place, link?: string) =>
  change(tx, place, sql``, link === undefined ? sql`true` : sql`m.link_url = ${link}`);

export async function deleteContents(tx: Tx, chatId: Id, seq: number): Promise<void> {
  await tx.deleteFrom("chatMedia").where("chatId", "=", chatId).where("seq", "=", seq).execute();
  await tx.deleteFrom("chatReaction").where("chatId", "=", chatId).where("seq", "=", seq).execute();
}

/** Whether a member may see that message; it is then one that can be answered. */
export async function hasMessage(db: Db | Tx, chatId: Id, accountId: Id, seq: number): Promise<boolean> {
  const { rows } = await sql`
    select from chat_message m join chat_member cm on cm.chat_id = m.chat_id and cm.account_id = ${accountId}
    where m.chat_id = ${chatId} and m.seq = ${seq} and m.seq > cm.since_seq
  `.execute(db);
  return rows.length > 0;
}
