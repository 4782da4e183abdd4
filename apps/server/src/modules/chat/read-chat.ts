import type { Id } from "../../platform/database/tables.ts";
import { notFound } from "../../platform/http/problem.ts";
import { listMemberIds, markRead } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";

/** Notes that somebody has read up to a message, and tells the others and one's own other pages. What was read stays read. */
export async function readChat(
  { db, sockets }: Pick<ChatDeps, "db" | "sockets">,
  me: Id,
  chatId: Id,
  seq: number,
): Promise<{ readSeq: number; unread: number }> {
  const read = await markRead(db, chatId, me, seq);
  if (!read) throw notFound();
  const { hasMoved, ...answer } = read;
  if (hasMoved)
    sockets.sendToAll(await listMemberIds(db, chatId), "read", {
      chatId: String(chatId),
      accountId: String(me),
      seq: answer.readSeq,
    });
  return answer;
}
