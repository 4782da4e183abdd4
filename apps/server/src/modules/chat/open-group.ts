import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { invalid, notFound, Problem } from "../../platform/http/problem.ts";
import { cleanLine, directChatsOf, findAccountIds, isBlocked, type Relations } from "../people/index.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import { insertChat, insertNotice, lockChat, setName } from "./chat-queries.ts";
import { insertMembers, listMemberIds, setLeft } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { chatChanged } from "./events.ts";
import { firstMessage } from "./first-message.ts";
import type { MessageRow } from "./message-queries.ts";
import { letsWrite, requireRoom } from "./open-chat.ts";
import { limits, type NewChatBody } from "./schemas.ts";

const nameLength = { min: 1, max: 60 };

export const cleanName = (name: string): string | null =>
  name.trim() === "" ? null : cleanLine("name", name, nameLength);

/**
 * The people of handles, if they let `mine` write to them: who may write to somebody may bring them into a group. Throws a 422 that names
 * the field.
 */
async function findPeople(tx: Tx, mine: Relations, field: string, handles: readonly string[]): Promise<Id[]> {
  const found = await findAccountIds(tx, handles);
  const ids = handles.map((handle) => found.get(handle.toLowerCase()));
  if (ids.some((id) => id === undefined || isBlocked(mine, id)))
    throw invalid(field, "names somebody who is not here", "unknown-person");
  const others = [...new Set(ids as Id[])];
  if (others.includes(mine.accountId)) throw invalid(field, "names yourself", "oneself");
  const settings = await directChatsOf(tx, others);
  const closed = others.filter((id) => !letsWrite(settings.get(id) ?? "nobody", hasId(mine.followers, id)));
  if (closed.length > 0)
    throw new Problem(403, "chat-closed", "Somebody takes no messages from you.", {
      errors: [{ field, message: "names somebody who takes no messages from you" }],
    });
  return others;
}

/** Makes a group. Its first message, if there is one, is the one that makes it known. */
export async function openGroup(
  deps: ChatDeps,
  tx: Tx,
  mine: Relations,
  body: NewChatBody,
): Promise<{ id: Id; message: MessageRow | undefined }> {
  const me = mine.accountId;
  const others = await findPeople(tx, mine, "people", body.people ?? []);
  if (others.length < 2) throw invalid("people", "has to name two other people at least");
  await requireRoom(tx, me);
  const name = cleanName(body.name ?? "");
  const id = await insertChat(tx, { kind: "group", status: "running", name, askedBy: me });
  await insertMembers(tx, id, [me, ...others]);
  deps.log.publish(tx, chatChanged({ chatId: id, memberIds: [me, ...others], pair: null }));
  return { id, message: await firstMessage(deps, tx, me, id, body) };
}

async function lockGroup(tx: Tx, chatId: Id, me: Id) {
  const chat = await lockChat(tx, chatId, me);
  if (!chat) throw notFound();
  if (chat.kind !== "group") throw invalid("id", "is not a group", "not-a-group");
  return chat;
}

/** Brings somebody into a group; they see what comes from now on. Who is in it already stays as they are. */
export async function addPerson(
  { log }: ChatDeps,
  mine: Relations,
  chatId: Id,
  handle: string,
): Promise<void> {
  const me = mine.accountId;
  await log.commit(async (tx) => {
    await lockGroup(tx, chatId, me);
    const [targetId] = await findPeople(tx, mine, "handle", [handle]);
    const memberIds = await listMemberIds(tx, chatId);
    if (memberIds.includes(targetId!)) return;
    if (memberIds.length >= limits.people)
      throw invalid("handle", `would be one too many: a group has ${limits.people} people`, "too-many");
    await insertMembers(tx, chatId, [targetId!]);
    await insertNotice(tx, chatId, "joined", { actorId: me, targetId: targetId! });
    log.publish(tx, chatChanged({ chatId, memberIds: [...memberIds, targetId!], pair: null }));
  });
}

/** Somebody leaves a group, or is taken out of it by whoever has made it. */
export async function removePerson(
  { log, people }: ChatDeps,
  me: Id,
  chatId: Id,
  handle: string,
): Promise<void> {
  const targetId = await people.presenter.getId(handle, null);
  await log.commit(async (tx) => {
    const chat = await lockGroup(tx, chatId, me);
    if (targetId !== me && chat.askedBy !== me)
      throw new Problem(403, "not-yours", "Only whoever has made the group may do this.");
    const memberIds = await listMemberIds(tx, chatId);
    if (!(await setLeft(tx, chatId, targetId))) throw notFound();
    await insertNotice(tx, chatId, "left", { actorId: me, targetId });
    log.publish(tx, chatChanged({ chatId, memberIds, pair: null }));
  });
}

export async function renameGroup({ log }: ChatDeps, me: Id, chatId: Id, name: string): Promise<void> {
  const clean = cleanName(name);
  await log.commit(async (tx) => {
    await lockGroup(tx, chatId, me);
    await setName(tx, chatId, clean);
    await insertNotice(tx, chatId, "renamed", { actorId: me, name: clean });
    log.publish(tx, chatChanged({ chatId, memberIds: await listMemberIds(tx, chatId), pair: null }));
  });
}
