import swagger from "@fastify/swagger";
import { Type } from "typebox";
import { ProblemBody } from "./problem.ts";
import { Ref } from "./schemas.ts";
import type { App } from "./route.ts";

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Ref(ProblemBody) } },
});

/**
 * The contract, OpenAPI 3.1, made from the routes' own schemas. The refusals that follow from what a route declares (its policy, its
 * input, its limit) are filled in here, so that no route can forget one.
 */
export async function installOpenApi(app: App): Promise<void> {
  app.addSchema(ProblemBody);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Maru", version: "1", license: { name: "AGPL-3.0-or-later" } },
      components: {
        securitySchemes: {
          bearer: { type: "http", scheme: "bearer" },
          cookie: { type: "apiKey", in: "cookie", name: "maru_session" },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) =>
        (json["$id"] as string | undefined) ?? `schema-${index}`,
    },
    hideUntagged: false,
    // A form is read part by part by its route, so nothing validates it; the contract says what it has all the same.
    transform: ({ schema, url, route }) => ({
      url,
      schema: route.config?.form
        ? { ...schema, consumes: ["multipart/form-data"], body: route.config.form }
        : schema,
    }),
  });
  app.addHook("onRoute", (route) => {
    const schema = (route.schema ??= {});
    if (!route.url.startsWith("/api/v1/")) {
      schema.hide ??= true;
      return;
    }
    const policy = route.config?.policy;
    schema.security ??=
      policy !== "public" ? [{ bearer: [] }, { cookie: [] }] : [{}, { bearer: [] }, { cookie: [] }];
    const response = (schema.response ?? {}) as Record<string, unknown>;
    if (schema.body || schema.querystring) response["400"] ??= problem("The request is not valid.");
    response["401"] ??= problem(policy !== "public" ? "Sign in to do this." : "The token is not valid.");
    if (policy === "moderator" || policy === "admin")
      response["403"] ??= problem(`For a${policy === "admin" ? "n admin" : " moderator"}.`);
    if (policy === "member" && route.method !== "GET") response["403"] ??= problem("Not allowed.");
    if (schema.params) response["404"] ??= problem("There is nothing here.");
    if (schema.body) {
      response["413"] ??= problem("The request is too large.");
      response["415"] ??= problem("This content type is not understood here.");
      response["422"] ??= problem("The request is understood, but cannot be done.");
    }
    if (route.config?.limit) response["429"] ??= problem("Too many requests.");
    response["500"] ??= problem("Something went wrong on our side.");
    schema.response = response;
  });
  app.get(
    "/api/openapi.json",
    {
      config: { policy: "public" },
      schema: {
        hide: true,
        response: { 200: Type.Unsafe<object>({ type: "object", additionalProperties: true }) },
      },
    },
    async (_request, reply) => reply.send(app.swagger()),
  );
}
