import type { Schemas } from "@maru/api-client";
import type { Api } from "#lib/api/client.ts";
import type { Account, Page, Post } from "#lib/api/types.ts";
import type { Wish } from "./query.ts";

export type FoundPost = Post & { excerpt: Pick<Schemas["Snippet"], "text" | "marks"> };
export type FoundTag = { id: string; tag: string; count: number };

type At = { cursor: string | null; limit?: number };
type Asked = Pick<Wish, "query" | "sort">;

const nothing = { items: [], nextCursor: null };

/** Posts with the piece of each that answers the query. */
export async function askPosts(api: Api, { query, sort }: Asked, at: At): Promise<Page<FoundPost>> {
  const { posts } = await api.get("/search", { q: query, type: "posts", sort, ...at });
  if (!posts) return nothing;
  const items = posts.items.map((post, index) => ({
    ...post,
    excerpt: posts.snippets[index] ?? { text: post.text, marks: [] },
  }));
  return { items, nextCursor: posts.nextCursor };
}

export async function askPeople(api: Api, { query, sort }: Asked, at: At): Promise<Page<Account>> {
  return (await api.get("/search", { q: query, type: "people", sort, ...at })).people ?? nothing;
}

export async function askTags(api: Api, { query, sort }: Asked, at: At): Promise<Page<FoundTag>> {
  const { tags } = await api.get("/search", { q: query, type: "tags", sort, ...at });
  if (!tags) return nothing;
  return { ...tags, items: tags.items.map((found) => ({ ...found, id: found.tag })) };
}
