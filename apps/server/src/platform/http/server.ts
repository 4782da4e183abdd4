import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import Fastify, { type FastifyBaseLogger, type FastifyRequest, LogController } from "fastify";
import type { Logger } from "pino";
import type { Config } from "../../config.ts";
import { installAuthentication } from "../identity/authenticate.ts";
import type { Sessions } from "../identity/sessions.ts";
import { installDocumentation } from "./documentation.ts";
import { installDrain } from "./drain.ts";
import { installOpenApi } from "./openapi.ts";
import { notFound, Problem, type ProblemBody, toProblem } from "./problem.ts";
import type { LimitCounters } from "./limit-counters.ts";
import { rateLimitOf, storeOf } from "./rate-limits.ts";
import type { App } from "./route.ts";

/** JSON bodies: a post of 5,000 characters fits several times over. Uploads have bounds of their own. */
const bodyLimit = 128 * 1024;
export const uploadBytes = 20 * 1024 * 1024;

/**
 * The HTTP server with everything that every route gets: identity, policies, limits, validation, problems, the contract; and what is to be
 * waited for before it is closed.
 */
export async function createHttpServer(
  config: Config,
  logger: Logger,
  sessions: Sessions,
  counters: LimitCounters,
): Promise<{ app: App; drain: () => Promise<void> }> {
  const app: App = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit,
    // A search for 10,000 Korean characters is an address of 90 KB.
    http: { maxHeaderSize: 128 * 1024 },
    genReqId: () => crypto.randomUUID(),
    // What is under way while the program stops is still answered; see drain.ts.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 500 },
  });
  const drain = installDrain(app, config.trustProxy);
  installValidation(app);
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) => {
    // Many clients name a type also where they send nothing, as with PUT and DELETE of a state.
    if (body === "") done(null, undefined);
    else void parseJson(request, body, done);
  });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: uploadBytes, files: 1, fields: 5, fieldSize: 8 * 1024, parts: 8 },
  });

  app.addHook("onRoute", (route) => {
    const limit = route.config?.limit;
    if (limit && config.rateLimits) Object.assign(route.config!, { rateLimit: rateLimitOf(limit) });
  });
  installAuthentication(app, sessions, config.origin);
  await app.register(rateLimit, { global: false, enableDraftSpec: true, store: storeOf(counters) });
  await installOpenApi(app);
  installDocumentation(app);

  app.setErrorHandler((error, request, reply) => {
    let problem = toProblem(error);
    if (!problem) {
      request.log.error({ err: error, method: request.method, url: urlOf(request) }, "a request failed");
      problem = new Problem(500, "internal", "Something went wrong on our side.");
    }
    const body: ProblemBody = {
      type: `/problems/${problem.slug}`,
      title: problem.message,
      status: problem.status,
      instance: request.id,
      ...(problem.errors.length > 0 && { errors: problem.errors }),
      ...problem.extension,
    };
    return reply
      .code(problem.status)
      .headers(problem.headers)
      .type("application/problem+json")
      .send(JSON.stringify(body));
  });
  app.setNotFoundHandler({}, () => {
    throw notFound();
  });
  app.addHook("onSend", (request, reply, payload, done) => {
    reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
    done(null, payload);
  });
  app.addHook("onResponse", (request, reply, done) => {
    request.log.debug(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "request",
    );
    done();
  });
  return { app, drain };
}

/** The address for the log: of a link that one can act with, only which kind it is. */
function urlOf({ url, params, routeOptions }: FastifyRequest): string {
  const isLink = typeof params === "object" && params !== null && "token" in params;
  return isLink ? (routeOptions.url ?? "") : url;
}

/** Bodies are taken as they are (a number where a text belongs is an error); only what comes in addresses is converted. */
function installValidation(app: App): void {
  const strict = new Ajv({
    coerceTypes: false,
    useDefaults: true,
    removeAdditional: false,
    allErrors: false,
    strict: false,
  });
  const lenient = new Ajv({
    coerceTypes: "array",
    useDefaults: true,
    removeAdditional: false,
    allErrors: false,
    strict: false,
  });
  for (const ajv of [strict, lenient]) (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  const added = new Set<string>();
  app.setValidatorCompiler(({ schema, httpPart }) => {
    for (const [id, shared] of Object.entries(app.getSchemas())) {
      if (added.has(id)) continue;
      added.add(id);
      for (const ajv of [strict, lenient]) ajv.addSchema(shared as object);
    }
    const validate = (httpPart === "body" ? strict : lenient).compile(schema as object);
    return (data) => {
      if (validate(data)) return { value: data };
      return { error: validate.errors as never };
    };
  });
}
