import type { Input } from "@maru/api-client";
import type { Api } from "#lib/api/client.ts";

export type CatWish = Input<"get", "/cats">;
export type CatBody = Input<"post", "/cats">;
type CatChange = Omit<Input<"patch", "/cats/{id}">, "id">;
type Slice = { limit?: number; cursor?: string | null };

/** The calls of the cats' part of the API, each by what it does. */
export function catCalls(api: Api) {
  return {
    breeds: () => api.get("/cats/breeds"),
    list: (wish: CatWish) => api.get("/cats", wish),
    one: (id: string) => api.get("/cats/{id}", { id }),
    ofAccount: (handle: string, at: Slice = {}) => api.get("/accounts/{handle}/cats", { handle, ...at }),
    posts: (id: string, at: Slice = {}) => api.get("/cats/{id}/posts", { id, ...at }),
    photos: (id: string, at: Slice = {}) => api.get("/cats/{id}/photos", { id, ...at }),
    album: (id: string, at: Slice = {}) => api.get("/cats/{id}/album", { id, ...at }),
    followers: (id: string, at: Slice = {}) => api.get("/cats/{id}/followers", { id, ...at }),
    birthdays: () => api.get("/cats/birthdays"),
    create: (body: CatBody, key?: string) => api.post("/cats", body, key),
    change: (id: string, body: CatChange) => api.patch("/cats/{id}", { id, ...body }),
    remove: (id: string) => api.delete("/cats/{id}", { id }),
    follow: (id: string, on: boolean) => api.set("/cats/{id}/follow", on, { id }),
    untag: (id: string, postId: string) => api.delete("/cats/{id}/posts/{postId}", { id, postId }),
    invited: (id: string) => api.get("/cats/{id}/invitations", { id }),
    invite: (id: string, handle: string) => api.post("/cats/{id}/invitations", { id, handle }),
    withdraw: (id: string, handle: string) => api.delete("/cats/{id}/invitations/{handle}", { id, handle }),
    leave: (id: string, handle: string) => api.delete("/cats/{id}/people/{handle}", { id, handle }),
    invitations: () => api.get("/cats/invitations"),
    accept: (id: string) => api.put("/cats/{id}/invitations/accept", { id }),
    recognize: (photo: FormData) => api.post("/cats/recognize", photo),
    correct: (id: string, said: { mediaId: string; breed: string; consent: boolean }) =>
      api.post("/cats/{id}/corrections", { id, ...said }),
    takeBack: (id: string, mediaId: string) =>
      api.delete("/cats/{id}/corrections/{mediaId}", { id, mediaId }),
    takeBackAll: (id: string) => api.delete("/cats/{id}/corrections", { id }),
  };
}
