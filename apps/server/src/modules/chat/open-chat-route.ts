import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { createOnce } from "../../platform/http/idempotency.ts";
import { invalid } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { Ref, toId } from "../../platform/http/schemas.ts";
import { findAccountIds } from "../people/index.ts";
import type { ChatDeps } from "./deps.ts";
import { findLink } from "./link-preview/find-link.ts";
import type { MessageRow } from "./message-queries.ts";
import { openChat } from "./open-chat.ts";
import { openGroup } from "./open-group.ts";
import { Chat, NewChatBody } from "./schemas.ts";
import { showChat } from "./show-chat.ts";

/** Where every chat begins. */
export function openChatRoute(app: App, deps: ChatDeps): void {
  const { db, log, people, posts, previewer } = deps;

  /** What the answer shows: in a transaction nothing may wait for a second connection. */
  async function bringToMemory(
    me: Id,
    other: Id | undefined,
    { people: handles = [], projectId }: NewChatBody,
  ) {
    const others = other === undefined ? [...(await findAccountIds(db, handles)).values()] : [other];
    await people.accounts.getMany([me, ...others]);
    if (projectId !== undefined)
      await posts.presenter.find(toId(projectId), await posts.presenter.reader(me));
  }

  app.post(
    "/api/v1/chats",
    {
      config: { policy: "member", limit: "chat" },
      schema: {
        operationId: "openChat",
        description:
          "200 with the chat that the two have already (about this project); one that has ended is asked for anew.",
        tags: ["chat"],
        body: NewChatBody,
        response: { 200: Ref(Chat), 201: Ref(Chat) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const { body } = request;
      if ((body.with === undefined) === (body.people === undefined))
        throw invalid("with", "or people: one of the two says whom it is with");
      const mine = (await people.presenter.relationsOf(me))!;
      const other = body.with === undefined ? undefined : await people.presenter.getId(body.with, mine);
      await bringToMemory(me, other, body);
      let opened: { id: Id; message: MessageRow | undefined } | undefined;
      const open = async (tx: Tx) => {
        if (other === undefined) {
          const group = await openGroup(deps, tx, mine, body);
          return { ...group, isNew: true };
        }
        return openChat(deps, tx, me, other, body);
      };
      await createOnce(log, request, reply, async (tx) => {
        const { id, isNew, message } = await open(tx);
        opened = { id, message };
        return { status: isNew ? 201 : 200, json: JSON.stringify(await showChat(deps, tx, id, me)) };
      });
      if (opened?.message) previewer.fetch(findLink(opened.message.text), opened.id, opened.message.seq);
      return reply;
    },
  );
}
