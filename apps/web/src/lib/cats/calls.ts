import type { Api } from "#lib/api/client.ts";
import type { Account, Media, Page, Post } from "#lib/api/types.ts";
import type {
  AlbumMonth,
  Birthday,
  Breed,
  Cat,
  CatPhoto,
  Invitation,
  Invited,
  Precision,
  Recognition,
  Sex,
} from "./types.ts";

export type Slice = { limit?: number; cursor?: string | null };

export type CatWish = Slice & {
  breed?: string | null;
  colour?: string | null;
  pattern?: string | null;
  age?: string | null;
  sort?: string | null;
  near?: string | null;
};

export type CatBody = {
  name?: string;
  breed?: string | null;
  birthday?: { date: string; precision: Precision } | null;
  adoptedOn?: string | null;
  sex?: Sex | null;
  neutered?: boolean | null;
  colour?: string | null;
  pattern?: string | null;
  personality?: string[];
  story?: string;
  photoId?: string | null;
  private?: boolean;
  memorialOn?: string | null;
};

type Method = "get" | "put" | "patch" | "delete";
type Anything = Record<Method, (path: string, input?: object) => Promise<unknown>> & {
  post: (path: string, input: object, key?: string) => Promise<unknown>;
  set: (path: string, on: boolean, input: object) => Promise<unknown>;
};

/** The calls of the cats' part of the API, each with what it answers. */
export function catCalls(api: Api) {
  const any = api as unknown as Anything;
  const get = <T>(path: string, input?: object) => any.get(path, input) as Promise<T>;
  return {
    breeds: () => get<Breed[]>("/cats/breeds"),
    list: (wish: CatWish) => get<Page<Cat>>("/cats", wish),
    one: (id: string) => get<Cat>("/cats/{id}", { id }),
    ofAccount: (handle: string, at: Slice = {}) =>
      get<Page<Cat>>("/accounts/{handle}/cats", { handle, ...at }),
    posts: (id: string, at: Slice = {}) => get<Page<Post>>("/cats/{id}/posts", { id, ...at }),
    photos: (id: string, at: Slice = {}) => get<Page<CatPhoto>>("/cats/{id}/photos", { id, ...at }),
    album: (id: string, at: Slice = {}) => get<Page<AlbumMonth>>("/cats/{id}/album", { id, ...at }),
    followers: (id: string, at: Slice = {}) => get<Page<Account>>("/cats/{id}/followers", { id, ...at }),
    birthdays: () => get<{ items: Birthday[] }>("/cats/birthdays"),
    create: (body: CatBody, key?: string) => any.post("/cats", body, key) as Promise<Cat>,
    change: (id: string, body: CatBody) => any.patch("/cats/{id}", { id, ...body }) as Promise<Cat>,
    remove: (id: string) => any.delete("/cats/{id}", { id }),
    follow: (id: string, on: boolean) =>
      any.set("/cats/{id}/follow", on, { id }) as Promise<{ following: boolean; followers: number }>,
    untag: (id: string, postId: string) => any.delete("/cats/{id}/posts/{postId}", { id, postId }),
    invited: (id: string) => get<Page<Invited>>("/cats/{id}/invitations", { id }),
    invite: (id: string, handle: string) =>
      any.post("/cats/{id}/invitations", { id, handle }) as Promise<Invited>,
    withdraw: (id: string, handle: string) => any.delete("/cats/{id}/invitations/{handle}", { id, handle }),
    leave: (id: string, handle: string) => any.delete("/cats/{id}/people/{handle}", { id, handle }),
    invitations: () => get<Page<Invitation>>("/cats/invitations"),
    accept: (id: string) => any.put("/cats/{id}/invitations/accept", { id }) as Promise<Cat>,
    recognize: (form: FormData) => any.post("/cats/recognize", form) as Promise<Recognition>,
    correct: (id: string, said: { mediaId: string; breed: string; consent: boolean }) =>
      any.post("/cats/{id}/corrections", { id, ...said }),
    upload: (form: FormData) => any.post("/media", form) as Promise<Media>,
  };
}
