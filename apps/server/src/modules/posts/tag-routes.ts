import { Type } from "typebox";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { PageOf, PageQuery } from "../../platform/http/schemas.ts";
import type { PostDeps } from "./deps.ts";
import { followTag } from "./follow-tag.ts";
import { toTag } from "./render-text.ts";
import { refused, TagCount, TagParams } from "./schemas.ts";
import { countTag, listFollowedTags, listTagsByPrefix } from "./tag-queries.ts";

const tags = ["tags"];
const mostSuggested = 10;
const Followed = Type.Object({ tag: Type.String(), following: Type.Boolean() });

/** The tag of a path. What cannot be one does not exist. */
export function getTag(text: string): string {
  const tag = toTag(text.normalize("NFC"));
  if (tag === undefined) throw notFound();
  return tag;
}

export async function tagRoutes(app: App, deps: PostDeps): Promise<void> {
  const { db, log, cursors, people, trending } = deps;

  app.get(
    "/api/v1/tags",
    {
      config: { policy: "public", limit: "search" },
      schema: {
        operationId: "suggestTags",
        description: "Tags that begin so, those with the most posts first.",
        tags,
        querystring: Type.Object(
          { query: Type.String({ minLength: 1, maxLength: 100 }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ items: Type.Array(TagCount) }) },
      },
    },
    async (request) => {
      const prefix = request.query.query
        .replace(/^[#＃]/, "")
        .normalize("NFC")
        .toLowerCase();
      return { items: await listTagsByPrefix(db, prefix, mostSuggested) };
    },
  );

  app.get(
    "/api/v1/tags/trending",
    {
      config: { policy: "public" },
      schema: {
        operationId: "trendingTags",
        description: "Tags by a count that halves every two days, the hottest first.",
        tags,
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({ tag: Type.String(), count: Type.Integer(), heat: Type.Number() }),
            ),
          }),
        },
      },
    },
    async () => ({ items: await trending.tags() }),
  );

  app.get(
    "/api/v1/tags/followed",
    {
      config: { policy: "member" },
      schema: {
        operationId: "followedTags",
        tags,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: PageOf(TagCount) },
      },
    },
    async (request) => {
      const { limit = 20, cursor } = request.query;
      const accountId = memberOf(request);
      const list = `followed-tags:${accountId}`;
      const rows = await listFollowedTags(db, accountId, limit + 1, cursors.openId(list, cursor));
      const items = rows.slice(0, limit);
      const nextCursor = rows.length > limit ? cursors.seal(list, items.at(-1)!.position) : null;
      return { items: items.map(({ tag, count }) => ({ tag, count })), nextCursor };
    },
  );

  app.get(
    "/api/v1/tags/:tag",
    {
      config: { policy: "public" },
      schema: {
        operationId: "getTag",
        tags,
        params: TagParams,
        response: {
          200: Type.Object({ tag: Type.String(), count: Type.Integer(), following: Type.Boolean() }),
        },
      },
    },
    async (request) => {
      const tag = getTag(request.params.tag);
      const relations = await people.presenter.relationsOf(viewerOf(request));
      return { tag, count: await countTag(db, tag), following: relations?.tags.has(tag) ?? false };
    },
  );

  for (const [method, following] of [
    ["put", true],
    ["delete", false],
  ] as const) {
    app[method](
      "/api/v1/tags/:tag/follow",
      {
        config: { policy: "member", limit: "follow" },
        schema: {
          operationId: following ? "followTag" : "unfollowTag",
          tags,
          params: TagParams,
          response: { 200: Followed, 422: refused("Too many tags are followed already.") },
        },
      },
      async (request) => {
        const tag = getTag(request.params.tag);
        await followTag(log, memberOf(request), tag, following);
        return { tag, following };
      },
    );
  }
}
