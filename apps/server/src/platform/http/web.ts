import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Problem } from "./problem.ts";
import type { App } from "./route.ts";

type NodeHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

const build = join(import.meta.dirname, "../../../../web/build/handler.js");
/** Where the web app looks for the way to the API that needs no network. */
const injectKey = Symbol.for("maru.inject");
const bodylessStatus = new Set([204, 205, 304]);

/** Serves the web app for every address that is not the API's. Its own calls to the API stay in the process. */
export async function installWeb(app: App): Promise<void> {
  const globals = globalThis as unknown as Record<symbol, (request: Request) => Promise<Response>>;
  globals[injectKey] = async (request) => {
    const url = new URL(request.url);
    const answer = await app.inject({
      method: request.method as "GET",
      url: url.pathname + url.search,
      // Whom the web app answers, so that limits count people and not the web app.
      remoteAddress: request.headers.get("maru-client-address") ?? "127.0.0.1",
      headers: { ...Object.fromEntries(request.headers), host: url.host },
      ...(request.body && { payload: Buffer.from(await request.arrayBuffer()) }),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) headers.append(name, String(one));
    }
    const body = bodylessStatus.has(answer.statusCode) ? null : new Uint8Array(answer.rawPayload);
    return new Response(body, { status: answer.statusCode, headers });
  };

  if (!existsSync(build)) {
    app.log.warn("the web app is not built; only the API is served");
    return;
  }
  const { handler } = (await import(pathToFileURL(build).href)) as { handler: NodeHandler };
  await app.register(async (scope) => {
    // The web app reads bodies itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
    scope.all("/*", { config: { policy: "public" }, bodyLimit: 512 * 1024 }, (request, reply) => {
      if (/^\/(api|media|socket)\//.test(request.url))
        throw new Problem(404, "not-found", "There is nothing here.");
      reply.hijack();
      reply.raw.setHeader("x-request-id", request.id);
      handler(request.raw, reply.raw, (error) => {
        // Without the rest of the address: it may be a link that one can act with.
        const page = request.url.split(/[/?]/)[1];
        if (error) request.log.error({ err: error, page }, "the web app failed");
        if (!reply.raw.headersSent) reply.raw.writeHead(error ? 500 : 404);
        reply.raw.end();
      });
    });
  });
}
