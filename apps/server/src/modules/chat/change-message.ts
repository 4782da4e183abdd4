import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { invalid, notFound, Problem } from "../../platform/http/problem.ts";
import { findMembership } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { messageChanged } from "./events.ts";
import { findLink } from "./link-preview/find-link.ts";
import {
  deleteContents,
  findMessage,
  type MessageRow,
  setDeleted,
  setText,
  touchMessage,
} from "./message-queries.ts";
import { countReactions, deleteReaction, insertReaction } from "./reaction-queries.ts";
import { limits } from "./schemas.ts";
import { notNow, writeMessage } from "./send-message.ts";

/** One emoji as people see it, whatever it is made of. */
const oneEmoji = /^\p{RGI_Emoji}$/v;

interface Place {
  chatId: Id;
  seq: number;
}

/** A message that a member may see. Throws a 404 for others'; `running` makes it a 409 where nobody may write. */
async function getMessage(
  tx: Tx,
  me: Id,
  { chatId, seq }: Place,
  needs: { running: boolean },
): Promise<MessageRow> {
  const membership = await findMembership(tx, chatId, me);
  const message = membership && seq > membership.sinceSeq ? await findMessage(tx, chatId, seq) : undefined;
  if (!membership || !message) throw notFound();
  if (needs.running && membership.status !== "running") throw notNow(membership.status);
  return message;
}

async function getOwn(tx: Tx, me: Id, place: Place, needs: { running: boolean }): Promise<MessageRow> {
  const message = await getMessage(tx, me, place, needs);
  if (message.authorId !== me) throw new Problem(403, "not-yours", "Only its author may do this.");
  return message;
}

/** Changes what one's message says. Throws a 404 for one that was deleted, a 409 where nobody may write any more. */
export async function editMessage(deps: ChatDeps, me: Id, place: Place, raw: string): Promise<string | null> {
  const { log } = deps;
  return log.commit(async (tx) => {
    const message = await getOwn(tx, me, place, { running: true });
    if (message.deletedAt) throw notFound();
    const text = writeMessage(raw, { hasMedia: message.media.length > 0 });
    const link = findLink(text);
    if (text === message.text) return null;
    const changed = await setText(tx, place, text, link);
    if (!changed) throw notFound();
    log.publish(tx, messageChanged({ ...place, ...changed }));
    return link;
  });
}

/** Takes back what one has written, wherever the chat stands. Its number stays. Twice is once. */
export async function deleteMessage({ log }: ChatDeps, me: Id, place: Place): Promise<void> {
  await log.commit(async (tx) => {
    await getOwn(tx, me, place, { running: false });
    const changed = await setDeleted(tx, place);
    if (!changed) return;
    await deleteContents(tx, place.chatId, place.seq);
    log.publish(tx, messageChanged({ ...place, ...changed }));
  });
}

/** Puts an emoji on a message, or takes it back. Twice is once. */
export async function react(
  { log }: ChatDeps,
  me: Id,
  place: Place,
  emoji: string,
  wanted: boolean,
): Promise<void> {
  if (!oneEmoji.test(emoji)) throw invalid("emoji", "is not one emoji");
  const reaction = { ...place, accountId: me, emoji };
  await log.commit(async (tx) => {
    const message = await getMessage(tx, me, place, { running: true });
    if (message.deletedAt) throw notFound();
    const isChange = wanted ? await insertReaction(tx, reaction) : await deleteReaction(tx, reaction);
    if (!isChange) return;
    if (wanted && (await countReactions(tx, place.chatId, place.seq, me)) > limits.reactions)
      throw invalid("emoji", `would be more than ${limits.reactions} of yours`, "too-many");
    const changed = await touchMessage(tx, place);
    if (!changed) throw notFound();
    log.publish(tx, messageChanged({ ...place, ...changed }));
  });
}

/** Lets a preview be seen that was not there when the message was sent. */
export async function showPreview({ log }: Pick<ChatDeps, "log">, place: Place, link: string): Promise<void> {
  await log.commit(async (tx) => {
    const changed = await touchMessage(tx, place, link);
    if (changed) log.publish(tx, messageChanged({ ...place, ...changed }));
  });
}
