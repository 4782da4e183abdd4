import type { Handle, HandleFetch, HandleServerError } from "@sveltejs/kit/hooks";
import { sequence } from "@sveltejs/kit/hooks";
import { createApi } from "#lib/api/client.ts";
import { ApiProblem } from "#lib/api/problem.ts";
import { paraglideMiddleware } from "#lib/paraglide/server.js";
import { compressed } from "#lib/server/compress.ts";
import { inProcessApi } from "#lib/server/in-process.ts";
import { readInstance } from "#lib/server/instance.ts";
import { fillTemplate, readTheme } from "#lib/server/preferences.ts";
import { isForged } from "#lib/server/same-origin.ts";

const refuseForgery: Handle = ({ event, resolve }) =>
  isForged(event.request)
    ? new Response("Cross-site form submissions are forbidden", { status: 403 })
    : resolve(event);

const locale: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => {
    event.locals.locale = locale;
    event.locals.theme = readTheme(event.cookies.get("maru_theme"));
    return resolve(event, {
      transformPageChunk: ({ html }) =>
        fillTemplate(html, locale, event.locals.theme, event.locals.instance?.look),
      preload: ({ type }) => type === "js" || type === "css",
    });
  });

const session: Handle = async ({ event, resolve }) => {
  const { request, platform, url, locals } = event;
  const proxied = request.headers.get("x-forwarded-proto") === "https";
  const encrypted = proxied || (platform?.req?.socket as { encrypted?: boolean } | undefined)?.encrypted;
  locals.origin = `${encrypted ? "https" : "http"}://${url.host}`;
  locals.api = createApi(event.fetch);
  if (event.route.id) {
    const signedIn = event.cookies.get("maru_session") !== undefined;
    [locals.instance, locals.me] = await Promise.all([
      readInstance(locals.api),
      signedIn ? locals.api.get("/me").catch(signedOut) : null,
    ]);
  }
  return resolve(event);
};

/** A session that ended is a visitor; anything else the API refuses is an error that must be seen. */
function signedOut(problem: unknown): null {
  if (problem instanceof ApiProblem && (problem.status === 401 || problem.status === 404)) return null;
  throw problem;
}

const headers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  // Pages differ by cookie and language; only the hashed assets are for caches.
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-cache");
  return compressed(event.request, response);
};

export const handle = sequence(refuseForgery, headers, locale, session);

export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || !url.pathname.startsWith("/api/")) return fetch(request);

  const asked = new Headers(request.headers);
  for (const name of ["cookie", "user-agent", "x-forwarded-for", "x-request-id"]) {
    const value = event.request.headers.get(name);
    if (value) asked.set(name, value);
  }
  asked.set("accept-language", event.locals.locale);
  if (request.method !== "GET") {
    asked.set("origin", event.locals.origin);
    asked.set("sec-fetch-site", "same-origin");
  }
  asked.set("host", event.url.host);
  asked.set("maru-client-address", event.getClientAddress());

  const inject = inProcessApi();
  const address = inject ? request.url : new URL(url.pathname + url.search, apiOrigin()).href;
  const forwarded = new Request(address, {
    method: request.method,
    headers: asked,
    ...(request.body ? { body: await request.arrayBuffer() } : {}),
  });
  const response = await (inject ?? globalThis.fetch)(forwarded);
  keepCookies(event.cookies, response, event.locals.origin.startsWith("https:"));
  return response;
};

function apiOrigin() {
  // oxlint-disable-next-line node/no-process-env -- only `vite dev` has no API in its own process
  return process.env.MARU_API_ORIGIN ?? "http://127.0.0.1:3000";
}

/** The API alone decides about its session cookie; the page's answer carries it to the browser. */
function keepCookies(
  cookies: Parameters<Handle>[0]["event"]["cookies"],
  response: Response,
  secure: boolean,
) {
  for (const line of response.headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf("=");
    const age = attributes.map((text) => /^max-age=(-?\d+)$/i.exec(text)?.[1]).find(Boolean);
    const expires = attributes.map((text) => /^expires=(.+)$/i.exec(text)?.[1]).find(Boolean);
    cookies.set(pair.slice(0, at), pair.slice(at + 1), {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure,
      encode: (value) => value,
      ...(age ? { maxAge: Number(age) } : {}),
      ...(expires ? { expires: new Date(expires) } : {}),
    });
  }
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === "framework" || kind === "app") return {};
  const reference = event.request.headers.get("x-request-id") ?? crypto.randomUUID().slice(0, 8);
  // Of a link that one can act with, such as a reset, the log holds only which kind it is.
  const path = "token" in event.params ? event.route.id : event.url.pathname;
  console.error(JSON.stringify({ level: "error", reference, path, error: String(error) }), error);
  return { reference };
};
