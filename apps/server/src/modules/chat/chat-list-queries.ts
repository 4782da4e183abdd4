import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { type MessageRow, messageColumns } from "./message-queries.ts";
import type { ChatKind, ChatStatus } from "./tables.ts";

/** What is to be shown of unread messages at the most. */
const mostUnread = 100;

/** A chat as one member sees it: with everything but accounts and the project. */
export interface ChatRow {
  id: Id;
  kind: ChatKind;
  status: ChatStatus;
  name: string | null;
  projectId: Id;
  askedBy: Id | null;
  askedSeq: number;
  statusId: Id;
  statusBy: Id | null;
  lastSeq: number;
  lastRevision: number;
  lastAt: Date;
  createdAt: Date;
  readSeq: number;
  isMuted: boolean;
  unread: number;
  members: { id: string; readSeq: number }[];
  last: MessageRow | null;
}

export const unreadOf = sql`(select count(*)::int from (select from chat_message m where m.chat_id = c.id and m.seq > greatest(own.read_seq, own.since_seq)
    and m.author_id is distinct from own.account_id and m.deleted_at is null limit ${sql.lit(mostUnread)}) counted)`;

const membersOf = sql`coalesce((select json_agg(json_build_object('id', cm.account_id::text, 'readSeq', cm.read_seq) order by cm.joined_at, cm.account_id)
  from chat_member cm where cm.chat_id = c.id and cm.left_at is null), '[]'::json)`;

/** Times inside JSON are texts: `toMessageRow` reads them. */
const lastOf = sql`(select to_jsonb(last) from (select ${messageColumns} from chat_message m
    where m.chat_id = c.id and m.seq = c.last_seq and m.seq > own.since_seq) last)`;

const isListed = sql`own.left_at is null and (own.hidden_seq is null or c.last_seq > own.hidden_seq)`;

/** A coffee chat that waits for the answer of the one who was asked. */
const isRequest = sql`c.status = 'pending' and c.asked_by is distinct from own.account_id`;

const filters = { all: sql`true`, coffee: sql`c.kind = 'coffee'`, requests: isRequest };

export type ChatFilter = keyof typeof filters;

async function select(
  db: Db | Tx,
  accountId: Id,
  where: RawBuilder<unknown>,
  end: RawBuilder<unknown> = sql``,
): Promise<ChatRow[]> {
  const { rows } = await sql<ChatRow & { last: object | null }>`
    with page as (
      select c.* from chat_member own join chat c on c.id = own.chat_id where own.account_id = ${accountId} and ${where} ${end}
    )
    select c.id, c.kind, c.status, c.name, c.project_id, c.asked_by, c.asked_seq, c.status_id, c.status_by, c.last_seq, c.last_revision, c.last_at,
      c.created_at, own.read_seq, own.is_muted, ${unreadOf} as unread, ${membersOf} as members, ${lastOf} as last
    from page c join chat_member own on own.chat_id = c.id and own.account_id = ${accountId} order by c.last_at desc, c.id desc
  `.execute(db);
  return rows.map((row) => ({ ...row, last: row.last && toMessageRow(row.last) }));
}

function toMessageRow(json: object): MessageRow {
  const row = json as Record<string, unknown>;
  const time = (value: unknown) => (value === null ? null : new Date(value as string));
  return {
    chatId: row["chat_id"],
    seq: row["seq"],
    id: row["id"],
    authorId: row["author_id"],
    clientId: row["client_id"],
    text: row["text"],
    revision: row["revision"],
    createdAt: time(row["created_at"]),
    editedAt: time(row["edited_at"]),
    deletedAt: time(row["deleted_at"]),
    media: row["media"],
    replyTo: row["reply_to"],
    reactions: row["reactions"],
    link: row["link"],
  } as MessageRow;
}

/** Which of somebody's chats are asked for. */
export interface AskedChats {
  filter: ChatFilter;
  /** Those of two with this person. */
  withId?: Id | undefined;
  projectId?: Id | undefined;
}

const narrowed = ({ filter, withId, projectId }: AskedChats) => sql`${filters[filter]}
  ${withId === undefined ? sql`` : sql`and ${withId}::bigint in (c.low_id, c.high_id)`}
  ${projectId === undefined ? sql`` : sql`and c.project_id = ${projectId}`}`;

/** Somebody's chats, those with the newest first; `before` is where the page before has ended. */
export const listChats = (
  db: Db,
  accountId: Id,
  asked: AskedChats,
  limit: number,
  before: { at: Date; id: Id } | undefined,
) =>
  select(
    db,
    accountId,
    sql`${isListed} and ${narrowed(asked)} and (${before?.at ?? null}::timestamptz is null or (c.last_at, c.id) < (${before?.at ?? null}, ${before?.id ?? null}::bigint))`,
    sql`order by c.last_at desc, c.id desc limit ${limit}`,
  );

export async function findChat(db: Db | Tx, id: Id, accountId: Id): Promise<ChatRow | undefined> {
  return (await select(db, accountId, sql`c.id = ${id} and own.left_at is null`))[0];
}

export const findChats = (db: Db, ids: readonly Id[], accountId: Id) =>
  select(db, accountId, sql`c.id = any(${[...ids]}::bigint[]) and own.left_at is null`);

/** In how many chats there is something new, and how many wait for an answer. */
export async function countUnreadChats(db: Db, accountId: Id): Promise<{ chats: number; requests: number }> {
  const { rows } = await sql<{ chats: number; requests: number }>`
    select count(*)::int as chats, (count(*) filter (where is_request))::int as requests from (
      select ${isRequest} as is_request from chat_member own join chat c on c.id = own.chat_id
      where own.account_id = ${accountId} and ${isListed} and (${isRequest} or (c.last_seq > greatest(own.read_seq, own.since_seq)
        and exists (select from chat_message m where m.chat_id = c.id and m.seq > greatest(own.read_seq, own.since_seq)
          and m.author_id is distinct from own.account_id and m.deleted_at is null)))
      limit ${mostUnread}
    ) counted
  `.execute(db);
  return rows[0]!;
}
