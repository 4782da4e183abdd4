import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import type { Id } from "../../platform/database/tables.ts";
import { pageBytes, sendBytes, sendJson, sendPage } from "../../platform/http/json-text.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { IdText, PageOf, PageQuery, Ref, toId } from "../../platform/http/schemas.ts";
import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import { Post, type Posts } from "../posts/index.ts";
import type { Home, HomePage } from "./home.ts";
import { fillPage } from "./lists.ts";
import { HomeItem, Reason, withReasons } from "./reasons.ts";
import { listPublicIds, listTagIds } from "./queries.ts";

export interface FeedDeps extends Platform {
  people: People;
  posts: Posts;
  home: Home;
}

const response = { 200: PageOf(Ref(Post)) };

export async function feedRoutes(
  app: App,
  { db, cursors, posts: { presenter, kinds }, home }: FeedDeps,
): Promise<void> {
  const seal = (list: string, next: number | null) => (next === null ? null : cursors.seal(list, next));

  for (const schema of [Reason, HomeItem]) app.addSchema(schema);

  /** As a page is sent, with the reason of each post: neither kept nor as fast. */
  async function sendReasons(reply: FastifyReply, accountId: Id, { items, next }: HomePage): Promise<void> {
    const { relations } = (await presenter.reader(accountId))!;
    const page = { items: withReasons(items, relations, kinds.all), nextCursor: seal("home", next) };
    sendJson(reply, JSON.stringify(page));
  }

  app.get(
    "/api/v1/feeds/home",
    {
      config: { policy: "member" },
      schema: {
        operationId: "homeFeed",
        tags: ["feeds"],
        querystring: Type.Object(
          {
            ...PageQuery,
            since: Type.Optional(IdText),
            reasons: Type.Optional(Type.Boolean({ description: "Tell of each post why it is there." })),
          },
          { additionalProperties: false },
        ),
        response: { 200: PageOf(Ref(HomeItem)) },
      },
    },
    // Not async: a page from memory is answered in the same turn.
    (request, reply) => {
      const { limit = 20, cursor, since, reasons = false } = request.query;
      const isFirst = cursor === undefined && since === undefined && !reasons;
      const stored = isFirst && home.stored(memberOf(request), limit);
      if (stored) return void sendBytes(reply, stored);
      const page = home.page(memberOf(request), limit, {
        before: cursors.openId("home", cursor),
        since: since === undefined ? undefined : toId(since),
      });
      if (reasons) return Promise.resolve(page).then((read) => sendReasons(reply, memberOf(request), read));
      const send = ({ items, next, keep }: HomePage): void => {
        const bytes = pageBytes(items, seal("home", next));
        keep?.(bytes);
        sendBytes(reply, bytes);
      };
      return page instanceof Promise ? page.then(send) : send(page);
    },
  );

  app.get(
    "/api/v1/feeds/explore",
    {
      config: { policy: "public" },
      schema: {
        operationId: "exploreFeed",
        tags: ["feeds"],
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response,
      },
    },
    async (request, reply) => {
      const { limit = 20, cursor } = request.query;
      const reader = await presenter.reader(viewerOf(request));
      const page = await fillPage(
        presenter,
        reader,
        limit,
        cursors.openId("explore", cursor),
        (count, before) => listPublicIds(db, count, before),
      );
      const items = await presenter.bytes(page.posts, reader);
      return sendPage(reply, items, seal("explore", page.next));
    },
  );

  app.get(
    "/api/v1/feeds/tags/:tag",
    {
      config: { policy: "public" },
      schema: {
        operationId: "tagFeed",
        tags: ["feeds"],
        params: Type.Object({ tag: Type.String({ minLength: 1, maxLength: 200 }) }),
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response,
      },
    },
    async (request, reply) => {
      const { limit = 20, cursor } = request.query;
      const tag = request.params.tag.normalize("NFC").toLowerCase();
      const list = `tag:${tag}`;
      const reader = await presenter.reader(viewerOf(request));
      const page = await fillPage(presenter, reader, limit, cursors.openId(list, cursor), (count, before) =>
        listTagIds(db, tag, count, before),
      );
      const items = await presenter.bytes(page.posts, reader);
      return sendPage(reply, items, seal(list, page.next));
    },
  );
}
