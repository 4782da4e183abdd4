import { Type } from "typebox";
import type { Id } from "../../platform/database/tables.ts";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { IdParams, PageOf, Ref, toId } from "../../platform/http/schemas.ts";
import { changeStatus } from "./change-status.ts";
import { countUnreadChats, listChats } from "./chat-list-queries.ts";
import { listNotices } from "./chat-queries.ts";
import { hideChat, setMuted } from "./member-queries.ts";
import type { ChatDeps } from "./deps.ts";
import { addPerson, removePerson, renameGroup } from "./open-group.ts";
import { readChat } from "./read-chat.ts";
import { showChat } from "./show-chat.ts";
import {
  Chat,
  ChatBody,
  ChatsQuery,
  PersonBody,
  PersonParams,
  Read,
  ReadBody,
  ReportBody,
  StatusBody,
  UnreadChats,
} from "./schemas.ts";

const tags = ["chat"];
const member = { policy: "member" } as const;

/** Chats: the list, and what is done with one of them. */
export async function chatRoutes(app: App, deps: ChatDeps): Promise<void> {
  const { db, cursors, people, presenter, sockets } = deps;

  const show = (chatId: Id, me: Id) => showChat(deps, db, chatId, me);
  const relationsOf = async (me: Id) => (await people.presenter.relationsOf(me))!;
  /** One's other pages learn of what is one's own business. */
  const tellOneself = (me: Id, chatId: Id) => sockets.send(me, "chat", { chatId: String(chatId) });

  app.get(
    "/api/v1/chats",
    {
      config: member,
      schema: {
        operationId: "listChats",
        description: "Those with the newest first. `requests` are those that wait for one's answer.",
        tags,
        querystring: ChatsQuery,
        response: { 200: PageOf(Ref(Chat)) },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const { limit = 20, cursor, filter = "all", with: handle, projectId } = request.query;
      const withId =
        handle === undefined ? undefined : await people.presenter.getId(handle, await relationsOf(me));
      const narrowed = {
        filter,
        withId,
        projectId: projectId === undefined ? undefined : toId(projectId),
      };
      const list = `chats:${me}:${JSON.stringify(narrowed)}`;
      const [at, id] = cursors.open(list, cursor)?.split(" ") ?? [];
      const before = at === undefined ? undefined : { at: new Date(at), id: Number(id) };
      const rows = await listChats(db, me, narrowed, limit + 1, before);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await presenter.chats(page, me),
        nextCursor:
          rows.length > limit ? cursors.seal(list, `${last!.lastAt.toISOString()} ${last!.id}`) : null,
      };
    },
  );

  app.get(
    "/api/v1/chats/unread",
    {
      config: member,
      schema: { operationId: "countUnreadChats", tags, response: { 200: Ref(UnreadChats) } },
    },
    async (request) => countUnreadChats(db, memberOf(request)),
  );

  app.get(
    "/api/v1/chats/:id",
    {
      config: member,
      schema: { operationId: "getChat", tags, params: IdParams, response: { 200: Ref(Chat) } },
    },
    async (request) => {
      const me = memberOf(request);
      const chatId = toId(request.params.id);
      const chat = await show(chatId, me);
      return { ...chat, notices: await presenter.notices(await listNotices(db, chatId, me)) };
    },
  );

  app.patch(
    "/api/v1/chats/:id",
    {
      config: { ...member, limit: "message" },
      schema: {
        operationId: "changeChat",
        description: "The name of a group, or whether one is pushed what is written there.",
        tags,
        params: IdParams,
        body: ChatBody,
        response: { 200: Ref(Chat) },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const chatId = toId(request.params.id);
      const { name, muted } = request.body;
      await show(chatId, me);
      if (name !== undefined) await renameGroup(deps, me, chatId, name);
      if (muted !== undefined) await setMuted(db, chatId, me, muted);
      tellOneself(me, chatId);
      return show(chatId, me);
    },
  );

  app.delete(
    "/api/v1/chats/:id",
    {
      config: member,
      schema: {
        operationId: "hideChat",
        description: "Deletes it for oneself, with its messages so far; the others keep theirs.",
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const chatId = toId(request.params.id);
      if (!(await hideChat(db, chatId, me))) throw notFound();
      tellOneself(me, chatId);
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/api/v1/chats/:id/status",
    {
      config: { ...member, limit: "message" },
      schema: {
        operationId: "changeChatStatus",
        description:
          "`running` accepts and `declined` turns down what one is asked for; `stopped` ends it, on either side.",
        tags,
        params: IdParams,
        body: StatusBody,
        response: { 200: Ref(Chat) },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const chatId = toId(request.params.id);
      await changeStatus(deps, me, chatId, request.body.status);
      return show(chatId, me);
    },
  );

  app.put(
    "/api/v1/chats/:id/read",
    {
      config: { ...member, limit: "message" },
      schema: {
        operationId: "readChat",
        description: "Up to this message, which goes forward only.",
        tags,
        params: IdParams,
        body: ReadBody,
        response: { 200: Ref(Read) },
      },
    },
    async (request) => readChat(deps, memberOf(request), toId(request.params.id), request.body.seq),
  );

  app.post(
    "/api/v1/chats/:id/people",
    {
      config: { ...member, limit: "chat" },
      schema: {
        operationId: "addToChat",
        description: "Into a group; they see what comes from now on.",
        tags,
        params: IdParams,
        body: PersonBody,
        response: { 200: Ref(Chat) },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const chatId = toId(request.params.id);
      await addPerson(deps, await relationsOf(me), chatId, request.body.handle);
      return show(chatId, me);
    },
  );

  app.delete(
    "/api/v1/chats/:id/people/:handle",
    {
      config: member,
      schema: {
        operationId: "removeFromChat",
        description: "Leaves a group, or takes somebody out of the group that one has made.",
        tags,
        params: PersonParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      await removePerson(deps, me, toId(request.params.id), request.params.handle);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/v1/chats/:id/report",
    {
      config: { ...member, limit: "chat" },
      schema: {
        operationId: "reportChat",
        description: "As `report` of a chat, or of one of its messages: with that and those before it.",
        tags,
        params: IdParams,
        body: ReportBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { seq = 0, ...told } = request.body;
      const place = {
        kind: seq === 0 ? ("chat" as const) : ("message" as const),
        id: toId(request.params.id),
        seq,
      };
      await deps.moderation.report(memberOf(request), place, told);
      return reply.code(204).send(null);
    },
  );
}
