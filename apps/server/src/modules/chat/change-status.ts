import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { notFound, Problem } from "../../platform/http/problem.ts";
import { type ChatState, insertNotice, lockChat, lockLiveChatsOf, setStatus } from "./chat-queries.ts";
import { listMemberIds } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { chatChanged } from "./events.ts";
import { pairOf } from "./open-chat.ts";
import type { ChatStatus, NoticeKind } from "./tables.ts";

type Wanted = Exclude<ChatStatus, "pending">;

const noticeOf: Record<Wanted, NoticeKind> = {
  running: "accepted",
  declined: "declined",
  stopped: "stopped",
};

/** Whether `me` may bring a chat from where it is to where it is wanted. */
function mayChange({ kind, status, askedBy }: ChatState, me: Id, wanted: Wanted): boolean {
  if (kind === "group") return false;
  if (wanted === "stopped") return status === "pending" || status === "running";
  return status === "pending" && askedBy !== me;
}

async function change(
  { log }: Pick<ChatDeps, "log">,
  tx: Tx,
  chat: ChatState,
  me: Id,
  wanted: Wanted,
): Promise<void> {
  await setStatus(tx, chat.id, wanted, me);
  await insertNotice(tx, chat.id, noticeOf[wanted], { actorId: me });
  const memberIds = await listMemberIds(tx, chat.id);
  log.publish(tx, chatChanged({ chatId: chat.id, memberIds, pair: [chat.lowId!, chat.highId!] }));
}

/**
 * Accepts, declines or ends a chat. What is so already stays so. Throws a 409 with the status for what cannot come after it: only the one who was asked
 * starts or declines it, and what has ended is asked for anew.
 */
export async function changeStatus(deps: ChatDeps, me: Id, chatId: Id, wanted: Wanted): Promise<void> {
  await deps.log.commit(async (tx) => {
    const chat = await lockChat(tx, chatId, me);
    if (!chat) throw notFound();
    if (chat.status === wanted) return;
    if (!mayChange(chat, me, wanted))
      throw new Problem(
        409,
        `chat-${chat.status}`,
        `It is ${chat.status}, and cannot become ${wanted} by you.`,
        {
          extension: { chatStatus: chat.status },
        },
      );
    await change(deps, tx, chat, me, wanted);
  });
}

/** Ends what two people have between them, in the transaction in which one blocks the other. */
export async function stopChatsOf(deps: Pick<ChatDeps, "log">, tx: Tx, me: Id, other: Id): Promise<void> {
  for (const chat of await lockLiveChatsOf(tx, pairOf(me, other)))
    await change(deps, tx, chat, me, "stopped");
}
