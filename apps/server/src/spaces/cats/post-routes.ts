import { Type } from "typebox";
import type { Id } from "../../platform/database/tables.ts";
import { sendJson } from "../../platform/http/json-text.ts";
import { notFound, Problem } from "../../platform/http/problem.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { IdParams, IdText, PageOf, PageQuery, Ref, toId } from "../../platform/http/schemas.ts";
import { Account } from "../../modules/people/index.ts";
import { Post } from "../../modules/posts/index.ts";
import { getCat } from "./access-cat.ts";
import { selectCats } from "./cat-row-queries.ts";
import type { CatDeps } from "./deps.ts";
import { followersPage } from "./lists.ts";

const tags = ["cats"];
const querystring = Type.Object(PageQuery, { additionalProperties: false });
const Followed = Type.Object({ following: Type.Boolean(), followers: Type.Integer() });

/** A cat and posts, and who follows it. */
export async function catPostRoutes(app: App, deps: CatDeps): Promise<void> {
  const { db, posts, topics } = deps;

  app.get(
    "/api/v1/cats/:id/posts",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listCatPosts",
        description: "Newest first.",
        tags,
        params: IdParams,
        querystring,
        response: { 200: PageOf(Ref(Post)) },
      },
    },
    async (request, reply) => {
      const accountId = viewerOf(request);
      const { id } = await getCat(db, request.params.id, accountId);
      const reader = await posts.presenter.reader(accountId);
      return topics.sendPosts(reply, reader, { ...request.query, name: `cat-posts:${id}` }, id);
    },
  );

  app.delete(
    "/api/v1/cats/:id/posts/:postId",
    {
      config: { policy: "member" },
      schema: {
        operationId: "removeCatFromPost",
        description: "For the people of the cat, and the author of the post.",
        tags,
        params: Type.Object({ id: IdText, postId: IdText }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, postId } = request.params;
      await takeOff(deps, toId(id), toId(postId), memberOf(request));
      return reply.code(204).send(null);
    },
  );

  for (const [method, wanted] of [
    ["put", true],
    ["delete", false],
  ] as const)
    app[method](
      "/api/v1/cats/:id/follow",
      {
        config: { policy: "member", limit: "follow" },
        schema: {
          operationId: wanted ? "followCat" : "unfollowCat",
          tags,
          params: IdParams,
          response: { 200: Followed },
        },
      },
      async (request) => {
        const accountId = memberOf(request);
        const id = toId(request.params.id);
        const [cat] = await selectCats(db, [id], accountId);
        // Also of one that has been closed to the person since.
        if (cat || !wanted) {
          const answer = await topics.follow(accountId, id, wanted);
          if (cat) return answer;
        }
        throw notFound();
      },
    );

  app.get(
    "/api/v1/cats/:id/followers",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listCatFollowers",
        tags,
        params: IdParams,
        querystring,
        response: { 200: PageOf(Ref(Account)) },
      },
    },
    async (request, reply) =>
      sendJson(reply, await followersPage(deps, viewerOf(request), request.params.id, request.query)),
  );
}

/** Takes the cat off a post. Its people may do so whether they see the post or not, authors whether they see the cat or not. */
async function takeOff({ db, posts, topics }: CatDeps, catId: Id, postId: Id, accountId: Id): Promise<void> {
  const [cat] = await selectCats(db, [catId], accountId);
  if (!cat?.isMine) {
    const post = await posts.presenter.find(postId, await posts.presenter.reader(accountId));
    if (!post || (!cat && post.authorId !== accountId)) throw notFound();
    if (post.authorId !== accountId)
      throw new Problem(
        403,
        "not-yours",
        "Only the people of the cat and the author of the post may do this.",
      );
  }
  if (!(await topics.takeOff(postId, catId))) throw notFound();
}
