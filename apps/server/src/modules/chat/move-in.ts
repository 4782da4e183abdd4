import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { insertChat, insertNotice, setStatus } from "./chat-queries.ts";
import { insertMembers, markRead } from "./member-queries.ts";
import { chatChanged } from "./events.ts";
import { pairOf } from "./open-chat.ts";
import { writeNew } from "./send-message.ts";
import type { ChatKind, ChatStatus } from "./tables.ts";

/** A chat as it has come about, for the demo community. */
export interface PastChat {
  kind: ChatKind;
  name?: string;
  projectId?: Id;
  /** Whoever has asked for it first. */
  people: readonly [Id, ...Id[]];
  askedAt: Date;
  /** What became of a coffee chat: the status, who has set it, after how many messages, and when. */
  turns: readonly { status: Exclude<ChatStatus, "pending">; by: Id; after: number; at: Date }[];
  messages: readonly { by: Id; text: string; at: Date; mediaIds?: readonly Id[] }[];
  /** Up to which message each has read; all of it unless said. */
  read: ReadonlyMap<Id, number>;
}

const noticeOf = { running: "accepted", declined: "declined", stopped: "stopped" } as const;

/** Writes a chat with everything that was said in it, as of then. */
export async function moveChatIn(log: EventLog, tx: Tx, chat: PastChat): Promise<void> {
  const { kind, name = null, projectId = 0, people, askedAt, turns, messages, read } = chat;
  const [asker, other] = people;
  const id = await insertChat(tx, {
    kind,
    status: kind === "coffee" ? "pending" : "running",
    name,
    ...(kind !== "group" && { pair: pairOf(asker, other!) }),
    projectId,
    askedBy: asker,
    at: askedAt,
  });
  await insertMembers(tx, id, people);
  if (kind === "coffee") await insertNotice(tx, id, "asked", { actorId: asker, at: askedAt });
  const turn = async (after: number) => {
    for (const { status, by, at } of turns.filter((one) => one.after === after)) {
      await setStatus(tx, id, status, by, { at });
      await insertNotice(tx, id, noticeOf[status], { actorId: by, at });
    }
  };
  await turn(0);
  for (const [index, { by, text, at, mediaIds = [] }] of messages.entries()) {
    const message = { chatId: id, authorId: by, clientId: `past-${index}`, text, mediaIds, at };
    log.wrote(tx, (await writeNew(tx, { ...message, replyTo: null, link: null }))!.event);
    await turn(index + 1);
  }
  for (const accountId of people) await markRead(tx, id, accountId, read.get(accountId) ?? messages.length);
  const pair: [Id, Id] | null = kind === "group" ? null : [asker, other!];
  log.publish(tx, chatChanged({ chatId: id, memberIds: [...people], pair }));
}
