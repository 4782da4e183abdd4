import { Type } from "typebox";
import { pageText, sendJson, textOf } from "../../platform/http/json-text.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { IdParams, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { Account, isBlocked, accountBytes } from "../people/index.ts";
import { getPost } from "./access-post.ts";
import type { PostDeps } from "./deps.ts";
import { fillPage } from "./fill-page.ts";
import { listLikers, listMarkedIds } from "./list-queries.ts";
import { sendPosts } from "./list-posts.ts";
import { markPost } from "./mark-post.ts";
import { Bookmarked, Liked, Post } from "./schemas.ts";

const tags = ["posts"];
const Query = Type.Object(PageQuery, { additionalProperties: false });

export async function markRoutes(app: App, deps: PostDeps): Promise<void> {
  const { db, log, cursors, presenter, people } = deps;

  for (const [method, wanted] of [
    ["put", true],
    ["delete", false],
  ] as const) {
    app[method](
      "/api/v1/posts/:id/like",
      {
        config: { policy: "member" },
        schema: {
          operationId: wanted ? "likePost" : "unlikePost",
          tags,
          params: IdParams,
          response: { 200: Liked },
        },
      },
      async (request) => {
        const accountId = memberOf(request);
        const { id, authorId } = await getPost(
          presenter,
          request.params.id,
          await presenter.reader(accountId),
        );
        const count = await markPost(log, { table: "postLike", postId: id, authorId, accountId, wanted });
        return { liked: wanted, count };
      },
    );
    app[method](
      "/api/v1/posts/:id/bookmark",
      {
        config: { policy: "member" },
        schema: {
          operationId: wanted ? "bookmarkPost" : "unbookmarkPost",
          tags,
          params: IdParams,
          response: { 200: Bookmarked },
        },
      },
      async (request) => {
        const accountId = memberOf(request);
        const { id, authorId } = await getPost(
          presenter,
          request.params.id,
          await presenter.reader(accountId),
        );
        const count = await markPost(log, { table: "bookmark", postId: id, authorId, accountId, wanted });
        return { bookmarked: wanted, count };
      },
    );
  }

  app.get(
    "/api/v1/posts/:id/likes",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listLikes",
        tags,
        params: IdParams,
        querystring: Query,
        response: { 200: PageOf(Ref(Account)) },
      },
    },
    async (request, reply) => {
      const { limit = 20, cursor } = request.query;
      const reader = await presenter.reader(viewerOf(request));
      const { id } = await getPost(presenter, request.params.id, reader);
      const relations = reader?.relations ?? null;
      const list = `likes:${id}`;
      const page = await fillPage(
        limit,
        cursors.openId(list, cursor),
        (count, before) => listLikers(db, id, count, before),
        async (ids) => {
          const accounts = await people.accounts.getMany(ids);
          return ids
            .map((one) => accounts.get(one))
            .filter((one) => one !== undefined)
            .filter((one) => !relations || !isBlocked(relations, one.id));
        },
      );
      const texts = page.shown.map((account) => textOf(accountBytes(account, relations)));
      return sendJson(reply, pageText(texts, page.next === null ? null : cursors.seal(list, page.next)));
    },
  );

  app.get(
    "/api/v1/bookmarks",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listBookmarks",
        tags,
        querystring: Query,
        response: { 200: PageOf(Ref(Post)) },
      },
    },
    async (request, reply) => {
      const accountId = memberOf(request);
      const reader = await presenter.reader(accountId);
      const asked = { ...request.query, name: `bookmarks:${accountId}` };
      return sendPosts(deps, reply, reader, asked, (limit, before) =>
        listMarkedIds(db, "bookmark", accountId, limit, before),
      );
    },
  );
}
