import type { Id } from "../../platform/database/tables.ts";
import { notFound } from "../../platform/http/problem.ts";
import { markRead } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";

/** Notes that somebody has read up to a message, and tells the others and one's own other pages. What was read stays read. */
export async function readChat(
  { db, sockets, members }: Pick<ChatDeps, "db" | "sockets" | "members">,
  me: Id,
  chatId: Id,
  seq: number,
): Promise<{ readSeq: number; unread: number }> {
  const read = await markRead(db, chatId, me, seq);
  if (!read) throw notFound();
  const { hasMoved, ...answer } = read;
  if (hasMoved) {
    const { memberIds, isRunning } = await members.of(chatId);
    const payload = { chatId: String(chatId), accountId: String(me), seq: answer.readSeq };
    sockets.sendToAll(isRunning ? memberIds : [me], "read", payload);
  }
  return answer;
}
