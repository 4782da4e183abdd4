import { Type } from "typebox";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { Choice, HandleParams, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { auditActions, listAudit } from "./audit-queries.ts";
import type { ModerationDeps } from "./deps.ts";
import { Figures, readFigures } from "./figures.ts";
import { findMemberId } from "./member-queries.ts";
import { findMembers } from "./members.ts";
import { changeRole, resetPassword } from "./operate.ts";
import { presentAudit, toMember } from "./present.ts";
import { AuditEntry, Member, RoleBody } from "./schemas.ts";
import { seal } from "./seal.ts";

const tags = ["admin"];
const config = { policy: "admin" } as const;

/** What admins do beside what moderators do. */
export async function adminRoutes(app: App, deps: ModerationDeps): Promise<void> {
  const { db, cursors } = deps;
  const idOf = async (handle: string) => {
    const id = await findMemberId(db, handle);
    if (id === undefined) throw notFound();
    return id;
  };

  app.put(
    "/api/v1/admin/members/:handle/role",
    {
      config,
      schema: {
        operationId: "setRole",
        description:
          "Admins make moderators, and members of those again; owners make everything. Nobody changes their own, and there is always an owner.",
        tags,
        params: HandleParams,
        body: RoleBody,
        response: { 200: Ref(Member) },
      },
    },
    async (request) => {
      const id = await idOf(request.params.handle);
      await changeRole(deps, memberOf(request), id, request.body.role);
      return toMember((await findMembers(db, [id])).get(id)!);
    },
  );

  app.post(
    "/api/v1/admin/members/:handle/password-reset",
    {
      config,
      schema: {
        operationId: "makePasswordReset",
        description: "A link that sets a new password once, within an hour. It is shown to nobody else.",
        tags,
        params: HandleParams,
        response: { 201: Type.Object({ link: Type.String() }) },
      },
    },
    async (request, reply) => {
      const id = await idOf(request.params.handle);
      const link = await resetPassword(deps, memberOf(request), id);
      return reply.code(201).header("cache-control", "no-store").send({ link });
    },
  );

  app.get(
    "/api/v1/admin/figures",
    {
      config,
      schema: {
        operationId: "getFigures",
        description: "How the site fares: how much there is, what was new, and how far consumers are.",
        tags,
        response: { 200: Ref(Figures) },
      },
    },
    async () => readFigures(deps),
  );

  app.get(
    "/api/v1/admin/audit",
    {
      config,
      schema: {
        operationId: "listAudit",
        description: "Who did what to whom, when and why, the newest first.",
        tags,
        querystring: Type.Object({
          query: Type.Optional(Type.String({ maxLength: 100, description: "In reasons and handles." })),
          action: Type.Optional(Choice(...auditActions)),
          ...PageQuery,
        }),
        response: { 200: PageOf(Ref(AuditEntry)) },
      },
    },
    async (request) => {
      const { limit = 20, cursor, query = "", action } = request.query;
      const text = query.normalize("NFC").trim().replace(/^@/, "");
      const name = `audit:${action ?? ""}:${text}`;
      const rows = await listAudit(db, { query: text, action }, limit + 1, cursors.openId(name, cursor));
      return seal(cursors, name, rows, limit, (shown) => presentAudit(db, shown));
    },
  );
}
