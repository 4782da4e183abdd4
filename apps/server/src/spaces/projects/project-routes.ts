import { Type } from "typebox";
import { createOnce } from "../../platform/http/idempotency.ts";
import { sendJson } from "../../platform/http/json-text.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { HandleParams, IdParams, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { Post, sendPosts } from "../../modules/posts/index.ts";
import { listBookmarked, listOfAuthor } from "./board-queries.ts";
import { sendBoard } from "./board.ts";
import { createProject } from "./create-project.ts";
import type { ProjectDeps } from "./deps.ts";
import { editProject } from "./edit-project.ts";
import { getOwnProject, getProject } from "./find-project.ts";
import {
  BoardFigures,
  BoardQuery,
  EditProjectBody,
  NewProjectBody,
  Preview,
  PreviewBody,
} from "./schemas.ts";
import { previewText } from "./text/project-text.ts";

const tags = ["projects"];
const querystring = Type.Object(PageQuery, { additionalProperties: false });
const member = { policy: "member" } as const;
const open = { policy: "public" } as const;

/** The board, and what is done with one project. */
export async function projectRoutes(app: App, deps: ProjectDeps): Promise<void> {
  const { db, log, cursors, people, posts, seen } = deps;
  const { presenter } = posts;
  const lists = { cursors, presenter };

  app.post(
    "/api/v1/projects",
    {
      config: { ...member, limit: "post" },
      schema: { operationId: "createProject", tags, body: NewProjectBody, response: { 201: Ref(Post) } },
    },
    async (request, reply) => {
      const me = memberOf(request);
      return createOnce(log, request, reply, async (tx) => {
        const id = await createProject(deps, tx, me, request.body);
        return { status: 201, json: await posts.showNew(tx, id) };
      });
    },
  );

  app.post(
    "/api/v1/projects/preview",
    {
      config: { ...member, limit: "preview" },
      schema: {
        operationId: "previewProject",
        description: "The text of a project as safe HTML, before it is published.",
        tags,
        body: PreviewBody,
        response: { 200: Preview },
      },
    },
    async (request) => ({ html: await previewText(db, memberOf(request), request.body.text) }),
  );

  app.get(
    "/api/v1/projects",
    {
      config: open,
      schema: {
        operationId: "listProjects",
        description:
          "The board. `popular` counts likes, bookmarks and comments, each weighing half as much after two weeks.",
        tags,
        querystring: BoardQuery,
        response: { 200: PageOf(Ref(Post)) },
      },
    },
    async (request, reply) => sendBoard(deps, reply, viewerOf(request), request.query),
  );

  app.get(
    "/api/v1/projects/figures",
    {
      config: open,
      schema: {
        operationId: "getProjectFigures",
        description: "What the head of the board says; half a minute old at the most.",
        tags,
        response: { 200: BoardFigures },
      },
    },
    () => deps.figures(),
  );

  app.get(
    "/api/v1/projects/bookmarked",
    {
      config: member,
      schema: {
        operationId: "listBookmarkedProjects",
        tags,
        querystring,
        response: { 200: PageOf(Ref(Post)) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const asked = { ...request.query, name: `bookmarked-projects:${me}` };
      return sendPosts(lists, reply, await presenter.reader(me), asked, (limit, before) =>
        listBookmarked(db, me, limit, before),
      );
    },
  );

  app.get(
    "/api/v1/accounts/:handle/projects",
    {
      config: open,
      schema: {
        operationId: "listProjectsOf",
        tags,
        params: HandleParams,
        querystring,
        response: { 200: PageOf(Ref(Post)) },
      },
    },
    async (request, reply) => {
      const reader = await presenter.reader(viewerOf(request));
      const authorId = await people.presenter.getId(request.params.handle, reader?.relations ?? null);
      const asked = { ...request.query, name: `projects-of:${authorId}` };
      return sendPosts(lists, reply, reader, asked, (limit, before) =>
        listOfAuthor(db, authorId, limit, before),
      );
    },
  );

  app.get(
    "/api/v1/projects/:id",
    {
      config: open,
      schema: { operationId: "getProject", tags, params: IdParams, response: { 200: Ref(Post) } },
    },
    async (request, reply) => {
      const accountId = viewerOf(request);
      const reader = await presenter.reader(accountId);
      const post = await getProject(deps, request.params.id, reader);
      posts.views.note(post, request);
      if (accountId !== null && accountId !== post.authorId) seen.note(accountId, post.id);
      const [text] = await presenter.texts([post], reader);
      return sendJson(reply, text!);
    },
  );

  app.patch(
    "/api/v1/projects/:id",
    {
      config: { ...member, limit: "post" },
      schema: {
        operationId: "editProject",
        tags,
        params: IdParams,
        body: EditProjectBody,
        response: { 200: Ref(Post) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const { id } = await getOwnProject(deps, request.params.id, me);
      await editProject(deps, id, me, request.body);
      const reader = await presenter.reader(me);
      const [text] = await presenter.texts([await getProject(deps, request.params.id, reader)], reader);
      return sendJson(reply, text!);
    },
  );

  app.delete(
    "/api/v1/projects/:id",
    {
      config: member,
      schema: {
        operationId: "deleteProject",
        description: "With its comments; what its maker has written about it stays.",
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const post = await getOwnProject(deps, request.params.id, memberOf(request));
      await log.commit((tx) => posts.remove(tx, post));
      return reply.code(204).send(null);
    },
  );
}
