import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { App } from "./route.ts";

const viewer = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
const files = {
  "viewer.js": { path: join(viewer, "swagger-ui-bundle.js"), type: "text/javascript; charset=utf-8" },
  "viewer.css": { path: join(viewer, "swagger-ui.css"), type: "text/css; charset=utf-8" },
};

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Maru API</title>
<link rel="stylesheet" href="/api/docs/viewer.css">
</head>
<body><div id="docs"></div><script src="/api/docs/viewer.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`;
const start = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null });\n`;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** `/api/docs`: the contract to read and to try. */
export function installDocumentation(app: App): void {
  const route = { config: { policy: "public" as const }, schema: { hide: true } };
  app.get("/api/docs", route, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").header("content-security-policy", policy).send(page),
  );
  app.get("/api/docs/start.js", route, async (_request, reply) =>
    reply.type("text/javascript; charset=utf-8").send(start),
  );
  for (const [name, { path, type }] of Object.entries(files)) {
    app.get(`/api/docs/${name}`, route, async (_request, reply) =>
      reply.type(type).header("cache-control", "public, max-age=86400").send(createReadStream(path)),
    );
  }
}
