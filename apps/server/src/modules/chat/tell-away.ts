import type { Consumer } from "../../platform/events/consumer.ts";
import { createDueWork, type DueWork } from "../../platform/push/due-work.ts";
import type { Notifications, PushPayload } from "../notifications/index.ts";
import {
  claimMembers,
  type DueMember,
  findUnread,
  finishMember,
  notePushes,
  type UnreadMessage,
  untilNextMember,
} from "./away-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { messageSent } from "./events.ts";

const atOnce = 50;
const longest = 120;
/** Later than that, it is found on the page. */
const worthSeconds = 86_400;

const photo = { ko: "사진을 보냈어요.", en: "Sent a photo." };
const group = { ko: "모임 대화", en: "Group chat" };

function wordsOf({ text, hasMedia }: UnreadMessage, locale: "ko" | "en"): string {
  if (text === "" && hasMedia) return photo[locale];
  const letters = [...text.replace(/\s+/g, " ")];
  return letters.length <= longest ? letters.join("") : `${letters.slice(0, longest - 1).join("")}…`;
}

/** Tells the browsers of those who do not have the site open of what they have not read, once for each chat. */
export function createAwayTeller(
  { db, logger, sockets }: Pick<ChatDeps, "db" | "logger" | "sockets">,
  { push, countUnread, localesOf }: Notifications,
): { consumer: Consumer; work: DueWork } {
  async function payloadOf(due: DueMember): Promise<PushPayload | undefined> {
    if (sockets.isOnlineAnywhere(due.accountId)) return undefined;
    const unread = await findUnread(db, due);
    if (!unread) return undefined;
    const locale = (await localesOf([due.accountId])).get(due.accountId) ?? "ko";
    return {
      title: unread.group === null ? unread.author : `${unread.group || group[locale]} · ${unread.author}`,
      body: wordsOf(unread, locale),
      url: `/chat/${due.chatId}`,
      tag: `chat-${due.chatId}`,
      unread: await countUnread(due.accountId),
      locale,
    };
  }

  async function tell(due: DueMember): Promise<void> {
    const payload = await payloadOf(due);
    await db.transaction().execute(async (tx) => {
      if (payload)
        await push.enqueue(tx, due.accountId, { topic: payload.tag, payload, seconds: worthSeconds });
      await finishMember(tx, due);
    });
  }

  const work = createDueWork(
    async () => {
      const due = await claimMembers(db, atOnce);
      for (const one of due) await tell(one);
      if (due.length > 0) push.wake();
      return due.length === atOnce;
    },
    () => untilNextMember(db),
    (error) => logger.error({ err: error }, "messages could not be pushed; it will be tried again"),
  );
  return {
    work,
    consumer: {
      name: "chat-pushes",
      types: [messageSent.type],
      handle: (tx, events) =>
        notePushes(
          tx,
          events.filter(messageSent.is).map(({ payload }) => payload),
        ),
      handled: work.wake,
      handledElsewhere: work.wake,
      // What is to be pushed is of the moment: nothing is made anew of it.
      rebuild: async () => {},
    },
  };
}
