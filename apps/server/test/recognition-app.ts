import type { AddressInfo } from "node:net";
import type { LightMyRequestResponse as Response } from "fastify";
import { pino } from "pino";
import { type Config, readConfig } from "../src/config.ts";
import { createLimitCounters } from "../src/platform/http/limit-counters.ts";
import { createProbeServer } from "../src/platform/http/probe-server.ts";
import type { App } from "../src/platform/http/route.ts";
import { createHttpServer } from "../src/platform/http/server.ts";
import { createRecognition, type Recognition } from "../src/spaces/cats/recognition/index.ts";
import { formOf, type Part } from "./photo-form.ts";
import type { Person, TestServer } from "./test-server.ts";

export interface RecognitionApp {
  app: App;
  recognition: Recognition;
  /** Sends a form to be recognized, as a person or as nobody. */
  send(parts: Part[], who: Person | null): Promise<Response>;
  /** What it has logged so far. */
  logged(): string;
  /** Listens; answers its address. */
  listen(): Promise<string>;
  stop(): Promise<void>;
}

/** Recognition alone, on the sessions of a whole server; as the web, or as a process that only has the role `recognition`. */
export async function startRecognition(
  server: TestServer,
  env: Record<string, string>,
  onWeb = true,
): Promise<RecognitionApp> {
  const { platform } = server.maru;
  const config: Config = readConfig({ MARU_RATE_LIMITS: "off", NODE_ENV: "test", ...env });
  let logged = "";
  const logger = pino({ level: "trace" }, { write: (line: string) => void (logged += line) });
  const recognition = await createRecognition({ ...platform, config, logger });
  const app = onWeb
    ? (await createHttpServer(config, logger, platform.sessions, createLimitCounters())).app
    : createProbeServer(logger);
  if (onWeb) await recognition.routes(app);
  else for (const service of recognition.services) await service.routes(app);
  await app.ready();
  await recognition.started?.();
  return {
    app,
    recognition,
    logged: () => logged,
    send(parts, who) {
      const { payload, headers } = formOf(parts);
      const token = who && { authorization: `Bearer ${who.token}` };
      return app.inject({
        method: "POST",
        url: "/api/v1/cats/recognize",
        payload,
        headers: { ...headers, ...token },
      });
    },
    async listen() {
      await app.listen({ port: 0, host: "127.0.0.1" });
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    },
    async stop() {
      await app.close();
      await recognition.stopped?.();
    },
  };
}
