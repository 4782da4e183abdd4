import { idTime } from "../../platform/database/id-time.ts";
import type { Id } from "../../platform/database/tables.ts";
import { textOf } from "../../platform/http/json-text.ts";
import type { Sockets } from "../../platform/realtime/sockets.ts";
import { accountBytes, type People } from "../people/index.ts";
import { type Posts, titleIn } from "../posts/index.ts";
import type { ChatRow } from "./chat-list-queries.ts";
import type { NoticeRow } from "./chat-queries.ts";
import type { MessageRow } from "./message-queries.ts";
import { type Chat, limits, type Message, type Notice } from "./schemas.ts";

export interface ChatPresenter {
  /** Messages are the same for everybody who may see them. */
  messages(rows: readonly MessageRow[]): Promise<Message[]>;
  /** Chats as one member sees them, in the order given. */
  chats(rows: readonly ChatRow[], accountId: Id): Promise<Chat[]>;
  notices(rows: readonly NoticeRow[]): Promise<Notice[]>;
}

const idText = (id: Id | null) => (id === null ? null : String(id));
const timeText = (id: Id) => new Date(idTime(id)).toISOString();

/** Whether somebody may write into a chat now; `insertMessage` decides it once more. */
export function mayWrite(
  { status, askedBy, lastSeq, askedSeq }: Pick<ChatRow, "status" | "askedBy" | "lastSeq" | "askedSeq">,
  accountId: Id,
): boolean {
  return (
    status === "running" ||
    (status === "pending" && askedBy === accountId && lastSeq - askedSeq < limits.whilePending)
  );
}

/** A message of which only its number is shown. */
const unsaid = { text: "", media: [], replyTo: null, reactions: [], link: null };

function shownReply(replyTo: MessageRow["replyTo"], isAway: (id: Id) => boolean): Message["replyTo"] {
  const isHidden = replyTo?.authorId && isAway(Number(replyTo.authorId));
  return replyTo && isHidden
    ? { ...replyTo, authorId: null, text: "", hasMedia: false, isDeleted: true }
    : replyTo;
}

export function createChatPresenter(people: People, posts: Posts, sockets: Sockets): ChatPresenter {
  async function messages(rows: readonly MessageRow[]): Promise<Message[]> {
    const authorIds = rows.flatMap(({ authorId }) => (authorId === null ? [] : [authorId]));
    const answeredIds = rows.flatMap(({ replyTo }) => (replyTo?.authorId ? [Number(replyTo.authorId)] : []));
    const accounts = await people.accounts.getMany([...new Set([...authorIds, ...answeredIds])]);
    const authors = new Map<Id, Message["author"]>();
    for (const [id, account] of accounts)
      authors.set(id, JSON.parse(textOf(accountBytes(account, null))) as Message["author"]);
    // Of whoever has gone nothing but the name is missing; of whoever is suspended the words are.
    const isAway = (authorId: Id | null) => authorId !== null && !accounts.has(authorId);
    return rows.map(({ chatId, id, authorId, createdAt, editedAt, deletedAt, ...row }) => ({
      ...(isAway(authorId) ? { ...row, ...unsaid } : { ...row, replyTo: shownReply(row.replyTo, isAway) }),
      chatId: String(chatId),
      id: String(id),
      author: (authorId !== null && authors.get(authorId)) || null,
      createdAt: createdAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
      deletedAt: deletedAt?.toISOString() ?? null,
    }));
  }

  /** The projects that chats are about and that the reader may see, by id. */
  async function projectsOf(rows: readonly ChatRow[], accountId: Id): Promise<Map<Id, Chat["project"]>> {
    const ids = [...new Set(rows.flatMap(({ projectId }) => (projectId === 0 ? [] : [projectId])))];
    if (ids.length === 0) return new Map();
    const reader = await posts.presenter.reader(accountId);
    const visible = await posts.presenter.visible(ids, reader);
    const texts = await posts.presenter.texts(visible, reader);
    return new Map(
      visible.map(({ id }, index) => {
        const title = titleIn(JSON.parse(texts[index]!) as { kind: string });
        return [id, title === undefined ? null : { id: String(id), title }];
      }),
    );
  }

  return {
    messages,
    async chats(rows, accountId) {
      const relations = await people.presenter.relationsOf(accountId);
      const memberIds = new Set(rows.flatMap(({ members }) => members.map(({ id }) => Number(id))));
      const [accounts, projects, lastMessages] = await Promise.all([
        people.accounts.getMany([...memberIds]),
        projectsOf(rows, accountId),
        messages(rows.flatMap(({ last }) => (last ? [last] : []))),
      ]);
      const lasts = new Map(lastMessages.map((message) => [message.chatId, message]));
      return rows.map((row) => {
        const others = row.members.filter(({ id }) => Number(id) !== accountId);
        const account = (id: Id) => {
          const found = accounts.get(id);
          return found ? [JSON.parse(textOf(accountBytes(found, relations))) as Chat["people"][number]] : [];
        };
        const isOnline = ({ id }: { id: string }) =>
          row.status === "running" && sockets.isOnlineAnywhere(Number(id));
        return {
          id: String(row.id),
          kind: row.kind,
          status: row.status,
          name: row.name,
          people: [...others.flatMap(({ id }) => account(Number(id))), ...account(accountId)],
          project: projects.get(row.projectId) ?? null,
          askedBy: idText(row.askedBy),
          statusBy: idText(row.statusBy),
          statusAt: timeText(row.statusId),
          canWrite: mayWrite(row, accountId),
          unread: row.unread,
          readSeq: row.readSeq,
          lastSeq: row.lastSeq,
          revision: row.lastRevision,
          muted: row.isMuted,
          reads: others.map(({ id, readSeq }) => ({ accountId: id, seq: readSeq })),
          online: others.filter(isOnline).map(({ id }) => id),
          lastMessage: lasts.get(String(row.id)) ?? null,
          createdAt: row.createdAt.toISOString(),
        };
      });
    },
    async notices(rows) {
      const ids = rows.flatMap(({ actorId, targetId }) => [actorId, targetId]).filter((id) => id !== null);
      const accounts = await people.accounts.getMany([...new Set(ids)]);
      const person = (id: Id | null) => {
        const account = id === null ? undefined : accounts.get(id);
        return account ? (JSON.parse(textOf(accountBytes(account, null))) as Notice["actor"]) : null;
      };
      return rows.map(({ id, actorId, targetId, ...row }) => ({
        ...row,
        id: String(id),
        actor: person(actorId),
        target: person(targetId),
        at: timeText(id),
      }));
    },
  };
}
