import type { Input } from "@maru/api-client";
import type { Api } from "#lib/api/client.ts";
import type { Page, Post } from "#lib/api/types.ts";
import { isReview } from "./is-review.ts";
import type { Opinion, ReviewPost } from "./types.ts";

export type FilmsWish = Input<"get", "/films">;
export type FilmBody = Omit<Input<"patch", "/films/{id}">, "id">;
export type ReviewBody = Omit<Input<"post", "/films/{id}/reviews">, "id">;
type Slice = { limit?: number; cursor?: string | null };

async function reviewsOf(answer: Promise<Page<Post>>): Promise<Page<ReviewPost>> {
  const { items, nextCursor } = await answer;
  return { items: items.filter(isReview), nextCursor };
}

/** The calls of the films' part of the API, each by what it does. */
export function filmCalls(api: Api) {
  return {
    list: (wish: FilmsWish) => api.get("/films", wish),
    facets: () => api.get("/films/facets"),
    critics: () => api.get("/films/critics"),
    watchlist: (at: Slice = {}) => api.get("/watchlist", at),
    one: (id: string) => api.get("/films/{id}", { id }),
    score: (id: string) => api.get("/films/{id}/score", { id }),
    similar: (id: string) => api.get("/films/{id}/similar", { id }),
    posts: (id: string, at: Slice = {}) => api.get("/films/{id}/posts", { id, ...at }),
    person: (id: string) => api.get("/films/people/{id}", { id }),
    vote: (id: string, value: Opinion | null) =>
      value ? api.put("/films/{id}/vote", { id, value }) : api.delete("/films/{id}/vote", { id }),
    watch: (id: string, on: boolean) => api.set("/films/{id}/watchlist", on, { id }),
    follow: (id: string, on: boolean) => api.set("/films/{id}/follow", on, { id }),
    reviews: (id: string, at: Slice & { sort?: "sympathy" | "latest" } = {}) =>
      reviewsOf(api.get("/films/{id}/reviews", { id, ...at })),
    reviewsOf: (handle: string, at: Slice = {}) =>
      reviewsOf(api.get("/accounts/{handle}/reviews", { handle, ...at })),
    mine: (id: string): Promise<Post> => api.get("/films/{id}/reviews/mine", { id }),
    review: (id: string, body: ReviewBody, key?: string): Promise<Post> =>
      api.post("/films/{id}/reviews", { id, ...body }, key),
    editReview: (id: string, reviewId: string, body: ReviewBody): Promise<Post> =>
      api.patch("/films/{id}/reviews/{reviewId}", { id, reviewId, ...body }),
    rankOf: (handle: string) => api.get("/accounts/{handle}/film-rank", { handle }),
    entries: (at: Slice = {}) => api.get("/film-rank/entries", at),
    permissions: () => api.get("/films/permissions"),
    create: (body: FilmBody, key?: string) => api.post("/films", body, key),
    change: (id: string, body: FilmBody) => api.patch("/films/{id}", { id, ...body }),
    changes: (id: string, at: Slice = {}) => api.get("/films/{id}/changes", { id, ...at }),
    proposals: (at: Slice = {}) => api.get("/films/proposals", at),
    remove: (id: string) => api.delete("/films/{id}", { id }),
    flagged: () => api.get("/films/flagged"),
    clearFlag: (id: string) => api.delete("/films/{id}/flag", { id }),
    decide: (id: string, accept: boolean) => api.post("/films/proposals/{id}/decision", { id, accept }),
  };
}
