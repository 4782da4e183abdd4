import { Type } from "typebox";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf } from "../../platform/http/route.ts";
import { IdParams, PageOf, Ref, toId } from "../../platform/http/schemas.ts";
import type { PeopleDeps } from "./people.ts";
import { NewAccountBody, Session, SessionHeaders, SignedIn, SignInBody } from "./schemas.ts";
import { clearSession, originOf, sendSession } from "./session-cookie.ts";
import { signIn } from "./sign-in.ts";
import { signUp } from "./sign-up.ts";

const tags = ["people"];
const gone = Type.Null({ description: "Done." });

export async function sessionRoutes(app: App, deps: PeopleDeps): Promise<void> {
  const { config, log, sessions, presenter } = deps;

  app.post(
    "/api/v1/accounts",
    {
      config: { policy: "public", limit: "sign-up" },
      schema: {
        operationId: "signUp",
        tags,
        headers: SessionHeaders,
        body: NewAccountBody,
        response: { 201: SignedIn },
      },
    },
    async (request, reply) => {
      const { accountId, token } = await signUp(deps, request.body, originOf(request));
      const [account] = await presenter.texts([accountId], null);
      return sendSession(request, reply, config.origin, account!, token);
    },
  );

  app.post(
    "/api/v1/sessions",
    {
      config: { policy: "public", limit: "sign-in" },
      schema: {
        operationId: "signIn",
        tags,
        headers: SessionHeaders,
        body: SignInBody,
        response: { 201: SignedIn },
      },
    },
    async (request, reply) => {
      const { accountId, token } = await signIn(deps, request.body, originOf(request));
      const [account] = await presenter.texts([accountId], null);
      return sendSession(request, reply, config.origin, account!, token);
    },
  );

  app.get(
    "/api/v1/sessions",
    {
      config: { policy: "member" },
      schema: { operationId: "listSessions", tags, response: { 200: PageOf(Ref(Session)) } },
    },
    async (request) => ({
      items: await sessions.list(memberOf(request), request.viewer!.sessionId),
      nextCursor: null,
    }),
  );

  app.delete(
    "/api/v1/sessions/current",
    { config: { policy: "member" }, schema: { operationId: "signOut", tags, response: { 204: gone } } },
    async (request, reply) => {
      const { accountId, sessionId } = request.viewer!;
      await log.commit((tx) => sessions.end(tx, accountId, { only: sessionId }));
      clearSession(request, reply, config.origin);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/api/v1/sessions/:id",
    {
      config: { policy: "member" },
      schema: { operationId: "endSession", tags, params: IdParams, response: { 204: gone } },
    },
    async (request, reply) => {
      const { accountId } = request.viewer!;
      const only = toId(request.params.id);
      if ((await log.commit((tx) => sessions.end(tx, accountId, { only }))) === 0) throw notFound();
      return reply.code(204).send(null);
    },
  );

  app.delete(
    "/api/v1/sessions",
    {
      config: { policy: "member" },
      schema: { operationId: "endOtherSessions", tags, response: { 204: gone } },
    },
    async (request, reply) => {
      const { accountId, sessionId } = request.viewer!;
      await log.commit((tx) => sessions.end(tx, accountId, { except: sessionId }));
      return reply.code(204).send(null);
    },
  );
}
