import type { Api } from "#lib/api/client.ts";
import type { Opinion } from "./types.ts";

/** How reviews stand, and a vote on one: all that a review in a feed asks for. */
export function reviewCalls(api: Api) {
  return {
    standings: (ids: string) => api.get("/reviews/standings", { ids }),
    react: (id: string, value: Opinion | null) =>
      value ? api.put("/posts/{id}/vote", { id, value }) : api.delete("/posts/{id}/vote", { id }),
  };
}
