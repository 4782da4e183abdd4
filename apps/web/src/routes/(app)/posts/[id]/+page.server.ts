import { redirect } from "@sveltejs/kit";
import type { Page, Post } from "#lib/api/types.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const id = encodeURIComponent(params.id);
  const cursor = url.searchParams.get("cursor");
  const [post, ancestors, comments] = await Promise.all([
    loaded(api.get<Post>(`/posts/${id}`)),
    loaded(api.get<{ items: Post[] }>(`/posts/${id}/ancestors`)),
    loaded(api.get<Page<Post>>(`/posts/${id}/comments`, { cursor })),
  ]);
  return { post, ancestors: ancestors.items, comments };
};

export const actions: Actions = {
  comment: async ({ request, locals, params, url }) => {
    requireMe(locals, url);
    const text = textOf(await request.formData(), "text");
    const answer = await acted(
      locals.api.post<Post>(`/posts/${encodeURIComponent(params.id)}/comments`, { text }),
      { text },
    );
    if ("id" in answer) redirect(303, `/posts/${params.id}#comment`);
    return answer;
  },
};
