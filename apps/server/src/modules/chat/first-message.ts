import { hash } from "node:crypto";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { findChat } from "./chat-list-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { findLink } from "./link-preview/find-link.ts";
import { findSent, type MessageRow } from "./message-queries.ts";
import type { NewChatBody } from "./schemas.ts";
import { notNow, writeMessage, writeNew } from "./send-message.ts";

/**
 * Writes the text that a chat is asked for with, in the transaction that holds the chat. Asked again for the same lost answer it is the same
 * message: unless the request names it, it goes by its words and by when the chat was asked for.
 */
export async function firstMessage(
  { log }: Pick<ChatDeps, "log">,
  tx: Tx,
  me: Id,
  chatId: Id,
  body: Pick<NewChatBody, "text" | "clientId">,
): Promise<MessageRow | undefined> {
  if (body.text === undefined) return undefined;
  const text = writeMessage(body.text, { hasMedia: false });
  const chat = (await findChat(tx, chatId, me))!;
  const clientId = body.clientId ?? `${chat.statusId}-${hash("sha256", text, "base64url").slice(0, 22)}`;
  const before = await findSent(tx, chatId, me, clientId);
  if (before) return before;
  const message = { chatId, authorId: me, clientId, text, mediaIds: [], replyTo: null, link: findLink(text) };
  const written = await writeNew(tx, message);
  if (!written) throw notNow(chat.status);
  log.wrote(tx, written.event);
  return written.value;
}
