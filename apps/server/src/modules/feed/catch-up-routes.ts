import { Type } from "typebox";
import { sendJson, textOf } from "../../platform/http/json-text.ts";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { IdText, Nullable, Ref, toId } from "../../platform/http/schemas.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import { Post } from "../posts/index.ts";
import { groupPosts, mostPosts } from "./catch-up.ts";
import { findLastRead, moveLastRead } from "./catch-up-queries.ts";
import type { FeedDeps } from "./routes.ts";

const Reason = Type.Object(
  {
    follows: Type.Optional(Type.String({ description: "The handle of the author, whom one follows." })),
    tag: Type.Optional(Type.String()),
    own: Type.Optional(Type.Boolean()),
  },
  { $id: "FeedReason", description: "Why a post is in one's home: exactly one of these." },
);

const CatchUp = Type.Object(
  {
    from: Nullable(Type.String({ format: "date-time", description: "When one last moved the position." })),
    since: Nullable(Type.String({ description: "The newest post that was read." })),
    upTo: Nullable(
      Type.String({ description: "What to mark as read afterwards; null when nothing is new." }),
    ),
    looked: Type.Integer({ description: "Posts that were looked at, at most 200." }),
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

/** What came into one's home since one left. What belongs into it and may be seen is decided by the home. */
export async function catchUpRoutes(app: App, { db, posts: { presenter }, home }: FeedDeps): Promise<void> {
  for (const schema of [Reason, CatchUp]) app.addSchema(schema);

  app.put(
    "/api/v1/feeds/home/read",
    {
      config: { policy: "member" },
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
    "/api/v1/feeds/catch-up",
    {
      config: { policy: "member" },
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
      const page = await home.page(me, mostPosts, { since });
      const found = page.items.map((item): Post => JSON.parse(textOf(item)));
      const { relations } = (await presenter.reader(me))!;
      const groups = groupPosts(found, {
        ownId: String(me),
        following: ({ author }) => hasId(relations.following, Number(author.id)),
        tags: relations.tags,
      });
      const answer = {
        from: last?.at ?? null,
        since: since === undefined ? null : String(since),
        upTo: found[0]?.id ?? null,
        looked: found.length,
        more: page.next !== null,
        groups,
      };
      return sendJson(reply, JSON.stringify(answer));
    },
  );
}
