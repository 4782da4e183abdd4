import type { Answer } from "@maru/api-client";
import type { Api } from "#lib/api/client.ts";

export type Technology = Answer<"get", "/stacks">["items"][number];

/** The calls for technologies, each by what it does. */
export function stackCalls(api: Api) {
  return {
    suggest: (query: string) => api.get("/stacks", { query, limit: 7 }),
    fromManifest: (name: string, text: string) => api.post("/stacks/from-manifest", { name, text }),
    of: (handle: string) => api.get("/accounts/{handle}/stack", { handle }),
    setMine: (stack: string[]) => api.put("/me/stack", { stack }),
  };
}
