import { Type } from "typebox";
import { sendJson } from "../../platform/http/json-text.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { IdParams, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { answerNew } from "./answer-new.ts";
import { getAnswerable, getPost } from "./access-post.ts";
import { toMediaIds } from "./create-post.ts";
import type { PostDeps } from "./deps.ts";
import { listAncestorIds, listCommentIds } from "./list-queries.ts";
import { sendPosts } from "./list-posts.ts";
import { CreateHeaders, NewPostBody, Post } from "./schemas.ts";

const tags = ["posts"];
const mostAncestors = 100;

export async function commentRoutes(app: App, deps: PostDeps): Promise<void> {
  const { db, presenter } = deps;

  app.post(
    "/api/v1/posts/:id/comments",
    {
      config: { policy: "member", limit: "post" },
      schema: {
        operationId: "createComment",
        headers: CreateHeaders,
        tags,
        params: IdParams,
        body: NewPostBody,
        response: { 201: Ref(Post) },
      },
    },
    async (request, reply) => {
      const { text, mediaIds, visibility = "public" } = request.body;
      const authorId = memberOf(request);
      const parent = await getAnswerable(presenter, request.params.id, await presenter.reader(authorId));
      const draft = { authorId, text, mediaIds: toMediaIds(mediaIds), visibility, parent };
      return answerNew(deps, request, reply, draft);
    },
  );

  app.get(
    "/api/v1/posts/:id/comments",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listComments",
        description: "Direct answers, oldest first.",
        tags,
        params: IdParams,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: PageOf(Ref(Post)) },
      },
    },
    async (request, reply) => {
      const reader = await presenter.reader(viewerOf(request));
      const { id } = await getPost(presenter, request.params.id, reader);
      const asked = { ...request.query, name: `comments:${id}` };
      return sendPosts(deps, reply, reader, asked, (limit, after) => listCommentIds(db, id, limit, after));
    },
  );

  app.get(
    "/api/v1/posts/:id/ancestors",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listAncestors",
        description:
          "What the comment answers, up to the first post of the thread, which comes first. The nearest 100.",
        tags,
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(Ref(Post)) }) },
      },
    },
    async (request, reply) => {
      const reader = await presenter.reader(viewerOf(request));
      const { id, parentId } = await getPost(presenter, request.params.id, reader);
      const ids = parentId === null ? [] : await listAncestorIds(db, id, mostAncestors);
      const texts = await presenter.texts(await presenter.visible(ids, reader), reader);
      return sendJson(reply, `{"items":[${texts.join(",")}]}`);
    },
  );
}
