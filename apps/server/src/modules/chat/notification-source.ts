import type { NotificationSource } from "../notifications/index.ts";
import { chatChanged } from "./events.ts";
import { chatActs } from "./notification-queries.ts";

/** Being asked for a coffee chat, for as long as it waits; and that it was accepted, for as long as it goes on. */
export const chatSource: NotificationSource = {
  kinds: ["chat-request", "chat-accepted"],
  events: [chatChanged.type],
  touched(event) {
    if (!chatChanged.is(event) || !event.payload.pair) return [];
    const [one, other] = event.payload.pair;
    return [
      { accountId: one, actorId: other },
      { accountId: other, actorId: one },
    ];
  },
  acts: chatActs,
  subject: ({ subjectId }) => ({ chatId: subjectId }),
  quietSeconds: 600,
  say: {
    ko: (kind, people) =>
      kind === "chat-request" ? `${people}이 커피챗을 요청했어요.` : `${people}이 커피챗을 수락했어요.`,
    en: (kind, people) =>
      kind === "chat-request"
        ? `${people} asked you for a coffee chat.`
        : `${people} accepted your coffee chat.`,
  },
};
