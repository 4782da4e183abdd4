import { Type } from "typebox";
import { sendJson } from "../../platform/http/json-text.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { HandleParams, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { acceptRequest, refuseRequest } from "./follow-requests.ts";
import { listFollows, listOwn, listPeople, listSuggested } from "./lists.ts";
import type { PeopleDeps } from "./people.ts";
import { Account, Relationship } from "./schemas.ts";

const tags = ["people"];
const response = { 200: PageOf(Ref(Account)) };
const querystring = Type.Object(PageQuery, { additionalProperties: false });

export async function listRoutes(app: App, deps: PeopleDeps): Promise<void> {
  const { log, presenter } = deps;

  app.get(
    "/api/v1/accounts",
    {
      config: { policy: "public", limit: "search" },
      schema: {
        operationId: "listAccounts",
        tags,
        querystring: Type.Object(
          { ...PageQuery, query: Type.Optional(Type.String({ maxLength: 100 })) },
          { additionalProperties: false },
        ),
        response,
      },
    },
    async (request, reply) => {
      const reader = await presenter.relationsOf(viewerOf(request));
      return sendJson(reply, await listPeople(deps, reader, request.query.query ?? "", request.query));
    },
  );

  app.get(
    "/api/v1/accounts/suggested",
    {
      config: { policy: "member" },
      schema: {
        operationId: "suggestedAccounts",
        tags,
        querystring: Type.Object({ limit: PageQuery.limit }, { additionalProperties: false }),
        response,
      },
    },
    async (request, reply) => {
      const reader = (await presenter.relationsOf(memberOf(request)))!;
      return sendJson(reply, await listSuggested(deps, reader, request.query.limit));
    },
  );

  app.get(
    "/api/v1/accounts/:handle",
    {
      config: { policy: "public" },
      schema: { operationId: "getAccount", tags, params: HandleParams, response: { 200: Ref(Account) } },
    },
    async (request, reply) => {
      const reader = await presenter.relationsOf(viewerOf(request));
      return sendJson(reply, await presenter.getText(request.params.handle, reader));
    },
  );

  for (const list of ["followers", "following"] as const) {
    app.get(
      `/api/v1/accounts/:handle/${list}`,
      {
        config: { policy: "public" },
        schema: {
          operationId: list,
          tags,
          description: "Newest first. The lists of a private account are for its followers.",
          params: HandleParams,
          querystring,
          response,
        },
      },
      async (request, reply) => {
        const reader = await presenter.relationsOf(viewerOf(request));
        const { handle } = request.params as { handle: string };
        return sendJson(reply, await listFollows(deps, reader, handle, list, request.query));
      },
    );
  }

  for (const [url, list, operationId] of [
    ["/api/v1/follow-requests", "requests", "listFollowRequests"],
    ["/api/v1/blocks", "blocks", "listBlocks"],
    ["/api/v1/mutes", "mutes", "listMutes"],
  ] as const) {
    app.get(
      url,
      { config: { policy: "member" }, schema: { operationId, tags, querystring, response } },
      async (request, reply) => {
        const reader = (await presenter.relationsOf(memberOf(request)))!;
        return sendJson(reply, await listOwn(deps, reader, list, request.query));
      },
    );
  }

  for (const [method, operationId, change] of [
    ["PUT", "acceptFollowRequest", acceptRequest],
    ["DELETE", "refuseFollowRequest", refuseRequest],
  ] as const) {
    app.route({
      method,
      url: "/api/v1/follow-requests/:handle",
      config: { policy: "member" },
      schema: { operationId, tags, params: HandleParams, response: { 200: Ref(Relationship) } },
      handler: async (request) => {
        const mine = (await presenter.relationsOf(memberOf(request)))!;
        const { handle } = request.params as { handle: string };
        return change(log, mine.accountId, await presenter.getReachableId(handle, mine));
      },
    });
  }
}
