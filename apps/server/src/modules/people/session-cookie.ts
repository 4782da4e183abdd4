import type {} from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sessionCookie } from "../../platform/identity/authenticate.ts";
import { sessionSeconds } from "../../platform/identity/sessions.ts";
import { sendJson } from "../../platform/http/json-text.ts";
import type { Origin } from "./sign-up.ts";

function attributes(request: FastifyRequest, origin: string | undefined) {
  const secure = origin === undefined ? request.protocol === "https" : origin.startsWith("https:");
  return { path: "/", httpOnly: true, sameSite: "lax" as const, secure };
}

export function originOf(request: FastifyRequest): Origin {
  return { userAgent: request.headers["user-agent"] ?? "", ip: request.ip };
}

/** Answers a new session: the token in the body, or as a cookie where `Maru-Session: cookie` asks for it. */
export function sendSession(
  request: FastifyRequest,
  reply: FastifyReply,
  origin: string | undefined,
  account: string,
  token: string,
): FastifyReply {
  reply.header("cache-control", "no-store");
  if (request.headers["maru-session"] !== "cookie")
    return sendJson(reply, `{"account":${account},"token":${JSON.stringify(token)}}`, 201);
  reply.setCookie(sessionCookie, token, { ...attributes(request, origin), maxAge: sessionSeconds });
  return sendJson(reply, `{"account":${account}}`, 201);
}

/** Takes the cookie back from a browser that sent one. */
export function clearSession(request: FastifyRequest, reply: FastifyReply, origin: string | undefined): void {
  if (request.cookies[sessionCookie] !== undefined)
    reply.clearCookie(sessionCookie, attributes(request, origin));
}
