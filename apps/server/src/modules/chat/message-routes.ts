import { Type } from "typebox";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { IdParams, PageOf, Ref, toId } from "../../platform/http/schemas.ts";
import type { Id } from "../../platform/database/tables.ts";
import { deleteMessage, editMessage, react } from "./change-message.ts";
import { findChats } from "./chat-list-queries.ts";
import { findMembership, type Membership } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";
import {
  findMessage,
  findMessages,
  listAfter,
  listBefore,
  listChanged,
  type MessageRow,
} from "./message-queries.ts";
import { searchMessages } from "./message-search.ts";
import {
  EditMessageBody,
  EmojiParams,
  FoundMessage,
  Message,
  Messages,
  MessagesQuery,
  NewMessageBody,
  SearchQuery,
  SeqParams,
} from "./schemas.ts";
import { sendMessage } from "./send-message.ts";

const tags = ["chat"];
const member = { policy: "member" } as const;
/** Above every number of a message. */
const end = 2_147_483_647;

/** Messages: sending, reading and what is done with one of them. */
export async function messageRoutes(app: App, deps: ChatDeps): Promise<void> {
  const { db, cursors, presenter, previewer } = deps;

  async function getMembership(chatId: Id, me: Id): Promise<Membership> {
    const membership = await findMembership(db, chatId, me);
    if (!membership) throw notFound();
    return membership;
  }
  async function show(chatId: Id, seq: number): Promise<Message> {
    const row = await findMessage(db, chatId, seq);
    if (!row) throw notFound();
    return (await presenter.messages([row]))[0]!;
  }
  const placeOf = ({ id, seq }: { id: string; seq: string }) => ({ chatId: toId(id), seq: Number(seq) });

  app.post(
    "/api/v1/chats/:id/messages",
    {
      config: { ...member, limit: "message" },
      schema: {
        operationId: "sendMessage",
        description: "The same `clientId` again is the same message, answered with 200.",
        tags,
        params: IdParams,
        body: NewMessageBody,
        response: { 200: Ref(Message), 201: Ref(Message) },
      },
    },
    async (request, reply) => {
      const { message, isNew } = await sendMessage(
        deps,
        memberOf(request),
        toId(request.params.id),
        request.body,
      );
      return reply.code(isNew ? 201 : 200).send(message);
    },
  );

  app.get(
    "/api/v1/chats/:id/messages",
    {
      config: member,
      schema: {
        operationId: "listMessages",
        description:
          "In order of seq: the newest, those right `before` one, or those `after` one. `changedAfter` a revision: what has happened to messages since, in the order of the changes.",
        tags,
        params: IdParams,
        querystring: MessagesQuery,
        response: { 200: Messages },
      },
    },
    async (request) => {
      const chatId = toId(request.params.id);
      const { sinceSeq: since } = await getMembership(chatId, memberOf(request));
      const { limit = 20, before = end, after, changedAfter } = request.query;
      let rows: MessageRow[];
      if (changedAfter !== undefined) rows = await listChanged(db, chatId, since, changedAfter, limit);
      else if (after !== undefined) rows = await listAfter(db, chatId, Math.max(since, after), limit);
      else rows = await listBefore(db, chatId, { since, before }, limit);
      return { items: await presenter.messages(rows) };
    },
  );

  app.patch(
    "/api/v1/chats/:id/messages/:seq",
    {
      config: { ...member, limit: "message" },
      schema: {
        operationId: "editMessage",
        tags,
        params: SeqParams,
        body: EditMessageBody,
        response: { 200: Ref(Message) },
      },
    },
    async (request) => {
      const place = placeOf(request.params);
      const link = await editMessage(deps, memberOf(request), place, request.body.text);
      previewer.fetch(link, place.chatId, place.seq);
      return show(place.chatId, place.seq);
    },
  );

  app.delete(
    "/api/v1/chats/:id/messages/:seq",
    {
      config: { ...member, limit: "message" },
      schema: {
        operationId: "deleteMessage",
        description: "For everybody; its number stays.",
        tags,
        params: SeqParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteMessage(deps, memberOf(request), placeOf(request.params));
      return reply.code(204).send(null);
    },
  );

  for (const [method, wanted] of [
    ["put", true],
    ["delete", false],
  ] as const)
    app[method](
      "/api/v1/chats/:id/messages/:seq/reactions/:emoji",
      {
        config: { ...member, limit: "message" },
        schema: {
          operationId: wanted ? "addReaction" : "removeReaction",
          tags,
          params: EmojiParams,
          response: { 200: Ref(Message) },
        },
      },
      async (request) => {
        const place = placeOf(request.params);
        await react(deps, memberOf(request), place, request.params.emoji, wanted);
        return show(place.chatId, place.seq);
      },
    );

  app.get(
    "/api/v1/chats/search",
    {
      config: { ...member, limit: "search" },
      schema: {
        operationId: "searchMessages",
        description: "Messages of one's chats that have every word somewhere, newest first.",
        tags,
        querystring: SearchQuery,
        response: { 200: PageOf(Ref(FoundMessage)) },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const { q, limit = 20, cursor, chatId } = request.query;
      const list = `messages:${me}:${chatId ?? ""}:${q}`;
      const { found, next } = await searchMessages(deps, me, {
        q,
        chatId: chatId === undefined ? undefined : toId(chatId),
        limit,
        before: cursors.openId(list, cursor),
      });
      const [rows, messages] = await Promise.all([
        findChats(db, [...new Set(found.map((place) => place.chatId))], me),
        findMessages(db, found),
      ]);
      const chats = new Map((await presenter.chats(rows, me)).map((chat) => [chat.id, chat]));
      const items = (await presenter.messages(messages)).flatMap((message) => {
        const chat = chats.get(message.chatId);
        if (!chat) return [];
        const { id, kind, name, people } = chat;
        return [{ message, chat: { id, kind, name, people } }];
      });
      return { items, nextCursor: next === null ? null : cursors.seal(list, next) };
    },
  );
}
