import { Type } from "typebox";
import { createOnce } from "../../platform/http/idempotency.ts";
import { sendJson } from "../../platform/http/json-text.ts";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { HandleParams, IdParams, PageOf, PageQuery, Ref, toId } from "../../platform/http/schemas.ts";
import { getCat } from "./access-cat.ts";
import { breeds } from "./breeds.ts";
import { changeCat } from "./change-cat.ts";
import type { CatDeps } from "./deps.ts";
import { directoryPage } from "./directory.ts";
import { personsPage } from "./lists.ts";
import { registerCat } from "./register-cat.ts";
import { removeOwnCat } from "./remove-cat.ts";
import { BreedItem, Cat, EditCatBody, ListQuery, NewCatBody } from "./schemas.ts";

const tags = ["cats"];
const querystring = Type.Object(PageQuery, { additionalProperties: false });
const CreateHeaders = Type.Object({
  "idempotency-key": Type.Optional(
    Type.String({ description: "The same key with the same body answers the same result, for a day." }),
  ),
});

/** The cats themselves. */
export async function catRoutes(app: App, deps: CatDeps): Promise<void> {
  const { db, log, presenter, recognition } = deps;
  const recognized = new Set(recognition.breeds.map(({ id }) => id));

  app.get(
    "/api/v1/cats/breeds",
    {
      config: { policy: "public" },
      schema: { operationId: "listBreeds", tags, response: { 200: Type.Array(BreedItem) } },
    },
    async () => breeds.map((breed) => ({ ...breed, recognized: recognized.has(breed.id) })),
  );

  app.post(
    "/api/v1/cats",
    {
      config: { policy: "member", limit: "post" },
      schema: {
        operationId: "registerCat",
        tags,
        headers: CreateHeaders,
        body: NewCatBody,
        response: { 201: Ref(Cat) },
      },
    },
    async (request, reply) => {
      const accountId = memberOf(request);
      return createOnce(log, request, reply, async (tx) => {
        const id = await registerCat(deps, tx, accountId, request.body);
        const [json] = await presenter.textsOf([id], accountId, tx);
        return { status: 201, json: json! };
      });
    },
  );

  app.get(
    "/api/v1/cats",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listCats",
        tags,
        querystring: ListQuery,
        response: { 200: PageOf(Ref(Cat)) },
      },
    },
    async (request, reply) => sendJson(reply, await directoryPage(deps, viewerOf(request), request.query)),
  );

  app.get(
    "/api/v1/cats/:id",
    {
      config: { policy: "public" },
      schema: { operationId: "getCat", tags, params: IdParams, response: { 200: Ref(Cat) } },
    },
    async (request, reply) => {
      const accountId = viewerOf(request);
      const [text] = await presenter.texts([await getCat(db, request.params.id, accountId)], accountId);
      return sendJson(reply, text!);
    },
  );

  app.patch(
    "/api/v1/cats/:id",
    {
      config: { policy: "member", limit: "post" },
      schema: {
        operationId: "changeCat",
        tags,
        params: IdParams,
        body: EditCatBody,
        response: { 200: Ref(Cat) },
      },
    },
    async (request, reply) => {
      const accountId = memberOf(request);
      const id = toId(request.params.id);
      await changeCat(deps, id, accountId, request.body);
      const [text] = await presenter.textsOf([id], accountId);
      if (text === undefined) throw notFound();
      return sendJson(reply, text);
    },
  );

  app.delete(
    "/api/v1/cats/:id",
    {
      config: { policy: "member" },
      schema: {
        operationId: "deleteCat",
        description: "Posts that showed it stay, without the cat.",
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await removeOwnCat(deps, toId(request.params.id), memberOf(request));
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/api/v1/accounts/:handle/cats",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listCatsOf",
        tags,
        params: HandleParams,
        querystring,
        response: { 200: PageOf(Ref(Cat)) },
      },
    },
    async (request, reply) =>
      sendJson(reply, await personsPage(deps, viewerOf(request), request.params.handle, request.query)),
  );
}
