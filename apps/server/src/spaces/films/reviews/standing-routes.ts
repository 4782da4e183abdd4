import { invalid } from "../../../platform/http/problem.ts";
import { type App, memberOf, viewerOf } from "../../../platform/http/route.ts";
import { IdParams } from "../../../platform/http/schemas.ts";
import type { FilmDeps } from "../deps.ts";
import { toOpinion } from "../present.ts";
import { ReviewStanding, Standings, StandingsQuery, VoteBody } from "../schemas.ts";
import { selectStandings, type StandingRow } from "./review-queries.ts";
import { voteReview } from "./vote-review.ts";

const tags = ["films"];
const member = { policy: "member", limit: "vote" } as const;
const mostIds = 50;

const toStanding = ({ id, likes, dislikes, vote, tier }: StandingRow) => ({
  id: String(id),
  likes,
  dislikes,
  vote: toOpinion(vote),
  tier,
});

/** How reviews are received. */
export async function standingRoutes(app: App, deps: FilmDeps): Promise<void> {
  const { db, posts } = deps;
  const { presenter } = posts;
  const standingOf = async (id: number, accountId: number) =>
    toStanding((await selectStandings(db, [id], accountId))[0]!);

  app.get(
    "/api/v1/reviews/standings",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listReviewStandings",
        description: "Of reviews that the reader may see, in the order asked; the others are left out.",
        tags,
        querystring: StandingsQuery,
        response: { 200: Standings },
      },
    },
    async (request) => {
      const texts = request.query.ids.split(",").filter((text) => text !== "");
      if (texts.length > mostIds || !texts.every((text) => /^[1-9]\d{0,15}$/.test(text)))
        throw invalid("ids", `names up to ${mostIds} posts, with commas between them`);
      const me = viewerOf(request);
      const visible = await presenter.visible(texts.map(Number), await presenter.reader(me));
      const rows = await selectStandings(
        db,
        visible.map(({ id }) => id),
        me,
      );
      return { items: rows.map(toStanding) };
    },
  );

  app.put(
    "/api/v1/posts/:id/vote",
    {
      config: member,
      schema: {
        operationId: "voteReview",
        description: "Of reviews of others; it moves their authors' points. Twice is once.",
        tags,
        params: IdParams,
        body: VoteBody,
        response: { 200: ReviewStanding },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const id = await voteReview(deps, me, request.params.id, request.body.value === "like" ? 1 : -1);
      return standingOf(id, me);
    },
  );

  app.delete(
    "/api/v1/posts/:id/vote",
    {
      config: member,
      schema: { operationId: "unvoteReview", tags, params: IdParams, response: { 200: ReviewStanding } },
    },
    async (request) => {
      const me = memberOf(request);
      return standingOf(await voteReview(deps, me, request.params.id, 0), me);
    },
  );
}
