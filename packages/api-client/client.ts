import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.gen.ts";

export type { components, paths } from "./schema.gen.ts";

/**
 * A typed client of Maru's API: every call of the contract with its body and its answers. `token` is a session's; without one the client
 * sees what anyone sees.
 */
export function createMaruClient(options: { origin: string; token?: string }): Client<paths> {
  return createClient<paths>({
    baseUrl: options.origin,
    ...(options.token !== undefined && { headers: { authorization: `Bearer ${options.token}` } }),
  });
}
