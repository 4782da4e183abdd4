import { m } from "#lib/paraglide/messages.js";
import type { Chat, Message } from "../types.ts";

/** Who has read one's own message: of two people whether the other has, in a group how many have not. */
export function readWords(message: Message, isMine: boolean, isLast: boolean, { kind, reads }: Chat) {
  if (!isMine || message.deletedAt) return "";
  const unread = reads.filter(({ seq }) => seq < message.seq).length;
  if (kind === "group")
    return unread > 0 ? m.chat_unread_by({ count: unread }) : isLast ? m.chat_read_by_all() : "";
  return isLast && reads.length > 0 && unread === 0 ? m.chat_read() : "";
}
