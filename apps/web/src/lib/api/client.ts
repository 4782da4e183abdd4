import type { FieldError } from "./problem.ts";
import { ApiProblem } from "./problem.ts";

type Query = Record<string, string | number | null | undefined>;
type Body = Record<string, unknown>;

function withQuery(path: string, query: Query = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  const text = search.toString();
  return `/api/v1${path}${text ? `${path.includes("?") ? "&" : "?"}${text}` : ""}`;
}

async function problemFrom(response: Response) {
  const body = (await response.json().catch(() => ({}))) as {
    type?: string;
    title?: string;
    detail?: string;
    instance?: string;
    errors?: FieldError[];
  };
  return new ApiProblem({
    status: response.status,
    slug: body.type?.split("/").pop() ?? "unknown",
    title: body.title ?? response.statusText,
    errors: body.errors ?? [],
    reference: body.instance ?? response.headers.get("x-request-id"),
    retryAfter: Number(response.headers.get("retry-after")) || null,
  });
}

/**
 * Calls to `/api/v1`, the same in a load function (pass `event.fetch`) and in the browser (pass `fetch`).
 * Every refusal, a lost connection included, is thrown as an ApiProblem.
 */
export function createApi(fetcher: typeof fetch) {
  async function send<T>(
    method: string,
    path: string,
    { query, body, key }: { query?: Query; body?: Body | FormData | undefined; key?: string } = {},
  ): Promise<T> {
    const headers: Record<string, string> = { accept: "application/json" };
    if (body && !(body instanceof FormData)) headers["content-type"] = "application/json";
    const init: RequestInit = { method, headers };
    if (body) init.body = body instanceof FormData ? body : JSON.stringify(body);
    if (path.startsWith("/sessions") || path === "/accounts") headers["maru-session"] = "cookie";
    if (key) headers["idempotency-key"] = key;

    const response = await fetcher(withQuery(path, query), init).catch(() => {
      throw new ApiProblem({ status: 0, slug: "offline", title: "No connection" });
    });
    if (!response.ok) throw await problemFrom(response);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  return {
    get: <T>(path: string, query: Query = {}) => send<T>("GET", path, { query }),
    /** With a key, sending the same again after a lost answer creates nothing new. */
    post: <T>(path: string, body?: Body | FormData, key?: string) =>
      send<T>("POST", path, { body, ...(key ? { key } : {}) }),
    put: <T>(path: string, body?: Body) => send<T>("PUT", path, { body }),
    patch: <T>(path: string, body: Body) => send<T>("PATCH", path, { body }),
    delete: <T = void>(path: string, body?: Body) => send<T>("DELETE", path, { body }),
  };
}

export type Api = ReturnType<typeof createApi>;
