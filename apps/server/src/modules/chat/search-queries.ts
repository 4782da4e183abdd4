import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { intArray } from "../../platform/search/int-array.ts";

export interface Place {
  chatId: Id;
  seq: number;
}

export interface SearchableMessage extends Place {
  /** Empty when it was deleted. */
  text: string;
}

/** Those of the messages that are there. */
export async function readMessages(tx: Tx, places: readonly Place[]): Promise<SearchableMessage[]> {
  const { rows } = await sql<SearchableMessage>`
    select m.chat_id, m.seq, m.text from unnest(${places.map(({ chatId }) => chatId)}::bigint[], ${places.map(({ seq }) => seq)}::int[]) as p(chat_id, seq)
    join chat_message m on m.chat_id = p.chat_id and m.seq = p.seq for key share of m
  `.execute(tx);
  return rows;
}

export async function readMessagesAfter(
  tx: Tx,
  { chatId, seq }: Place,
  limit: number,
): Promise<SearchableMessage[]> {
  const { rows } = await sql<SearchableMessage>`
    select chat_id, seq, text from chat_message where (chat_id, seq) > (${chatId}::bigint, ${seq}::int) order by chat_id, seq limit ${limit}
  `.execute(tx);
  return rows;
}

export async function putTokens(
  tx: Tx,
  messages: readonly (Place & { tokens: readonly number[] })[],
): Promise<void> {
  const empty = messages.filter(({ tokens }) => tokens.length === 0);
  const full = messages.filter(({ tokens }) => tokens.length > 0);
  if (empty.length > 0)
    await sql`
      delete from chat_search s using unnest(${empty.map((one) => one.chatId)}::bigint[], ${empty.map((one) => one.seq)}::int[]) as given(chat_id, seq)
      where s.chat_id = given.chat_id and s.seq = given.seq
    `.execute(tx);
  if (full.length > 0)
    await sql`
      insert into chat_search (chat_id, seq, tokens)
      select chat_id, seq, tokens::int[] from unnest(${full.map((one) => one.chatId)}::bigint[], ${full.map((one) => one.seq)}::int[],
        ${full.map((one) => `{${one.tokens.join(",")}}`)}::text[]) as given(chat_id, seq, tokens)
      on conflict (chat_id, seq) do update set tokens = excluded.tokens
    `.execute(tx);
}

export async function deleteTokens(tx: Tx): Promise<void> {
  await sql`delete from chat_search`.execute(tx);
}

/** The chats that somebody may search. */
export async function listSearchable(db: Db, accountId: Id, chatId: Id | undefined): Promise<Id[]> {
  const rows = await db
    .selectFrom("chatMember")
    .select("chatId")
    .where("accountId", "=", accountId)
    .where("leftAt", "is", null)
    .$if(chatId !== undefined, (query) => query.where("chatId", "=", chatId!))
    .execute();
  return rows.map((row) => row.chatId);
}

/**
 * The newest messages before an id that have a token of each of the lists and that the person may see. A token is of one chat, so one look into
 * the index finds those of all chats.
 */
export async function findMatches(
  db: Db,
  accountId: Id,
  tokens: readonly (readonly number[])[],
  before: Id | undefined,
  limit: number,
): Promise<(Place & { id: Id; text: string })[]> {
  const has = tokens.map((some) => sql`s.tokens && ${intArray(some)}::int[]`);
  const { rows } = await sql<Place & { id: Id; text: string }>`
    with found as materialized (select s.chat_id, s.seq from chat_search s where ${sql.join(has, sql` and `)})
    select m.chat_id, m.seq, m.id, m.text from found
      join chat_member own on own.chat_id = found.chat_id and own.account_id = ${accountId} and own.left_at is null and found.seq > own.since_seq
      join chat_message m on m.chat_id = found.chat_id and m.seq = found.seq
    where m.deleted_at is null and not exists (select from account w where w.id = m.author_id and w.standing = 'suspended')
      and (${before ?? null}::bigint is null or m.id < ${before ?? null}::bigint) order by m.id desc limit ${limit}
  `.execute(db);
  return rows;
}
