import type { Tx } from "../../platform/database/database.ts";
import { idTime } from "../../platform/database/id-time.ts";
import type { Id } from "../../platform/database/tables.ts";
import { invalid, notFound, Problem, signInNeeded } from "../../platform/http/problem.ts";
import { toId } from "../../platform/http/schemas.ts";
import { type DirectChats, directChatsOf, lockPair, readPair } from "../people/index.ts";
import { type ChatState, insertChat, insertNotice, lockChatOf, setStatus } from "./chat-queries.ts";
import { countChatsOf, insertMembers } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { chatChanged } from "./events.ts";
import { firstMessage } from "./first-message.ts";
import type { MessageRow } from "./message-queries.ts";
import { limits, type NewChatBody } from "./schemas.ts";

type PairKind = "direct" | "coffee";

const dayMs = 86_400_000;

export const pairOf = (one: Id, other: Id) => ({ low: Math.min(one, other), high: Math.max(one, other) });

const chatClosed = (title: string) => new Problem(403, "chat-closed", title);

/** Whether somebody who takes direct chats from these lets another write to them, whom they follow or not. */
export const letsWrite = (who: DirectChats, isFollowed: boolean): boolean =>
  who === "everyone" || (who === "following" && isFollowed);

/** Throws a 422 for somebody who has more chats than anybody needs. */
export async function requireRoom(tx: Tx, accountId: Id): Promise<void> {
  if ((await countChatsOf(tx, accountId)) >= limits.chats)
    throw new Problem(422, "too-many", `Nobody can be in more than ${limits.chats} chats.`);
}

/** Throws a 404 for a project that the person may not see, and a 403 for one whose maker takes no coffee chats. */
async function requireProject(
  { posts, subjects }: ChatDeps,
  tx: Tx,
  me: Id,
  other: Id,
  projectId: Id,
): Promise<void> {
  const post = await posts.presenter.find(projectId, await posts.presenter.reader(me));
  const subject = subjects.find(({ kind }) => kind === post?.kind);
  if (!post || !subject) throw notFound();
  // Its maker may ask as well: whoever has asked before, say.
  if (post.authorId !== other && post.authorId !== me)
    throw invalid("projectId", "is not a project of theirs");
  if (post.authorId === other && !(await subject.mayBeAsked(tx, post.id)))
    throw chatClosed("Its maker takes no coffee chats about this project now.");
}

/** Which kind of chat it becomes. Throws a 403 where the other does not let one have it. */
async function chooseKind(
  tx: Tx,
  other: Id,
  { kind, projectId }: NewChatBody,
  isFollowedBy: boolean,
): Promise<PairKind> {
  if (projectId !== undefined) return "coffee";
  const who = (await directChatsOf(tx, [other])).get(other) ?? "nobody";
  const isOpen = letsWrite(who, isFollowedBy);
  if (who === "nobody") throw chatClosed("This person takes no messages.");
  if (kind === "direct" && !isOpen)
    throw chatClosed("This person takes no messages from you. You can ask for a coffee chat instead.");
  return kind ?? (isOpen ? "direct" : "coffee");
}

/** Whoever was turned down may ask again after a day; whoever has turned somebody down, at once. */
function requireQuiet({ status, statusId, statusBy }: ChatState, me: Id): void {
  if (status !== "declined" || statusBy === me) return;
  if (idTime(statusId) + dayMs > Date.now())
    throw new Problem(409, "chat-declined", "It was declined. You can ask again a day later.", {
      extension: { chatStatus: status },
    });
}

/**
 * Begins a chat with somebody, asks again for one that has ended, or finds the one there is. A coffee chat waits for the answer of whoever
 * is asked. `text` becomes its next message, once for each time that it is asked for.
 */
export async function openChat(
  deps: ChatDeps,
  tx: Tx,
  me: Id,
  other: Id,
  body: NewChatBody,
): Promise<{ id: Id; isNew: boolean; message: MessageRow | undefined }> {
  const { log } = deps;
  if (me === other) throw invalid("with", "is your own", "oneself");
  if (body.projectId !== undefined && body.kind === "direct")
    throw invalid("kind", "is coffee for a chat about a project");
  const accounts = await lockPair(tx, me, other);
  if (!accounts.has(me)) throw signInNeeded();
  const relation = await readPair(tx, me, other);
  if (!accounts.has(other) || relation.blockedBy) throw notFound();
  if (relation.blocking) throw new Problem(409, "blocking", "You have blocked this person.");

  const pair = pairOf(me, other);
  const projectId = body.projectId === undefined ? 0 : toId(body.projectId);
  const kinds: PairKind[] = projectId > 0 ? ["coffee"] : body.kind ? [body.kind] : ["direct", "coffee"];
  const before = new Map<PairKind, ChatState>();
  for (const kind of kinds) {
    const found = await lockChatOf(tx, pair, kind, projectId);
    if (!found) continue;
    if (found.status === "running" || found.status === "pending")
      return { id: found.id, isNew: false, message: await firstMessage(deps, tx, me, found.id, body) };
    before.set(kind, found);
  }

  if (projectId > 0) await requireProject(deps, tx, me, other, projectId);
  const kind = await chooseKind(tx, other, body, relation.followedBy);
  const status = kind === "coffee" ? "pending" : "running";
  const ended = before.get(kind);
  let id = ended?.id;
  if (ended && id !== undefined) {
    requireQuiet(ended, me);
    await setStatus(tx, id, status, me, { isAsking: true });
  } else {
    await requireRoom(tx, me);
    id = await insertChat(tx, { kind, status, pair, projectId, askedBy: me });
    await insertMembers(tx, id, [me, other]);
  }
  if (kind === "coffee") await insertNotice(tx, id, "asked", { actorId: me });
  else if (ended) await insertNotice(tx, id, "reopened", { actorId: me });
  log.publish(tx, chatChanged({ chatId: id, memberIds: [me, other], pair: [me, other] }));
  return { id, isNew: !ended, message: await firstMessage(deps, tx, me, id, body) };
}
