import { Type } from "typebox";
import type { Id } from "../../../platform/database/tables.ts";
import { pageText, sendJson } from "../../../platform/http/json-text.ts";
import { type App, memberOf, viewerOf } from "../../../platform/http/route.ts";
import { IdParams, PageOf, PageQuery } from "../../../platform/http/schemas.ts";
import type { Relations } from "../../../modules/people/index.ts";
import type { CachedPost } from "../../../modules/posts/index.ts";
import type { ProjectDeps } from "../deps.ts";
import { getProject } from "../find-project.ts";
import { Alike, Recommended } from "../schemas.ts";
import type { TechnologyId } from "../tables.ts";
import { listAlike, setDismissed } from "./recommendation-queries.ts";

const tags = ["projects"];
const querystring = Type.Object(PageQuery, { additionalProperties: false });
const Few = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })) },
  { additionalProperties: false },
);
/** Shared technologies that a reason names. */
const mostNamed = 3;

/** People who are not to be there for somebody: those between whom and them is a block, and those they have muted. */
const hiddenFrom = (relations: Relations | null): Id[] =>
  relations ? [...relations.blocking, ...relations.blockedBy, ...relations.muting] : [];

export async function recommendationRoutes(app: App, deps: ProjectDeps): Promise<void> {
  const { db, cursors, people, posts, recommendations, findNames } = deps;
  const { presenter } = posts;

  async function namesOf(stacks: readonly (readonly TechnologyId[])[]): Promise<string[][]> {
    const shown = stacks.map((stack) => stack.slice(0, mostNamed));
    const names = await findNames([...new Set(shown.flat())]);
    return shown.map((stack) => stack.flatMap((id) => names.get(id) ?? []));
  }

  app.get(
    "/api/v1/projects/recommended",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listRecommendedProjects",
        description:
          "Projects of people with a stack like one's own, and what those keep who keep what one keeps: not one's own, not opened yet, not sent away.",
        tags,
        querystring,
        response: { 200: PageOf(Recommended) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const { limit = 20, cursor } = request.query;
      const list = `recommended:${me}`;
      const from = cursors.openId(list, cursor) ?? 0;
      const reader = (await presenter.reader(me))!;
      const suggestions = await recommendations.forPerson(me, hiddenFrom(reader.relations));
      const byProject = new Map(suggestions.map((one) => [one.projectId, one]));
      const projects = [...byProject.keys()];
      const visible: CachedPost[] = [];
      let at = from;
      while (visible.length < limit && at < projects.length) {
        const some = projects.slice(at, at + limit - visible.length);
        visible.push(...(await presenter.visible(some, reader)));
        at += some.length;
      }
      const texts = await presenter.texts(visible, reader);
      const shown = visible.map(({ id }) => byProject.get(id)!);
      const names = await namesOf(shown.map(({ stack }) => stack));
      const items = await Promise.all(
        shown.map(async (suggestion, place) => {
          const accounts = await people.presentAccounts(suggestion.people, reader.relations);
          const because = `{"stack":${JSON.stringify(names[place])},"people":[${accounts.join(",")}]}`;
          return `{"post":${texts[place]!},"because":${because}}`;
        }),
      );
      const next = at < projects.length ? cursors.seal(list, at) : null;
      return sendJson(reply, pageText(items, next));
    },
  );

  app.get(
    "/api/v1/projects/people",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listPeopleWithMyStack",
        description: "People with a stack like one's own, the most similar first.",
        tags,
        querystring: Few,
        response: { 200: PageOf(Alike) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const relations = await people.presenter.relationsOf(me);
      const near = await recommendations.near(me, request.query.limit ?? 20, hiddenFrom(relations));
      const names = await namesOf(near.map(({ shared }) => shared));
      const items = await Promise.all(
        near.map(async ({ id, likeness }, place) => {
          const [account] = await people.presentAccounts([id], relations);
          const stack = JSON.stringify(names[place]);
          return account === undefined
            ? []
            : [`{"account":${account},"stack":${stack},"likeness":${likeness.toFixed(3)}}`];
        }),
      );
      return sendJson(reply, pageText(items.flat(), null));
    },
  );

  app.get(
    "/api/v1/projects/:id/similar",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listSimilarProjects",
        description:
          "Projects of others that share some of its stack, the more and the rarer of it the better.",
        tags,
        params: IdParams,
        querystring: Few,
        response: { 200: PageOf(Recommended) },
      },
    },
    async (request, reply) => {
      const accountId = viewerOf(request);
      const reader = await presenter.reader(accountId);
      const { id } = await getProject(deps, request.params.id, reader);
      const found = await listAlike(db, id, accountId, request.query.limit ?? 20);
      const visible = await presenter.visible(
        found.map((one) => one.id),
        reader,
      );
      const texts = await presenter.texts(visible, reader);
      const shared = new Map(found.map((one) => [one.id, one.shared]));
      const names = await namesOf(visible.map((post) => shared.get(post.id)!));
      const items = texts.map(
        (text, place) => `{"post":${text},"because":{"stack":${JSON.stringify(names[place])},"people":[]}}`,
      );
      return sendJson(reply, pageText(items, null));
    },
  );

  for (const [method, isDismissed] of [
    ["put", true],
    ["delete", false],
  ] as const)
    app[method](
      "/api/v1/projects/:id/dismissed",
      {
        config: { policy: "member", limit: "follow" },
        schema: {
          operationId: isDismissed ? "dismissProject" : "undismissProject",
          description: "Whether it shall not be suggested again.",
          tags,
          params: IdParams,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const me = memberOf(request);
        const { id } = await getProject(deps, request.params.id, await presenter.reader(me));
        await db.transaction().execute((tx) => setDismissed(tx, me, id, isDismissed));
        return reply.code(204).send(null);
      },
    );
}
