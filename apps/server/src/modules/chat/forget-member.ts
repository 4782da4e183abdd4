import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { forgetAuthor, lockChatsOf, setStatus } from "./chat-queries.ts";
import { listMemberIds } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { chatChanged } from "./events.ts";

/**
 * Takes somebody who goes out of their chats, in the transaction that deletes the account. Chats of two end; what they wrote loses its words and keeps
 * its number, so that nothing seems to be missing.
 */
export async function forgetMember({ log }: Pick<ChatDeps, "log">, tx: Tx, me: Id): Promise<void> {
  for (const chat of await lockChatsOf(tx, me)) {
    if (chat.kind !== "group" && (chat.status === "running" || chat.status === "pending"))
      await setStatus(tx, chat.id, "stopped", me);
    const memberIds = (await listMemberIds(tx, chat.id)).filter((id) => id !== me);
    const pair: [Id, Id] | null = chat.kind === "group" ? null : [chat.lowId!, chat.highId!];
    log.publish(tx, chatChanged({ chatId: chat.id, memberIds, pair }));
  }
  await forgetAuthor(tx, me);
}
