import { Type } from "typebox";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { IdParams, PageOf, PageQuery, Ref, toId } from "../../platform/http/schemas.ts";
import { Post } from "../../modules/posts/index.ts";
import type { ProjectDeps } from "./deps.ts";
import { getProject } from "./find-project.ts";
import { readFollow } from "./project-queries.ts";
import { Follow } from "./schemas.ts";

const tags = ["projects"];
const querystring = Type.Object(PageQuery, { additionalProperties: false });

/** What its maker writes about a project, and who wants to hear of it. */
export async function changeLogRoutes(app: App, deps: ProjectDeps): Promise<void> {
  const { db, posts, topics } = deps;
  const { presenter } = posts;

  app.get(
    "/api/v1/projects/:id/log",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listProjectLog",
        description: "What its maker has written about it, newest first.",
        tags,
        params: IdParams,
        querystring,
        response: { 200: PageOf(Ref(Post)) },
      },
    },
    async (request, reply) => {
      const reader = await presenter.reader(viewerOf(request));
      const { id } = await getProject(deps, request.params.id, reader);
      return topics.sendPosts(reply, reader, { ...request.query, name: `project-log:${id}` }, id);
    },
  );

  app.get(
    "/api/v1/projects/:id/follow",
    {
      config: { policy: "public" },
      schema: {
        operationId: "getProjectFollow",
        description: "How many follow its change log, and whether the one who asks does.",
        tags,
        params: IdParams,
        response: { 200: Follow },
      },
    },
    async (request) => {
      const accountId = viewerOf(request);
      const { id } = await getProject(deps, request.params.id, await presenter.reader(accountId));
      return readFollow(db, id, accountId);
    },
  );

  for (const [method, wanted] of [
    ["put", true],
    ["delete", false],
  ] as const)
    app[method](
      "/api/v1/projects/:id/follow",
      {
        config: { policy: "member", limit: "follow" },
        schema: {
          operationId: wanted ? "followProject" : "unfollowProject",
          tags,
          params: IdParams,
          response: { 200: Follow },
        },
      },
      async (request) => {
        const me = memberOf(request);
        const id = toId(request.params.id);
        const post = await presenter.find(id, await presenter.reader(me));
        const isThere = post?.kind === "project";
        // Also of one that has been closed to the person since.
        if (isThere || !wanted) {
          const answer = await topics.follow(me, id, wanted);
          if (isThere) return answer;
        }
        throw notFound();
      },
    );
}
