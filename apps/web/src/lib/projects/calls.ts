import type { Input } from "@maru/api-client";
import type { Api } from "#lib/api/client.ts";
import type { Page, Post } from "#lib/api/types.ts";
import { isProject } from "./is-project.ts";
import type { Because, ProjectPost, Suggested } from "./types.ts";

export type BoardWish = Input<"get", "/projects">;
type Slice = { limit?: number; cursor?: string | null };

async function projectsOf(answer: Promise<Page<Post>>): Promise<Page<ProjectPost>> {
  const { items, nextCursor } = await answer;
  return { items: items.filter(isProject), nextCursor };
}

async function suggestedOf(
  answer: Promise<Page<{ post: Post; because: Because }>>,
): Promise<Page<Suggested>> {
  const { items, nextCursor } = await answer;
  return {
    items: items.flatMap(({ post, because }) => (isProject(post) ? [{ id: post.id, post, because }] : [])),
    nextCursor,
  };
}

/** The calls of the projects' part of the API, each by what it does. */
export function projectCalls(api: Api) {
  return {
    board: (wish: BoardWish) => projectsOf(api.get("/projects", wish)),
    figures: () => api.get("/projects/figures"),
    one: (id: string): Promise<Post> => api.get("/projects/{id}", { id }),
    ofAccount: (handle: string, at: Slice = {}) =>
      projectsOf(api.get("/accounts/{handle}/projects", { handle, ...at })),
    bookmarked: (at: Slice = {}) => projectsOf(api.get("/projects/bookmarked", at)),
    log: (id: string, at: Slice = {}) => api.get("/projects/{id}/log", { id, ...at }),
    following: (id: string) => api.get("/projects/{id}/follow", { id }),
    follow: (id: string, on: boolean) => api.set("/projects/{id}/follow", on, { id }),
    remove: (id: string) => api.delete("/projects/{id}", { id }),
    similar: (id: string, limit: number) => suggestedOf(api.get("/projects/{id}/similar", { id, limit })),
    recommended: (at: Slice = {}) => suggestedOf(api.get("/projects/recommended", at)),
    dismiss: (id: string, on: boolean) => api.set("/projects/{id}/dismissed", on, { id }),
    people: (limit: number) => api.get("/projects/people", { limit }),
    stacks: (query: string, limit: number) => api.get("/stacks", { query, limit }),
    stackOf: (handle: string) => api.get("/accounts/{handle}/stack", { handle }),
  };
}
