import type { Page, Post, PostEdit } from "#lib/api/types.ts";
import { loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, params }) => {
  const id = encodeURIComponent(params.id);
  const [post, edits] = await Promise.all([
    loaded(api.get<Post>(`/posts/${id}`)),
    loaded(api.get<Page<PostEdit>>(`/posts/${id}/edits`)),
  ]);
  return { post, edits: edits.items };
};
