import Fastify, { type FastifyBaseLogger } from "fastify";
import type { Logger } from "pino";
import type { App } from "./route.ts";

/** The server of a process that is not on the web: `/healthz`, `/readyz` and `/metrics` are put on it, and nothing else. */
export function createProbeServer(logger: Logger): App {
  return Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    forceCloseConnections: true,
  }) as unknown as App;
}
