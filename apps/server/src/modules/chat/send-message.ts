import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { invalid, notFound, Problem } from "../../platform/http/problem.ts";
import { holdOwnMedia, normaliseText, toMediaIds, unknownMedia } from "../posts/index.ts";
import { findMembership } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { messageSent } from "./events.ts";
import { findLink } from "./link-preview/find-link.ts";
import {
  findMessage,
  findSent,
  hasMessage,
  insertMessage,
  type MessageRow,
  type NewMessage,
} from "./message-queries.ts";
import { limits, type Message, type NewMessageBody } from "./schemas.ts";
import type { ChatStatus } from "./tables.ts";

/** The text of a message, ready to be kept. */
export function writeMessage(raw: string, { hasMedia }: { hasMedia: boolean }): string {
  return normaliseText(raw, { most: limits.text, mayBeEmpty: hasMedia }).trim();
}

/** Why nobody can write into a chat now, with its status. */
export function notNow(status: ChatStatus): Problem {
  const why = {
    pending: "The coffee chat was not accepted yet.",
    running: "Nobody can write here now.",
    declined: "The coffee chat was declined.",
    stopped: "This chat has ended. It can be asked for again.",
  };
  return new Problem(409, `chat-${status}`, why[status], { extension: { chatStatus: status } });
}

const isDuplicate = (error: unknown) =>
  (error as { code?: string; constraint?: string }).code === "23505" &&
  (error as { constraint?: string }).constraint === "chat_message_client";

/** A message that was just written, for those who hear of it before anybody reads it. */
function rowOf(
  message: NewMessage,
  { seq, id, createdAt }: { seq: number; id: Id; createdAt: Date },
): MessageRow {
  const { chatId, authorId, clientId, text } = message;
  const empty = {
    revision: null,
    editedAt: null,
    deletedAt: null,
    media: [],
    replyTo: null,
    reactions: [],
    link: null,
  };
  return { ...empty, chatId, seq, id, authorId, clientId, text, createdAt };
}

/** Writes a message in a transaction or by itself; the event is the caller's to announce. */
export async function writeNew(
  db: Db | Tx,
  message: NewMessage,
): Promise<{ value: MessageRow; event: LoggedEvent; memberIds: Id[] } | undefined> {
  const { whilePending } = limits;
  const sent = await insertMessage(db, message, { event: messageSent, whilePending });
  if (!sent) return undefined;
  const { chatId, authorId } = message;
  const { event: told, memberIds, ...made } = sent;
  const event = { ...messageSent({ chatId, seq: made.seq, authorId, memberIds }), ...told };
  // What hangs on it has to be read; most messages have nothing but their text.
  const isPlain = message.mediaIds.length === 0 && message.replyTo === null && message.link === null;
  const value = isPlain ? rowOf(message, made) : (await findMessage(db, chatId, made.seq))!;
  return { value, event, memberIds };
}

/** Why nothing was written. */
async function refusal(db: Db | Tx, chatId: Id, accountId: Id): Promise<Problem> {
  const membership = await findMembership(db, chatId, accountId);
  return membership ? notNow(membership.status) : notFound();
}

/**
 * Sends a message; it is committed when this resolves. The same `clientId` again is the same message, whatever it says.
 * Throws a 404 to those who are not in the chat and a 409 with the chat's status when nobody may write there now.
 */
export async function sendMessage(
  deps: ChatDeps,
  accountId: Id,
  chatId: Id,
  body: NewMessageBody,
): Promise<{ message: Message; isNew: boolean }> {
  const { db, log, people, presenter, deliveries, previewer } = deps;
  const mediaIds = toMediaIds(body.mediaIds);
  const text = writeMessage(body.text ?? "", { hasMedia: mediaIds.length > 0 });
  const { clientId, replyTo = null } = body;
  const message = { chatId, authorId: accountId, clientId, text, mediaIds, replyTo, link: findLink(text) };

  async function write(tx: Db | Tx) {
    if (replyTo !== null && !(await hasMessage(tx, chatId, accountId, replyTo)))
      throw (await findMembership(tx, chatId, accountId))
        ? invalid("replyTo", "names a message that is not there")
        : notFound();
    if (!(await holdOwnMedia(tx, accountId, mediaIds))) throw unknownMedia();
    const written = await writeNew(tx, message);
    if (!written) throw await refusal(tx, chatId, accountId);
    const [shown] = await presenter.messages([written.value]);
    return { value: shown!, event: written.event };
  }
  /** Committed with its statement: whoever hears of it need not read it. */
  async function writeAndOffer(tx: Db | Tx) {
    const written = await write(tx);
    deliveries.offer(written.value);
    return written;
  }

  try {
    // Into memory: in a transaction nothing may wait for a second connection.
    await people.accounts.get(accountId);
    const sent =
      mediaIds.length === 0
        ? await log.commitOne(writeAndOffer)
        : await log.commit(async (tx) => {
            const { value, event } = await write(tx);
            log.wrote(tx, event);
            return value;
          });
    previewer.fetch(message.link, chatId, sent.seq);
    return { message: sent, isNew: true };
  } catch (error) {
    // Sent before: also into a chat that has ended since, or with a picture that is gone.
    if (!(isDuplicate(error) || error instanceof Problem)) throw error;
    const before = await findSent(db, chatId, accountId, clientId);
    if (!before || !(await findMembership(db, chatId, accountId))) throw error;
    return { message: (await presenter.messages([before]))[0]!, isNew: false };
  }
}
