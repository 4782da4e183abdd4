import { beforeAll, expect, test } from "vitest";
import { testServer } from "./test-server.ts";

interface Operation {
  operationId?: string;
  responses: Record<string, { content?: Record<string, unknown> }>;
}
interface Contract {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

const server = testServer();
let contract: Contract;
let operations: { name: string; operation: Operation }[];

beforeAll(async () => {
  contract = (await server.as(null).get("//api/openapi.json")).json();
  operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
});

test("every call of the API has a name of its own, an answer and its refusals", () => {
  expect(contract.openapi).toMatch(/^3\.1/);
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(operations.filter(({ operation }) => !operation.operationId).map(({ name }) => name)).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, operation } of operations) {
    const statuses = Object.keys(operation.responses);
    expect(
      statuses.some((status) => status.startsWith("2")),
      name,
    ).toBe(true);
    for (const status of statuses.filter((one) => Number(one) >= 400)) {
      expect(Object.keys(operation.responses[status]!.content ?? {}), `${name} ${status}`).toEqual([
        "application/problem+json",
      ]);
    }
  }
});

test("every reference of the contract leads somewhere", () => {
  const references = [...JSON.stringify(contract).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!);
  expect(references.length).toBeGreaterThan(50);
  for (const reference of references) {
    expect(reference).toMatch(/^#\/components\/schemas\/\w+$/);
    expect(contract.components.schemas).toHaveProperty(reference.split("/").at(-1)!);
  }
});

test("what programs rely on is there", () => {
  const names = new Set(operations.map(({ name }) => name.replace("/api/v1", "")));
  const promised = [
    "POST /accounts",
    "GET /accounts",
    "GET /accounts/{handle}",
    "GET /accounts/{handle}/posts",
    "GET /accounts/{handle}/followers",
    "GET /accounts/{handle}/following",
    "PUT /accounts/{handle}/follow",
    "DELETE /accounts/{handle}/follow",
    "PUT /accounts/{handle}/block",
    "DELETE /accounts/{handle}/block",
    "PUT /accounts/{handle}/mute",
    "DELETE /accounts/{handle}/mute",
    "POST /sessions",
    "DELETE /sessions/current",
    "GET /me",
    "PATCH /me",
    "DELETE /me",
    "POST /media",
    "POST /posts",
    "GET /posts/{id}",
    "PATCH /posts/{id}",
    "DELETE /posts/{id}",
    "GET /posts/{id}/edits",
    "PUT /posts/{id}/hidden",
    "DELETE /posts/{id}/hidden",
    "PUT /posts/{id}/like",
    "DELETE /posts/{id}/like",
    "PUT /posts/{id}/bookmark",
    "DELETE /posts/{id}/bookmark",
    "GET /posts/{id}/likes",
    "POST /posts/{id}/comments",
    "GET /posts/{id}/comments",
    "GET /feeds/home",
    "GET /feeds/explore",
    "GET /feeds/tags/{tag}",
    "GET /tags/trending",
    "GET /bookmarks",
    "GET /notifications",
    "POST /notifications/read",
  ];
  expect(promised.filter((name) => !names.has(name))).toEqual([]);
});

test("an address that is none is a problem, not a page", async () => {
  for (const path of ["//api/v1/nothing", "//api/nothing", "//media/nothing", "//socket/nothing"]) {
    const answer = await server.as(null).get(path);
    expect([path, answer.statusCode, String(answer.headers["content-type"]).split(";")[0]]).toEqual([
      path,
      404,
      "application/problem+json",
    ]);
  }
});

test("each answer carries the request's id, and a problem names it", async () => {
  const answer = await server.as(null).get("/nothing");
  expect(answer.json()).toMatchObject({
    type: "/problems/not-found",
    status: 404,
    instance: answer.headers["x-request-id"],
  });
});

test.each([
  ["not JSON", "{", "application/json", 400],
  ["a body that is far too large", JSON.stringify({ text: "가".repeat(300_000) }), "application/json", 413],
  ["another type", "<a/>", "application/xml", 415],
  ["a prototype", '{"__proto__":{"admin":true}}', "application/json", 400],
])("%s is refused", async (_name, payload, type, status) => {
  const answer = await server
    .as(null)
    .post("/accounts", undefined, { payload, headers: { "content-type": type } });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
});

test("a type without a body is no body", async () => {
  const [one, other] = [await server.given.person(), await server.given.person()];
  const answer = await server.as(one).put(`/accounts/${other.handle}/follow`, undefined, {
    payload: "",
    headers: { "content-type": "application/json" },
  });
  expect(answer.json()).toMatchObject({ following: true });
  const post = await server
    .as(one)
    .post("/posts", undefined, { payload: "", headers: { "content-type": "application/json" } });
  expect(post.statusCode).toBe(400);
});
