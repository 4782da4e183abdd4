import { Type } from "typebox";
import { sendJson } from "../../platform/http/json-text.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { IdParams, Ref } from "../../platform/http/schemas.ts";
import { getOwnPost, getPost } from "./access-post.ts";
import { answerNew } from "./answer-new.ts";
import { toMediaIds } from "./create-post.ts";
import { deletePost } from "./delete-post.ts";
import type { PostDeps } from "./deps.ts";
import { editPost } from "./edit-post.ts";
import { hidePost } from "./hide-post.ts";
import { showOne } from "./show-post.ts";
import { CreateHeaders, EditPostBody, NewPostBody, Post, withFields } from "./schemas.ts";

const tags = ["posts"];
const own = {
  config: { policy: "member" },
  schema: { tags, params: IdParams, response: { 200: Ref(Post) } },
} as const;

export async function postRoutes(app: App, deps: PostDeps): Promise<void> {
  const { log, presenter, views, kinds } = deps;

  app.post(
    "/api/v1/posts",
    {
      config: { policy: "member", limit: "post" },
      schema: {
        operationId: "createPost",
        headers: CreateHeaders,
        tags,
        body: withFields(NewPostBody, kinds.bodyFields()),
        response: { 201: Ref(Post) },
      },
    },
    async (request, reply) => {
      const { text, mediaIds, visibility = "public" } = request.body;
      const draft = { authorId: memberOf(request), text, mediaIds: toMediaIds(mediaIds), visibility };
      return answerNew(deps, request, reply, draft, kinds.read(request.body));
    },
  );

  app.get(
    "/api/v1/posts/:id",
    {
      config: { policy: "public" },
      schema: { operationId: "getPost", tags, params: IdParams, response: { 200: Ref(Post) } },
    },
    async (request, reply) => {
      const reader = await presenter.reader(viewerOf(request));
      const post = await getPost(presenter, request.params.id, reader);
      views.note(post, request);
      const [text] = await presenter.texts([post], reader);
      return sendJson(reply, text!);
    },
  );

  app.patch(
    "/api/v1/posts/:id",
    {
      config: { policy: "member", limit: "post" },
      schema: { ...own.schema, operationId: "editPost", body: withFields(EditPostBody, kinds.bodyFields()) },
    },
    async (request, reply) => {
      const { text, mediaIds, visibility } = request.body;
      const me = memberOf(request);
      const { id } = await getOwnPost(presenter, request.params.id, me);
      const named = kinds.read(request.body);
      const media = mediaIds && toMediaIds(mediaIds);
      await log.commit((tx) => editPost(deps, tx, id, me, { text, mediaIds: media, visibility, named }));
      return sendJson(reply, await showOne(presenter, id, me));
    },
  );

  app.delete(
    "/api/v1/posts/:id",
    {
      config: { policy: "member" },
      schema: { operationId: "deletePost", tags, params: IdParams, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const post = await getOwnPost(presenter, request.params.id, memberOf(request));
      await log.commit((tx) => deletePost(deps, tx, post));
      return reply.code(204).send(null);
    },
  );

  for (const [method, hidden] of [
    ["put", true],
    ["delete", false],
  ] as const) {
    app[method](
      "/api/v1/posts/:id/hidden",
      { ...own, schema: { ...own.schema, operationId: hidden ? "hidePost" : "unhidePost" } },
      async (request, reply) => {
        const me = memberOf(request);
        const { id } = await getOwnPost(presenter, request.params.id, me);
        await hidePost(log, id, me, hidden);
        return sendJson(reply, await showOne(presenter, id, me));
      },
    );
  }
}
