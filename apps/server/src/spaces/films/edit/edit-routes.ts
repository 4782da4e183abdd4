import { Type } from "typebox";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { type Created, createOnce } from "../../../platform/http/idempotency.ts";
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
import { type ChangeRow, type ChangesOf, findChange, isModerator, listChanges } from "./edit-queries.ts";
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
    of: ChangesOf,
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

  /** What a change is answered with: the film, or what was proposed. */
  async function answerTo(
    tx: Tx,
    me: Id,
    { changeId, filmId, isDone }: Awaited<ReturnType<typeof changeFilm>>,
    status: 200 | 201,
  ): Promise<Created> {
    if (!isDone) {
      const [text] = await changeTexts([(await findChange(tx, changeId))!], me);
      return { status: 202, json: text! };
    }
    const [row] = await selectFilmRows(tx, [filmId!], me, { isFull: true });
    return { status, json: JSON.stringify(toFilm(row!, me, true)) };
  }
  /** What the answer shows: in a transaction nothing may wait for a second connection. */
  async function bringToMemory(me: Id): Promise<void> {
    await people.presenter.texts([me], await people.presenter.relationsOf(me));
  }
  const description = "At once for moderators; a proposal that waits for them for others: 202.";

  app.post(
    "/api/v1/films",
    {
      config: { ...member, limit: "post" },
      schema: {
        operationId: "addFilm",
        description,
        tags,
        body: FilmBody,
        response: { 201: Ref(Film), 202: Ref(FilmChange) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      await bringToMemory(me);
      return createOnce(log, request, reply, async (tx) =>
        answerTo(tx, me, await changeFilm(deps, tx, me, null, request.body), 201),
      );
    },
  );

  app.patch(
    "/api/v1/films/:id",
    {
      config: { ...member, limit: "post" },
      schema: {
        operationId: "editFilm",
        description,
        tags,
        params: IdParams,
        body: FilmBody,
        response: { 200: Ref(Film), 202: Ref(FilmChange) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const filmId = await getFilmId(db, request.params.id);
      await bringToMemory(me);
      const { status, json } = await log.commit(async (tx) =>
        answerTo(tx, me, await changeFilm(deps, tx, me, filmId, request.body), 200),
      );
      return sendJson(reply, json, status);
    },
  );

  app.get(
    "/api/v1/films/:id/changes",
    {
      config: { policy: "public" },
      schema: {
        operationId: "listFilmChanges",
        description:
          "What was changed by hand and by whom, with what was there before. What is proposed only its author and moderators see.",
        tags,
        params: IdParams,
        querystring,
        response: { 200: Changes },
      },
    },
    async (request, reply) => {
      const filmId = await getFilmId(db, request.params.id);
      const me = viewerOf(request);
      return sendJson(reply, await changesPage(me, { filmId, seenBy: me }, request.query));
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
