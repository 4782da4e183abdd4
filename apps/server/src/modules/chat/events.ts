import type { Id } from "../../platform/database/tables.ts";
import { defineEvent } from "../../platform/events/event-log.ts";

interface OfChat {
  chatId: Id;
  /** Those who are to hear of it. */
  memberIds: Id[];
}

const ofChat = ({ chatId }: { chatId: Id }) => chatId;

export const messageSent = defineEvent<OfChat & { seq: number; authorId: Id }>(
  "chat",
  "chat.message",
  ofChat,
);
/** An edit, a deletion, a reaction, a preview that has come. */
export const messageChanged = defineEvent<OfChat & { seq: number }>("chat", "chat.message-changed", ofChat);
/** Its status, its name, or who is in it. Of two people `pair` says which. */
export const chatChanged = defineEvent<OfChat & { pair: [Id, Id] | null }>("chat", "chat.changed", ofChat);
