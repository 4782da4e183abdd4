import { Type } from "typebox";
import type { Id } from "../../../platform/database/tables.ts";
import { pageText, sendJson } from "../../../platform/http/json-text.ts";
import { notFound, Problem } from "../../../platform/http/problem.ts";
import { type App, memberOf, viewerOf } from "../../../platform/http/route.ts";
import { IdParams, PageOf, PageQuery, Ref, toId } from "../../../platform/http/schemas.ts";
import type { FilmDeps } from "../deps.ts";
import { selectFilmRows } from "../film-row-queries.ts";
import { getFilmId } from "../find-film.ts";
import { toFilm } from "../present.ts";
import { Film } from "../schemas.ts";
import { FilmBody, FilmChange } from "./edit-schemas.ts";
import { type ChangeRow, findChange, isModerator, listChanges } from "./edit-queries.ts";
import { changeFilm, decideProposal } from "./proposals.ts";

const tags = ["films"];
const member = { policy: "member" } as const;
const querystring = Type.Object(PageQuery, { additionalProperties: false });
const Changes = PageOf(Ref(FilmChange));
const DecisionBody = Type.Object({ accept: Type.Boolean() }, { additionalProperties: false });

/** How the catalogue is added to and corrected. */
export async function editRoutes(app: App, deps: FilmDeps): Promise<void> {
  const { db, log, cursors, people } = deps;

  async function changeTexts(rows: readonly ChangeRow[], me: Id | null): Promise<string[]> {
    const relations = await people.presenter.relationsOf(me);
    const texts: string[] = [];
    for (const { id, at, film, accountId, status, before, after, note } of rows) {
      const [by = "null"] = accountId === null ? [] : await people.presenter.texts([accountId], relations);
      const rest = { id: String(id), at: at.toISOString(), film, status, before, after, note };
      texts.push(`{"by":${by},${JSON.stringify(rest).slice(1)}`);
    }
    return texts;
  }

  async function changesPage(
    me: Id | null,
    of: { filmId: Id } | "proposed",
    { limit = 20, cursor }: { limit?: number; cursor?: string },
  ): Promise<string> {
    const list = `film-changes:${JSON.stringify(of)}`;
    const before = cursors.open(list, cursor);
    const rows = await listChanges(db, of, limit + 1, before === undefined ? undefined : Number(before));
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? cursors.seal(list, String(shown.at(-1)!.id)) : null;
    return pageText(await changeTexts(shown, me), next);
  }

  async function requireModerator(me: Id): Promise<void> {
    if (!(await isModerator(db, me)))
      throw new Problem(403, "moderators-only", "Only moderators of films may do this.");
  }

  for (const [method, path, operationId] of [
    ["post", "/api/v1/films", "addFilm"],
    ["patch", "/api/v1/films/:id", "editFilm"],
  ] as const)
    app[method](
      path,
      {
        config: { ...member, limit: "post" },
        schema: {
          operationId,
          description: "At once for moderators; a proposal that waits for them for others: 202.",
          tags,
          ...(method === "patch" && { params: IdParams }),
          body: FilmBody,
          response: { [method === "post" ? 201 : 200]: Ref(Film), 202: Ref(FilmChange) },
        },
      },
      async (request, reply) => {
        const me = memberOf(request);
        const { id } = request.params as { id?: string };
        const filmId = id === undefined ? null : await getFilmId(db, id);
        const done = await log.commit((tx) => changeFilm(deps, tx, me, filmId, request.body as FilmBody));
        if (!done.isDone) {
          const [text] = await changeTexts([(await findChange(db, done.changeId))!], me);
          return sendJson(reply, text!, 202);
        }
        const [row] = await selectFilmRows(db, [done.filmId!], me, { isFull: true });
        return sendJson(reply, JSON.stringify(toFilm(row!, me, true)), method === "post" ? 201 : 200);
      },
    );

  app.get(
    "/api/v1/films/:id/changes",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listFilmChanges",
        description:
          "What was changed by hand and by whom, with what was there before; and what is proposed.",
        tags,
        params: IdParams,
        querystring,
        response: { 200: Changes },
      },
    },
    async (request, reply) => {
      const filmId = await getFilmId(db, request.params.id);
      return sendJson(reply, await changesPage(viewerOf(request), { filmId }, request.query));
    },
  );

  app.get(
    "/api/v1/films/permissions",
    {
      config: member,
      schema: {
        operationId: "getFilmPermissions",
        tags,
        response: { 200: Type.Object({ moderator: Type.Boolean() }) },
      },
    },
    async (request) => ({ moderator: await isModerator(db, memberOf(request)) }),
  );

  app.get(
    "/api/v1/films/proposals",
    {
      config: member,
      schema: {
        operationId: "listFilmProposals",
        description: "For moderators: what waits.",
        tags,
        querystring,
        response: { 200: Changes },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      await requireModerator(me);
      return sendJson(reply, await changesPage(me, "proposed", request.query));
    },
  );

  app.post(
    "/api/v1/films/proposals/:id/decision",
    {
      config: member,
      schema: {
        operationId: "decideFilmProposal",
        tags,
        params: IdParams,
        body: DecisionBody,
        response: { 200: Ref(FilmChange) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      await requireModerator(me);
      const id = toId(request.params.id);
      await log.commit((tx) => decideProposal(deps, tx, id, me, request.body.accept));
      const change = await findChange(db, id);
      if (!change) throw notFound();
      const [text] = await changeTexts([change], me);
      return sendJson(reply, text!);
    },
  );
}
