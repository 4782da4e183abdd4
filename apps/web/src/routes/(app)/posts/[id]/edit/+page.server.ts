import { error, redirect } from "@sveltejs/kit";
import type { Post } from "#lib/api/types.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const me = requireMe(locals, url);
  const post = await loaded(locals.api.get<Post>(`/posts/${encodeURIComponent(params.id)}`));
  if (post.author.id !== me.account.id) error(403);
  return { post, withoutBar: true };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    requireMe(locals, url);
    const form = await request.formData();
    const text = textOf(form, "text");
    const answer = await acted(locals.api.patch<Post>(`/posts/${encodeURIComponent(params.id)}`, { text }), {
      text,
    });
    if ("id" in answer) redirect(303, `/posts/${answer.id}`);
    return answer;
  },
};
