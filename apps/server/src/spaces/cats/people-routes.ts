import { Type } from "typebox";
import { pageText, sendJson } from "../../platform/http/json-text.ts";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { HandleText, IdParams, IdText, PageOf, PageQuery, Ref, toId } from "../../platform/http/schemas.ts";
import { findAccountIds } from "../../modules/people/index.ts";
import { getOwnCat } from "./access-cat.ts";
import type { CatDeps } from "./deps.ts";
import { acceptInvitation, accountOf, endInvitation, invite } from "./invitations.ts";
import { leaveCat } from "./leave-cat.ts";
import { listInvitations, listInvited } from "./people-queries.ts";
import { Cat, Invitation, InviteBody, Invited } from "./schemas.ts";

const tags = ["cats"];
const querystring = Type.Object(PageQuery, { additionalProperties: false });
const OfCat = Type.Object({ id: IdText, handle: HandleText });
const done = { 204: Type.Null() };

/** Who lives with a cat, and who is asked to. */
export async function catPeopleRoutes(app: App, deps: CatDeps): Promise<void> {
  const { cursors, db, people, presenter } = deps;

  app.get(
    "/api/v1/cats/invitations",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listCatInvitations",
        description: "To whose people I am invited; newest first.",
        tags,
        querystring,
        response: { 200: PageOf(Ref(Invitation)) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const { limit = 20, cursor } = request.query;
      const list = `cat-invitations:${me}`;
      const rows = await listInvitations(db, me, limit + 1, cursors.openId(list, cursor));
      const shown = rows.slice(0, limit);
      const reader = await people.presenter.relationsOf(me);
      const cats = await presenter.texts(shown, me);
      const items = await Promise.all(
        shown.map(async ({ fromId, invitedAt }, place) => {
          const [from] = await people.presentAccounts([fromId], reader);
          return from === undefined
            ? []
            : [`{"cat":${cats[place]!},"from":${from},"createdAt":"${invitedAt.toISOString()}"}`];
        }),
      );
      const next = rows.length > limit ? cursors.seal(list, shown.at(-1)!.position) : null;
      return sendJson(reply, pageText(items.flat(), next));
    },
  );

  app.get(
    "/api/v1/cats/:id/invitations",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listInvitedToCat",
        tags,
        params: IdParams,
        querystring,
        response: { 200: PageOf(Ref(Invited)) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const { limit = 20, cursor } = request.query;
      const { id } = await getOwnCat(db, request.params.id, me);
      const list = `invited-to-cat:${id}`;
      const rows = await listInvited(db, id, limit + 1, cursors.openId(list, cursor));
      const shown = rows.slice(0, limit);
      const reader = await people.presenter.relationsOf(me);
      await people.accounts.getMany(shown.map((row) => row.accountId));
      const items = await Promise.all(
        shown.map(async ({ accountId, createdAt }) => {
          const [account] = await people.presentAccounts([accountId], reader);
          return account === undefined
            ? []
            : [`{"account":${account},"createdAt":"${createdAt.toISOString()}"}`];
        }),
      );
      const next = rows.length > limit ? cursors.seal(list, shown.at(-1)!.position) : null;
      return sendJson(reply, pageText(items.flat(), next));
    },
  );

  app.post(
    "/api/v1/cats/:id/invitations",
    {
      config: { policy: "member", limit: "follow" },
      schema: {
        operationId: "inviteToCat",
        tags,
        params: IdParams,
        body: InviteBody,
        response: { 201: Ref(Invited) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const { id } = await getOwnCat(db, request.params.id, me);
      const accountId = await accountOf(deps, request.body.handle.replace(/^@/, ""), me);
      const { createdAt } = await invite(deps, id, me, accountId);
      const [account] = await people.presentAccounts([accountId], await people.presenter.relationsOf(me));
      if (account === undefined) throw notFound();
      return sendJson(reply, `{"account":${account},"createdAt":"${createdAt.toISOString()}"}`, 201);
    },
  );

  app.delete(
    "/api/v1/cats/:id/invitations/:handle",
    {
      config: { policy: "member" },
      schema: {
        operationId: "endCatInvitation",
        description: "Its people take it back; the invited decline it.",
        tags,
        params: OfCat,
        response: done,
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const { id, handle } = request.params;
      // Also of somebody who has blocked the person since, but without telling that they are there.
      const accountId = (await findAccountIds(db, [handle])).get(handle.toLowerCase());
      if (accountId === undefined) throw notFound();
      if (!(await endInvitation(deps, toId(id), accountId, me))) await accountOf(deps, handle, me);
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/api/v1/cats/:id/invitations/accept",
    {
      config: { policy: "member" },
      schema: {
        operationId: "acceptCatInvitation",
        tags,
        params: IdParams,
        response: { 200: Ref(Cat) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const id = toId(request.params.id);
      await acceptInvitation(deps, id, me);
      const [text] = await presenter.textsOf([id], me);
      if (text === undefined) throw notFound();
      return sendJson(reply, text);
    },
  );

  app.delete(
    "/api/v1/cats/:id/people/:handle",
    {
      config: { policy: "member" },
      schema: {
        operationId: "leaveCat",
        description: "For oneself; the last of its people cannot leave.",
        tags,
        params: OfCat,
        response: done,
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const { id, handle } = request.params;
      await leaveCat(deps, toId(id), me, await accountOf(deps, handle, me));
      return reply.code(204).send(null);
    },
  );
}
