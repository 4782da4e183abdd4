import { Type } from "typebox";
import { invalid } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { HandleText, Ref } from "../../platform/http/schemas.ts";
import { Account, findAccountIds, follow, isBlocked } from "../people/index.ts";
import { followTag, toTag } from "../posts/index.ts";
import { listInterests } from "./interests.ts";
import type { FeedDeps } from "./routes.ts";

const Interest = Type.Object(
  {
    id: Type.String(),
    name: Type.Object({ ko: Type.String(), en: Type.String() }),
    tags: Type.Array(Type.String()),
    accounts: Type.Array(Ref(Account)),
  },
  { $id: "Interest" },
);

const most = 50;
const Chosen = Type.Object(
  {
    tags: Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: most }),
    handles: Type.Array(HandleText, { maxItems: most }),
  },
  { additionalProperties: false },
);

/** What a new person chooses, so that their first feed is full. */
export async function interestRoutes(app: App, { db, log, people, posts }: FeedDeps): Promise<void> {
  app.addSchema(Interest);

  app.get(
    "/api/v1/interests",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listInterests",
        tags: ["feeds"],
        summary: "Topics with tags in use here and people who write about them.",
        response: { 200: Type.Object({ items: Type.Array(Ref(Interest)) }) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const [interests, reader] = await Promise.all([listInterests(db, me), posts.presenter.reader(me)]);
      const items = await Promise.all(
        interests.map(async ({ id, name, tags, accountIds }) => {
          const accounts = await people.presentAccounts(accountIds, reader!.relations);
          return `${JSON.stringify({ id, name, tags }).slice(0, -1)},"accounts":[${accounts.join(",")}]}`;
        }),
      );
      reply.type("application/json; charset=utf-8").send(`{"items":[${items.join(",")}]}` as never);
      return reply;
    },
  );

  app.post(
    "/api/v1/me/interests",
    {
      config: { policy: "member", limit: "follow" },
      schema: {
        operationId: "chooseInterests",
        tags: ["feeds"],
        summary: "Follows all the tags and people at once. Those that one follows already stay followed.",
        body: Chosen,
        response: { 200: Type.Object({ tags: Type.Integer(), people: Type.Integer() }) },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const tags = new Set(request.body.tags.map((text) => toTag(text)));
      if (tags.has(undefined)) throw invalid("tags", "has a text that is no hashtag");
      const others = await findAccountIds(db, request.body.handles);
      const { relations } = (await posts.presenter.reader(me))!;
      const chosen = [...others.values()].filter((id) => id !== me && !isBlocked(relations, id));
      for (const tag of tags) await followTag(log, me, tag!, true);
      for (const id of chosen) await follow(log, relations, id);
      return { tags: tags.size, people: chosen.length };
    },
  );
}
