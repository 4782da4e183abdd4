import { Type } from "typebox";
import { pageText, sendJson } from "../../platform/http/json-text.ts";
import { type App, viewerOf } from "../../platform/http/route.ts";
import { HandleParams, IdParams, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { getPost } from "./access-post.ts";
import type { PostDeps } from "./deps.ts";
import { listEdits, listIdsOfAuthor } from "./list-queries.ts";
import { sendPosts } from "./list-posts.ts";
import { Post, PostEdit } from "./schemas.ts";

export async function listRoutes(app: App, deps: PostDeps): Promise<void> {
  const { db, cursors, presenter, people } = deps;

  app.get(
    "/api/v1/accounts/:handle/posts",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listPostsOfAccount",
        description: "Newest first.",
        tags: ["people", "posts"],
        params: HandleParams,
        querystring: Type.Object(
          { ...PageQuery, comments: Type.Optional(Type.Boolean({ description: "Comments too." })) },
          { additionalProperties: false },
        ),
        response: { 200: PageOf(Ref(Post)) },
      },
    },
    async (request, reply) => {
      const { comments = false, limit, cursor } = request.query;
      const reader = await presenter.reader(viewerOf(request));
      const id = await people.presenter.getId(request.params.handle, reader?.relations ?? null);
      const author = { id, comments, hidden: reader?.relations.accountId === id };
      const asked = { name: `posts-of:${id}:${comments}`, limit, cursor };
      return sendPosts(deps, reply, reader, asked, (count, before) =>
        listIdsOfAuthor(db, author, count, before),
      );
    },
  );

  app.get(
    "/api/v1/posts/:id/edits",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listEdits",
        description: "What the post said before, the newest version first.",
        tags: ["posts"],
        params: IdParams,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: PageOf(PostEdit) },
      },
    },
    async (request, reply) => {
      const { limit = 20, cursor } = request.query;
      const { id } = await getPost(presenter, request.params.id, await presenter.reader(viewerOf(request)));
      const list = `edits:${id}`;
      const rows = await listEdits(db, id, limit + 1, cursors.openId(list, cursor));
      const shown = rows.slice(0, limit);
      const texts = shown.map(({ text, html, media, writtenAt }) =>
        JSON.stringify({ text, html, media: media ?? [], writtenAt: writtenAt.toISOString() }),
      );
      return sendJson(
        reply,
        pageText(texts, rows.length > limit ? cursors.seal(list, shown.at(-1)!.id) : null),
      );
    },
  );
}
