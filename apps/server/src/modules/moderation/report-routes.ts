import { Type } from "typebox";
import { type App, memberOf } from "../../platform/http/route.ts";
import { IdParams, PageOf, PageQuery, Ref, toId } from "../../platform/http/schemas.ts";
import { appeal, appealSuspension } from "./appeal.ts";
import { listDecisions } from "./decision-queries.ts";
import type { ModerationDeps } from "./deps.ts";
import { toOwnDecision } from "./present.ts";
import { fileReport } from "./report.ts";
import { AppealBody, NewReportBody, OwnDecision, SuspensionAppealBody } from "./schemas.ts";
import { seal } from "./seal.ts";

const tags = ["moderation"];
const done = { 204: Type.Null({ description: "Done." }) };

/** What members do: report, and read and contest what was decided about them. */
export async function reportRoutes(app: App, deps: ModerationDeps): Promise<void> {
  const { db, cursors } = deps;

  app.post(
    "/api/v1/reports",
    {
      config: { policy: "member", limit: "report" },
      schema: {
        operationId: "report",
        description:
          "Once for each thing while it waits for a decision. Whose it is never hears who reported it.",
        tags,
        body: NewReportBody,
        response: done,
      },
    },
    async (request, reply) => {
      const { subject, ...told } = request.body;
      const seq = subject.kind === "message" ? (subject.seq ?? 0) : 0;
      await fileReport(deps, memberOf(request), { kind: subject.kind, id: toId(subject.id), seq }, told);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/api/v1/me/decisions",
    {
      config: { policy: "member" },
      schema: {
        operationId: "listOwnDecisions",
        description: "What moderators have decided about oneself, the newest first.",
        tags,
        querystring: Type.Object(PageQuery),
        response: { 200: PageOf(Ref(OwnDecision)) },
      },
    },
    async (request) => {
      const me = memberOf(request);
      const { limit = 20, cursor } = request.query;
      const name = `decisions:${me}`;
      const rows = await listDecisions(db, me, limit + 1, cursors.openId(name, cursor));
      return seal(cursors, name, rows, limit, (shown) => shown.map(toOwnDecision));
    },
  );

  app.post(
    "/api/v1/me/decisions/:id/appeal",
    {
      config: { policy: "member", limit: "report" },
      schema: {
        operationId: "appeal",
        description: "Once for each decision.",
        tags,
        params: IdParams,
        body: AppealBody,
        response: done,
      },
    },
    async (request, reply) => {
      await appeal(deps, memberOf(request), toId(request.params.id), request.body.text);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/v1/suspension-appeals",
    {
      config: { policy: "public", limit: "sign-in" },
      schema: {
        operationId: "appealSuspension",
        description: "For somebody who cannot sign in because they are suspended.",
        tags,
        body: SuspensionAppealBody,
        response: done,
      },
    },
    async (request, reply) => {
      await appealSuspension(deps, request.body);
      return reply.code(204).send(null);
    },
  );
}
