import { Type } from "typebox";
import { sendJson } from "../../platform/http/json-text.ts";
import { notFound } from "../../platform/http/problem.ts";
import type { Id } from "../../platform/database/tables.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { IdText, Nullable, Ref, toId } from "../../platform/http/schemas.ts";
import { Post } from "../posts/index.ts";
import { groupPosts, mostPosts } from "./catch-up.ts";
import { findLastRead, moveLastRead } from "./catch-up-queries.ts";
import { type HomeItem, Reason, withReasons } from "./reasons.ts";
import type { FeedDeps } from "./routes.ts";

/** What is more than this is "and more" on the home page. */
const mostCounted = 50;

const Missed = Type.Object(
  {
    since: Nullable(Type.String({ description: "The newest post that was read; null when none ever was." })),
    count: Type.Integer({ description: `Newer posts in one's home, at most ${mostCounted}.` }),
    more: Type.Boolean({ description: "Whether there are more than were counted." }),
  },
  { $id: "Missed" },
);

const CatchUp = Type.Object(
  {
    from: Nullable(Type.String({ format: "date-time", description: "When one last moved the position." })),
    since: Nullable(Type.String({ description: "The newest post that was read." })),
    upTo: Nullable(
      Type.String({ description: "What to mark as read afterwards; null when nothing is new." }),
    ),
    looked: Type.Integer({ description: "Posts of others that were found, at most 200." }),
    more: Type.Boolean({ description: "Whether there are older ones that were not read." }),
    groups: Type.Array(
      Type.Object({
        reason: Ref(Reason),
        answers: Type.Integer(),
        items: Type.Array(Type.Object({ post: Ref(Post), reason: Ref(Reason) })),
        rest: Type.Integer({ description: "How many there are beside those shown." }),
      }),
    ),
  },
  { $id: "CatchUp" },
);

const tags = ["feeds"];

const isNews = (item: HomeItem): item is Required<HomeItem> => item.reason !== undefined && !item.reason.own;

/** What came into one's home since one left. What belongs into it and may be seen is decided by the home. */
export async function catchUpRoutes(
  app: App,
  { db, posts: { presenter, kinds }, home }: FeedDeps,
): Promise<void> {
  for (const schema of [CatchUp, Missed]) app.addSchema(schema);

  /** What others have brought into somebody's home, of the newest `most` posts: what one wrote oneself is no news. */
  async function newsSince(accountId: Id, since: Id | undefined, most: number) {
    const { items } = await home.page(accountId, most + 1, { since });
    const { relations } = (await presenter.reader(accountId))!;
    const newest = withReasons(items.slice(0, most), relations, kinds.all);
    const news = newest.filter(isNews);
    return { news, more: items.length > most, upTo: newest[0]?.id ?? null };
  }

  app.put(
    "/api/v1/feeds/home/read",
    {
      config: { policy: "member", limit: "catch-up" },
      schema: {
        operationId: "readHome",
        description: "One's home is read up to this post. Moves forward only.",
        tags,
        body: Type.Object({ upTo: IdText }, { additionalProperties: false }),
        response: { 204: Type.Null({ description: "Done." }) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const upTo = toId(request.body.upTo);
      if (!(await presenter.find(upTo, await presenter.reader(me)))) throw notFound();
      await moveLastRead(db, me, upTo);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/api/v1/feeds/home/missed",
    {
      config: { policy: "member", limit: "catch-up" },
      schema: {
        operationId: "missedPosts",
        description: "How many posts came into one's home since one left.",
        tags,
        response: { 200: Ref(Missed) },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const since = (await findLastRead(db, me))?.postId;
      if (since === undefined) return { since: null, count: 0, more: false };
      const { news, more } = await newsSince(me, since, mostCounted);
      return { since: String(since), count: news.length, more };
    },
  );

  app.get(
    "/api/v1/feeds/catch-up",
    {
      config: { policy: "member", limit: "catch-up" },
      schema: {
        operationId: "catchUp",
        description:
          "What one's home got since one left: grouped by person and tag, most answered first, finite.",
        tags,
        querystring: Type.Object(
          { since: Type.Optional(IdText) },
          { additionalProperties: false, description: "Instead of what was marked as read." },
        ),
        response: { 200: Ref(CatchUp) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const last = await findLastRead(db, me);
      const since = request.query.since === undefined ? last?.postId : toId(request.query.since);
      const { news, more, upTo } = await newsSince(me, since, mostPosts);
      const answer = {
        from: last?.at ?? null,
        since: since === undefined ? null : String(since),
        upTo,
        looked: news.length,
        more,
        groups: groupPosts(news),
      };
      return sendJson(reply, JSON.stringify(answer));
    },
  );
}
