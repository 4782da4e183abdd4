import { Type } from "typebox";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { HandleParams, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { sanction, restore } from "./decide.ts";
import { listDecisions } from "./decision-queries.ts";
import type { ModerationDeps } from "./deps.ts";
import { findMemberId } from "./member-queries.ts";
import { findMembers, listMembers } from "./members.ts";
import { toMember, toOwnDecision } from "./present.ts";
import { Member, OwnDecision, RoleChoice, SanctionBody, StandingChoice } from "./schemas.ts";
import { seal } from "./seal.ts";

const tags = ["moderation"];
const config = { policy: "moderator" } as const;
/** Decisions that are shown with a member. */
const shownDecisions = 20;

/** People as moderators see them: suspended or not, and what they may do about them. */
export async function memberRoutes(app: App, deps: ModerationDeps): Promise<void> {
  const { db, cursors } = deps;
  const idOf = async (handle: string) => {
    const id = await findMemberId(db, handle);
    if (id === undefined) throw notFound();
    return id;
  };
  const show = async (id: number) => {
    const row = (await findMembers(db, [id])).get(id);
    if (!row) throw notFound();
    return toMember(row);
  };

  app.get(
    "/api/v1/moderation/members",
    {
      config,
      schema: {
        operationId: "listMembers",
        tags,
        querystring: Type.Object({
          query: Type.Optional(Type.String({ maxLength: 100 })),
          role: Type.Optional(RoleChoice),
          standing: Type.Optional(StandingChoice),
          ...PageQuery,
        }),
        response: { 200: PageOf(Ref(Member)) },
      },
    },
    async (request) => {
      const { limit = 20, cursor, query = "", role, standing } = request.query;
      const name = `members:${role ?? ""}:${standing ?? ""}:${query}`;
      const asked = { query, role, standing };
      const rows = await listMembers(db, asked, limit + 1, cursors.openId(name, cursor));
      return seal(cursors, name, rows, limit, (shown) => shown.map(toMember));
    },
  );

  app.get(
    "/api/v1/moderation/members/:handle",
    {
      config,
      schema: {
        operationId: "getMember",
        tags,
        params: HandleParams,
        response: { 200: Type.Object({ member: Ref(Member), decisions: Type.Array(Ref(OwnDecision)) }) },
      },
    },
    async (request) => {
      const id = await idOf(request.params.handle);
      const [member, decisions] = await Promise.all([
        show(id),
        listDecisions(db, id, shownDecisions, undefined),
      ]);
      return { member, decisions: decisions.map(toOwnDecision) };
    },
  );

  app.post(
    "/api/v1/moderation/members/:handle/decisions",
    {
      config,
      schema: {
        operationId: "sanctionMember",
        description: "Warns, limits or suspends somebody without a report.",
        tags,
        params: HandleParams,
        body: SanctionBody,
        response: { 201: Ref(Member) },
      },
    },
    async (request, reply) => {
      const id = await idOf(request.params.handle);
      await sanction(deps, memberOf(request), id, request.body);
      return reply.code(201).send(await show(id));
    },
  );

  app.put(
    "/api/v1/moderation/members/:handle/restored",
    {
      config,
      schema: {
        operationId: "restoreMember",
        description: "Ends every limit and suspension of theirs.",
        tags,
        params: HandleParams,
        response: { 200: Ref(Member) },
      },
    },
    async (request) => {
      const id = await idOf(request.params.handle);
      await restore(deps, memberOf(request), id);
      return show(id);
    },
  );
}
