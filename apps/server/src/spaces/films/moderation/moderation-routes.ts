import { Type } from "typebox";
import { notFound, Problem } from "../../../platform/http/problem.ts";
import { sendJson } from "../../../platform/http/json-text.ts";
import { type App, memberOf } from "../../../platform/http/route.ts";
import { IdParams, Ref, toId } from "../../../platform/http/schemas.ts";
import type { FilmDeps } from "../deps.ts";
import { isModerator } from "../edit/edit-queries.ts";
import { logFilmEvents } from "../film-events.ts";
import { getFilmId } from "../find-film.ts";
import { filmTexts } from "../list-films.ts";
import { Film } from "../schemas.ts";
import { listFlagged, setShown } from "./moderation-queries.ts";

const tags = ["films"];
const member = { policy: "member" } as const;
const mostFlagged = 50;

/** What moderators of films do besides correcting them. */
export async function moderationRoutes(app: App, deps: FilmDeps): Promise<void> {
  const { db, log, topics } = deps;
  const requireModerator = async (accountId: number) => {
    if (!(await isModerator(db, accountId)))
      throw new Problem(403, "moderators-only", "Only moderators of films may do this.");
  };

  app.get(
    "/api/v1/films/flagged",
    {
      config: member,
      schema: {
        operationId: "listFlaggedFilms",
        description: "For moderators: films of which votes are held back for being out of the ordinary.",
        tags,
        response: { 200: Type.Object({ items: Type.Array(Ref(Film)) }) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      await requireModerator(me);
      const texts = await filmTexts(deps, await listFlagged(db, mostFlagged), me);
      return sendJson(reply, `{"items":[${texts.join(",")}]}`);
    },
  );

  app.delete(
    "/api/v1/films/:id/flag",
    {
      config: member,
      schema: {
        operationId: "clearFilmFlag",
        description: "For moderators: lets the votes that are held back count.",
        tags,
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await requireModerator(memberOf(request));
      const filmId = await getFilmId(db, request.params.id);
      await log.commit((tx) => logFilmEvents(log, tx, [{ type: "clear_flag", filmId }]));
      return reply.code(204).send(null);
    },
  );

  for (const [method, isShown] of [
    ["delete", false],
    ["put", true],
  ] as const)
    app[method](
      isShown ? "/api/v1/films/:id/shown" : "/api/v1/films/:id",
      {
        config: member,
        schema: {
          operationId: isShown ? "showFilm" : "removeFilm",
          description: isShown
            ? "For moderators: shows a film again that was removed."
            : "For moderators: shows it no more. What was said of it is kept.",
          tags,
          params: IdParams,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await requireModerator(memberOf(request));
        const filmId = toId(request.params.id);
        await log.commit(async (tx) => {
          if (!(await setShown(tx, filmId, isShown))) throw notFound();
          topics.changed(tx, filmId);
        });
        return reply.code(204).send(null);
      },
    );
}
