import { Type } from "typebox";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { Choice, IdParams, Nullable, PageOf, PageQuery, Ref, toId } from "../../platform/http/schemas.ts";
import { decideAppeal } from "./appeal.ts";
import { countOpenAppeals, listAppeals } from "./appeal-queries.ts";
import { countWaiting, findCase, listCases } from "./case-queries.ts";
import { claimCase, decideCase, undoDecision } from "./decide.ts";
import type { ModerationDeps } from "./deps.ts";
import { presentAppeals, presentCases } from "./present.ts";
import { AppealCase, OutcomeBody, ReportCase, VerdictBody } from "./schemas.ts";
import { seal } from "./seal.ts";

const tags = ["moderation"];
const config = { policy: "moderator" } as const;
const done = { 204: Type.Null({ description: "Done." }) };

/** The queue of what was reported, and of appeals. */
export async function queueRoutes(app: App, deps: ModerationDeps): Promise<void> {
  const { db, cursors } = deps;
  const show = async (me: number, id: string) => {
    const row = await findCase(db, me, toId(id));
    if (!row) throw notFound();
    return (await presentCases(db, [row]))[0]!;
  };

  app.get(
    "/api/v1/moderation/waiting",
    {
      config,
      schema: {
        operationId: "countWaitingReports",
        tags,
        response: {
          200: Type.Object({
            reports: Type.Integer(),
            oldest: Nullable(Type.String({ format: "date-time" })),
            appeals: Type.Integer(),
          }),
        },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const [{ open, oldest }, appeals] = await Promise.all([countWaiting(db, me), countOpenAppeals(db, me)]);
      return { reports: open, oldest: oldest?.toISOString() ?? null, appeals };
    },
  );

  app.get(
    "/api/v1/moderation/reports",
    {
      config,
      schema: {
        operationId: "listReports",
        description:
          "What waits the oldest first, what is decided the newest first. What is about oneself is left out.",
        tags,
        querystring: Type.Object({
          state: Type.Optional(Choice("open", "claimed", "decided")),
          ...PageQuery,
        }),
        response: { 200: PageOf(Ref(ReportCase)) },
      },
    },
    async (request) => {
      const { limit = 20, cursor, state = "open" } = request.query;
      const name = `cases:${state}`;
      const rows = await listCases(db, memberOf(request), state, limit + 1, cursors.openId(name, cursor));
      return seal(cursors, name, rows, limit, (shown) => presentCases(db, shown));
    },
  );

  app.get(
    "/api/v1/moderation/reports/:id",
    {
      config,
      schema: { operationId: "getReport", tags, params: IdParams, response: { 200: Ref(ReportCase) } },
    },
    async (request) => show(memberOf(request), request.params.id),
  );

  for (const [method, isMine] of [
    ["put", true],
    ["delete", false],
  ] as const)
    app[method](
      "/api/v1/moderation/reports/:id/claim",
      {
        config,
        schema: {
          operationId: isMine ? "claimReport" : "unclaimReport",
          description: isMine
            ? "Takes it for oneself, for half an hour; 409 when another moderator has it."
            : "Gives it back.",
          tags,
          params: IdParams,
          response: { 200: Ref(ReportCase) },
        },
      },
      async (request) => {
        const me = memberOf(request);
        await claimCase(deps, me, toId(request.params.id), isMine);
        return show(me, request.params.id);
      },
    );

  app.post(
    "/api/v1/moderation/reports/:id/decision",
    {
      config,
      schema: {
        operationId: "decideReport",
        description:
          "All who reported it are served by one decision; 409 when another moderator has it or decided.",
        tags,
        params: IdParams,
        body: VerdictBody,
        response: { 200: Ref(ReportCase) },
      },
    },
    async (request) => {
      const me = memberOf(request);
      await decideCase(deps, me, toId(request.params.id), request.body);
      return show(me, request.params.id);
    },
  );

  app.put(
    "/api/v1/moderation/decisions/:id/undone",
    {
      config,
      schema: {
        operationId: "undoDecision",
        description: "Takes it back; the report that it came from waits again.",
        tags,
        params: IdParams,
        response: done,
      },
    },
    async (request, reply) => {
      await undoDecision(deps, memberOf(request), toId(request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/api/v1/moderation/appeals",
    {
      config,
      schema: {
        operationId: "listAppeals",
        tags,
        querystring: Type.Object({ state: Type.Optional(Choice("open", "decided")), ...PageQuery }),
        response: { 200: PageOf(Ref(AppealCase)) },
      },
    },
    async (request) => {
      const { limit = 20, cursor, state = "open" } = request.query;
      const name = `appeals:${state}`;
      const rows = await listAppeals(db, memberOf(request), state, limit + 1, cursors.openId(name, cursor));
      return seal(cursors, name, rows, limit, (shown) => presentAppeals(db, shown));
    },
  );

  app.post(
    "/api/v1/moderation/appeals/:id/decision",
    {
      config,
      schema: {
        operationId: "decideAppeal",
        description: "Another moderator than the one who decided. Granting it takes the decision back.",
        tags,
        params: IdParams,
        body: OutcomeBody,
        response: done,
      },
    },
    async (request, reply) => {
      await decideAppeal(deps, memberOf(request), toId(request.params.id), request.body);
      return reply.code(204).send(null);
    },
  );
}
