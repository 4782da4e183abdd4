import type { Input, Schemas } from "@maru/api-client";
import type { Api } from "#lib/api/client.ts";

export type ProjectBody = Input<"post", "/projects">;
type ProjectChange = Omit<Input<"patch", "/projects/{id}">, "id">;
export type ProjectPost = Schemas["Post"];

/** The calls for writing about projects, each by what it does. */
export function editorCalls(api: Api) {
  return {
    one: (id: string) => api.get("/projects/{id}", { id }),
    create: (body: ProjectBody, key?: string) => api.post("/projects", body, key),
    change: (id: string, body: ProjectChange) => api.patch("/projects/{id}", { id, ...body }),
    preview: (text: string) => api.post("/projects/preview", { text }),
  };
}
