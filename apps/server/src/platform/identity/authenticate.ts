import type {} from "@fastify/cookie";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem, signInNeeded } from "../http/problem.ts";
import type { Policy } from "../http/route.ts";
import type { Role } from "../database/tables.ts";
import { isAtLeast } from "./roles.ts";
import type { Sessions } from "./sessions.ts";
import type { Viewer } from "./viewer.ts";

export const sessionCookie = "maru_session";
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Proves who is asking, for every route, in one place; then holds the route's policy against it. A bearer token that is not (or no
 * longer) ours is refused everywhere; a cookie that is stale is as none.
 */
export function installAuthentication(
  app: FastifyInstance,
  sessions: Sessions,
  origin: string | undefined,
): void {
  app.decorateRequest("viewer", null);
  app.addHook("onRoute", (route) => {
    if (!route.config?.policy) throw new Error(`${String(route.method)} ${route.url} declares no policy`);
  });
  app.addHook("onRequest", (request, _reply, done) => {
    const token = tokenOf(request);
    if (token === undefined) return done(mustBeMember(request) ? signInNeeded() : undefined);
    const found = sessions.find(token.value);
    if (found instanceof Promise) found.then((session) => admit(session), done);
    else admit(found);

    function admit(session: { accountId: number; sessionId: number } | undefined): void {
      if (session) {
        if (token!.via === "cookie" && !safeMethods.has(request.method) && !isSameOrigin(request, origin)) {
          return done(new Problem(403, "cross-site", "This request does not come from this site."));
        }
        request.viewer = { accountId: session.accountId, sessionId: session.sessionId, via: token!.via };
        return requireRole(session.accountId, request.routeOptions.config.policy);
      }
      if (token!.via === "bearer") {
        return done(
          new Problem(401, "invalid-token", "This token is not valid.", {
            headers: { "www-authenticate": 'Bearer error="invalid_token"' },
          }),
        );
      }
      done(mustBeMember(request) ? signInNeeded() : undefined);
    }

    function requireRole(accountId: number, policy: Policy | undefined): void {
      if (policy !== "moderator" && policy !== "admin") return done();
      const judge = (role: Role | undefined) =>
        done(role && isAtLeast(role, policy) ? undefined : notForMembers(policy));
      sessions.roleOf(accountId).then((role) => judge(role), done);
    }
  });
}

const notForMembers = (policy: "moderator" | "admin") =>
  new Problem(403, `${policy}s-only`, `Only ${policy}s of this site may do this.`);

function mustBeMember(request: FastifyRequest): boolean {
  return request.routeOptions.config.policy !== "public";
}

function tokenOf(request: FastifyRequest): { value: string; via: Viewer["via"] } | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const match = /^Bearer ([\w.~+/-]{1,200}=*)$/i.exec(header);
    return { value: match?.[1] ?? "", via: "bearer" };
  }
  const cookie = request.cookies[sessionCookie];
  return cookie ? { value: cookie, via: "cookie" } : undefined;
}

/** Browsers send Sec-Fetch-Site with every request and Origin with every unsafe one; neither can be set by a page. */
function isSameOrigin(request: FastifyRequest, origin: string | undefined): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const from = request.headers.origin;
  if (from === undefined || !URL.canParse(from)) return false;
  return origin !== undefined && new URL(origin).origin === from ? true : new URL(from).host === request.host;
}
