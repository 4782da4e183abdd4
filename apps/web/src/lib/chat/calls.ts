import type { Input } from "@maru/api-client";
import type { Api } from "#lib/api/client.ts";
import type { Shown } from "./types.ts";

export type ChatBody = Input<"post", "/chats">;
export type MessageBody = Omit<Input<"post", "/chats/{id}/messages">, "id">;
type Slice = { limit?: number; cursor?: string | null };
type Shared = { with: string; projectId?: string };
type Change = Omit<Input<"patch", "/chats/{id}">, "id">;
type Place = { before?: number; after?: number; changedAfter?: number; limit?: number };

/** The calls of the chat part of the API, each by what it does. */
export function chatCalls(api: Api) {
  return {
    list: (filter: Shown, at: Slice = {}) => api.get("/chats", { filter, ...at }),
    /** Chats of two with somebody, about a project or any. */
    listWith: (shared: Shared) => api.get("/chats", { ...shared }),
    search: (q: string, at: Slice = {}) => api.get("/chats/search", { q, ...at }),
    one: (id: string) => api.get("/chats/{id}", { id }),
    start: (body: ChatBody) => api.post("/chats", body),
    change: (id: string, body: Change) => api.patch("/chats/{id}", { id, ...body }),
    hide: (id: string) => api.delete("/chats/{id}", { id }),
    setStatus: (id: string, status: "running" | "stopped" | "declined") =>
      api.put("/chats/{id}/status", { id, status }),
    read: (id: string, seq: number) => api.put("/chats/{id}/read", { id, seq }),
    messages: (id: string, at: Place = {}) => api.get("/chats/{id}/messages", { id, ...at }),
    send: (id: string, body: MessageBody) => api.post("/chats/{id}/messages", { id, ...body }),
    edit: (id: string, seq: number, text: string) =>
      api.patch("/chats/{id}/messages/{seq}", { id, seq: String(seq), text }),
    remove: (id: string, seq: number) => api.delete("/chats/{id}/messages/{seq}", { id, seq: String(seq) }),
    react: (id: string, seq: number, emoji: string, on: boolean) =>
      api.set("/chats/{id}/messages/{seq}/reactions/{emoji}", on, { id, seq: String(seq), emoji }),
    add: (id: string, handle: string) => api.post("/chats/{id}/people", { id, handle }),
    removePerson: (id: string, handle: string) => api.delete("/chats/{id}/people/{handle}", { id, handle }),
  };
}
