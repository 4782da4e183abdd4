import type { Answer, Arguments, Input, Method, Path } from "./calls.ts";

export type { Answer, Arguments, Input, Method, Path, Schemas } from "./calls.ts";

type Options = {
  fetch?: (address: string, init: RequestInit) => Promise<Response>;
  /** Where Maru is; without one, the page's own site. */
  origin?: string;
  headers?: Record<string, string>;
  /** The error that a refused call throws. */
  refusal?: (response: Response) => Promise<Error>;
};

async function plainRefusal(response: Response) {
  return new Error(`${response.status} ${await response.text()}`);
}

/** Puts the names that a path asks for into it; what is left of the input belongs to the query or the body. */
function filled(path: string, input: Record<string, unknown>) {
  const rest = { ...input };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    delete rest[name];
    return encodeURIComponent(String(input[name]));
  });
  return { address: `/api/v1${address}`, rest };
}

function withQuery(address: string, names: Record<string, unknown>) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(names))
    if (value !== undefined && value !== null && value !== "")
      search.set(name, String(value as string | number | boolean));
  return search.size > 0 ? `${address}?${search}` : address;
}

/**
 * A client of Maru's API: every call of the contract, with what it takes and what it answers. A refused call throws what
 * `refusal` makes of it.
 */
export function createMaruClient({
  fetch: send = fetch,
  origin = "",
  headers = {},
  refusal = plainRefusal,
}: Options) {
  async function call(method: Method, path: string, input: object = {}, key?: string): Promise<unknown> {
    const asked: Record<string, string> = { accept: "application/json", ...headers };
    if (key) asked["idempotency-key"] = key;
    const init: RequestInit = { method: method.toUpperCase(), headers: asked };

    let address = `/api/v1${path}`;
    if (input instanceof FormData) init.body = input;
    else {
      const { address: known, rest } = filled(path, input as Record<string, unknown>);
      address = method === "get" ? withQuery(known, rest) : known;
      if (method !== "get" && Object.keys(rest).length > 0) {
        asked["content-type"] = "application/json";
        init.body = JSON.stringify(rest);
      }
    }
    const response = await send(origin + address, init);
    if (!response.ok) throw await refusal(response);
    if (response.status === 204) return undefined;
    return response.headers.get("content-type")?.includes("json") ? response.json() : response.text();
  }

  const caller =
    <M extends Method>(method: M) =>
    <P extends Path<M>>(path: P, ...[input]: Arguments<M, P>) =>
      call(method, path, input as object | undefined) as Promise<Answer<M, P>>;

  return {
    get: caller("get"),
    put: caller("put"),
    patch: caller("patch"),
    delete: caller("delete"),
    /** With a key, sending the same again after a lost answer creates nothing new. */
    post: <P extends Path<"post">>(path: P, input: Input<"post", P>, key?: string) =>
      call("post", path, input as object, key) as Promise<Answer<"post", P>>,
    /** Puts a state, or takes it away: likes, follows, what is hidden. */
    set: <P extends Path<"put"> & Path<"delete">>(path: P, on: boolean, input: Input<"put", P>) =>
      call(on ? "put" : "delete", path, input as object) as Promise<Answer<"put", P>>,
  };
}

export type MaruClient = ReturnType<typeof createMaruClient>;
