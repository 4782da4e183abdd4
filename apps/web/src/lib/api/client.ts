import { createMaruClient, type MaruClient, type Schemas } from "@maru/api-client";
import { ApiProblem } from "./problem.ts";

/** What a refusal says; an answer that is none of Maru's, as of a proxy, is a refusal too. */
export function problemFrom(answer: {
  status: number;
  statusText: string;
  body: unknown;
  header: (name: string) => string | null;
}) {
  const body = (answer.body ?? {}) as Partial<Schemas["Problem"]>;
  const { reason, until } = (answer.body ?? {}) as Record<string, unknown>;
  return new ApiProblem({
    status: answer.status,
    slug: body.type?.split("/").pop() ?? "unknown",
    title: body.title ?? answer.statusText,
    errors: body.errors ?? [],
    reference: body.instance ?? answer.header("x-request-id"),
    retryAfter: Number(answer.header("retry-after")) || null,
    more: {
      ...(typeof reason === "string" && { reason }),
      ...(typeof until === "string" && { until }),
    },
  });
}

export const offline = () => new ApiProblem({ status: 0, slug: "offline", title: "No connection" });

/**
 * Calls to `/api/v1`, the same in a load function (pass `event.fetch`) and in the browser (pass `fetch`).
 * Every refusal, a lost connection included, is thrown as an ApiProblem.
 */
export function createApi(fetcher: typeof fetch): MaruClient {
  return createMaruClient({
    fetch: (address, init) =>
      fetcher(address, init).catch(() => {
        throw offline();
      }),
    // A session opened from here is a cookie, out of reach for scripts.
    headers: { "maru-session": "cookie" },
    refusal: async (response) =>
      problemFrom({
        status: response.status,
        statusText: response.statusText,
        body: await response.json().catch(() => undefined),
        header: (name) => response.headers.get(name),
      }),
  });
}

export type Api = MaruClient;
