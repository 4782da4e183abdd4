import { Type } from "typebox";
import { sendJson } from "../../../platform/http/json-text.ts";
import { type App, memberOf } from "../../../platform/http/route.ts";
import { IdParams, PageQuery } from "../../../platform/http/schemas.ts";
import type { FilmDeps } from "../deps.ts";
import { defaults } from "../engine/index.ts";
import { getFilmId } from "../find-film.ts";
import { watchlistPage } from "../list-films.ts";
import { FilmsPage, VoteAnswer, VoteBody, Watchlist } from "../schemas.ts";
import { setVote } from "./set-vote.ts";
import { findWeight, putOnWatchlist, takeOffWatchlist } from "./vote-queries.ts";

const tags = ["films"];
const member = { policy: "member" } as const;

/** What members say of films, and what they want to see. */
export async function voteRoutes(app: App, deps: FilmDeps): Promise<void> {
  const { db, log } = deps;
  const startWeight = defaults.tiers[defaults.start.tier]!.weights[0]!;
  const weightOf = async (accountId: number) => ((await findWeight(db, accountId)) ?? startWeight) / 1000;

  app.put(
    "/api/v1/films/:id/vote",
    {
      config: { ...member, limit: "vote" },
      schema: {
        operationId: "voteFilm",
        description: "The score follows a moment later. Twice is once.",
        tags,
        params: IdParams,
        body: VoteBody,
        response: { 200: VoteAnswer },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const filmId = await getFilmId(db, request.params.id);
      const { value } = request.body;
      await log.commit((tx) => setVote(deps, tx, me, filmId, value === "like" ? 1 : -1));
      return { vote: value, weight: await weightOf(me) };
    },
  );

  app.delete(
    "/api/v1/films/:id/vote",
    {
      config: { ...member, limit: "vote" },
      schema: { operationId: "unvoteFilm", tags, params: IdParams, response: { 200: VoteAnswer } },
    },
    async (request) => {
      const me = memberOf(request);
      const filmId = await getFilmId(db, request.params.id);
      await log.commit((tx) => setVote(deps, tx, me, filmId, 0));
      return { vote: null, weight: await weightOf(me) };
    },
  );

  for (const [method, wanted] of [
    ["put", true],
    ["delete", false],
  ] as const)
    app[method](
      "/api/v1/films/:id/watchlist",
      {
        config: { ...member, limit: "vote" },
        schema: {
          operationId: wanted ? "addToWatchlist" : "removeFromWatchlist",
          tags,
          params: IdParams,
          response: { 200: Watchlist },
        },
      },
      async (request) => {
        const filmId = await getFilmId(db, request.params.id);
        await (wanted ? putOnWatchlist : takeOffWatchlist)(db, memberOf(request), filmId);
        return { inWatchlist: wanted };
      },
    );

  app.get(
    "/api/v1/watchlist",
    {
      config: member,
      schema: {
        operationId: "listWatchlist",
        description: "The newest wish first; nobody else sees it.",
        tags,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: FilmsPage },
      },
    },
    async (request, reply) => sendJson(reply, await watchlistPage(deps, memberOf(request), request.query)),
  );
}
