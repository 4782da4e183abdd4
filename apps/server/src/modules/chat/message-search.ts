import type { Id } from "../../platform/database/tables.ts";
import type { Consumer } from "../../platform/events/consumer.ts";
import { keptIn } from "../../platform/search/segments.ts";
import { nameFormOf, nameIndex, nameQuery } from "../search/index.ts";
import type { ChatDeps } from "./deps.ts";
import { messageChanged, messageSent } from "./events.ts";
import { limits } from "./schemas.ts";
import {
  deleteTokens,
  findMatches,
  listSearchable,
  type Place,
  putTokens,
  readMessages,
  readMessagesAfter,
  type SearchableMessage,
} from "./search-queries.ts";

/** What a message is looked up by: parts of its words, first consonants included, mixed with its chat. */
function indexed({ chatId, seq, text }: SearchableMessage): Place & { tokens: number[] } {
  return { chatId, seq, tokens: text === "" ? [] : tokensIn(chatId, nameIndex(text, limits.text).hashes) };
}

/** A chat's part of the index, as a segment's part of that of posts. */
const tokensIn = (chatId: Id, hashes: readonly number[]) => keptIn(chatId % 2_147_483_647, hashes);

const batch = 2_000;
/** Tokens of a query that are looked up; the words are compared afterwards. */
const mostTokens = 6;
/** Matches that are compared in one go, and how often, until a page is full. */
const atOnce = 200;
const mostRounds = 5;

/** Keeps the words of messages findable. */
export function chatSearchConsumer(): Consumer {
  return {
    name: "chat-search",
    types: [messageSent.type, messageChanged.type],
    isHeavy: true,
    async handle(tx, events) {
      const places = new Map<string, Place>();
      for (const event of events) {
        const { chatId, seq } = event.payload as unknown as Place;
        places.set(`${chatId} ${seq}`, { chatId, seq });
      }
      const messages = await readMessages(tx, [...places.values()]);
      await putTokens(tx, messages.map(indexed));
    },
    async rebuild(tx) {
      await deleteTokens(tx);
      for (let at: Place = { chatId: 0, seq: 0 }; ;) {
        const messages = await readMessagesAfter(tx, at, batch);
        await putTokens(tx, messages.map(indexed));
        if (messages.length < batch) return;
        at = messages.at(-1)!;
      }
    },
  };
}

/** Messages of one's chats that have every word of a query somewhere, newest first: at most `limit`, and where the next page begins. */
export async function searchMessages(
  { db }: Pick<ChatDeps, "db">,
  accountId: Id,
  asked: { q: string; chatId: Id | undefined; limit: number; before: Id | undefined },
): Promise<{ found: Place[]; next: Id | null }> {
  const query = nameQuery(asked.q);
  const chatIds = await listSearchable(db, accountId, asked.chatId);
  if (!query || query.hashes.length === 0 || chatIds.length === 0) return { found: [], next: null };
  const tokens = query.hashes
    .slice(0, mostTokens)
    .map((hash) => chatIds.map((chatId) => tokensIn(chatId, [hash])[0]!));
  const found: Place[] = [];
  let { before } = asked;
  for (let round = 0; round < mostRounds; round++) {
    const matches = await findMatches(db, accountId, tokens, before, atOnce);
    for (const { chatId, seq, id, text } of matches) {
      if (found.length === asked.limit) return { found, next: before! };
      before = id;
      const form = nameFormOf(text, limits.text);
      if (query.parts.every((part) => form.includes(part))) found.push({ chatId, seq });
    }
    if (matches.length < atOnce) return { found, next: null };
  }
  return { found, next: before! };
}
