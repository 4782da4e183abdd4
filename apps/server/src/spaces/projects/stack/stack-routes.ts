import { type App, memberOf, viewerOf } from "../../../platform/http/route.ts";
import { HandleParams, PageOf } from "../../../platform/http/schemas.ts";
import type { ProjectDeps } from "../deps.ts";
import { personStackChanged } from "../events.ts";
import { readManifest } from "../manifest/read-manifest.ts";
import { ManifestBody, StackAnswer, StackBody, StackItem, StackQuery } from "../schemas.ts";
import { takeStack } from "./stack.ts";
import { keyOf } from "./technology-name.ts";
import {
  type NamedTechnology,
  readBySlugs,
  readStackOf,
  replaceStackOf,
  suggestTechnologies,
} from "./technology-queries.ts";

const tags = ["projects"];
const answer = (stack: readonly NamedTechnology[]) => ({
  stack: stack.map(({ slug, name }) => ({ id: slug, name })),
});

/** Technologies, and who works with which. */
export async function stackRoutes(app: App, deps: ProjectDeps): Promise<void> {
  const { db, log, cursors, people } = deps;

  app.get(
    "/api/v1/stacks",
    {
      config: { policy: "public", limit: "search" },
      schema: {
        operationId: "listStacks",
        description:
          "Technologies whose name or another spelling begins with the query, the most used first.",
        tags,
        querystring: StackQuery,
        response: { 200: PageOf(StackItem) },
      },
    },
    async (request) => {
      const { query = "", limit = 20, cursor } = request.query;
      const key = keyOf(query);
      // Nothing but signs: no name begins so.
      if (query.trim() !== "" && key === "") return { items: [], nextCursor: null };
      const list = `stacks:${key}`;
      const from = cursors.openId(list, cursor) ?? 0;
      const rows = await suggestTechnologies(db, key, limit + 1, from);
      return {
        items: rows.slice(0, limit).map(({ slug, name, projects }) => ({ id: slug, name, projects })),
        nextCursor: rows.length > limit ? cursors.seal(list, from + limit) : null,
      };
    },
  );

  app.post(
    "/api/v1/stacks/from-manifest",
    {
      config: { policy: "member", limit: "search" },
      bodyLimit: 1024 * 1024,
      schema: {
        operationId: "readManifest",
        description: "The technologies that a file of dependencies names; nothing of the file is kept.",
        tags,
        body: ManifestBody,
        response: { 200: StackAnswer },
      },
    },
    async (request) => {
      const slugs = readManifest(request.body.name, request.body.text);
      return answer(await readBySlugs(db, slugs));
    },
  );

  app.get(
    "/api/v1/accounts/:handle/stack",
    {
      config: { policy: "public" },
      schema: {
        operationId: "getStackOf",
        description: "What somebody says that they work with.",
        tags,
        params: HandleParams,
        response: { 200: StackAnswer },
      },
    },
    async (request) => {
      const relations = await people.presenter.relationsOf(viewerOf(request));
      return answer(await readStackOf(db, await people.presenter.getId(request.params.handle, relations)));
    },
  );

  app.put(
    "/api/v1/me/stack",
    {
      config: { policy: "member", limit: "follow" },
      schema: { operationId: "setMyStack", tags, body: StackBody, response: { 200: StackAnswer } },
    },
    async (request) => {
      const me = memberOf(request);
      await log.commit(async (tx) => {
        const stack = await takeStack(tx, "stack", request.body.stack, me);
        await replaceStackOf(tx, me, stack);
        log.publish(tx, personStackChanged({ accountId: me, stack }));
      });
      return answer(await readStackOf(db, me));
    },
  );
}
