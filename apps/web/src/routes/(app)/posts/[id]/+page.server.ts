import { redirect } from "@sveltejs/kit";
import { postHref } from "#lib/post/href.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const { id } = params;
  const cursor = url.searchParams.get("cursor");
  const [post, ancestors, comments] = await Promise.all([
    loaded(api.get("/posts/{id}", { id })),
    loaded(api.get("/posts/{id}/ancestors", { id })),
    loaded(api.get("/posts/{id}/comments", { id, cursor })),
  ]);
  if (post.kind === "project") redirect(308, postHref(post) + url.search);
  return { post, ancestors: ancestors.items, comments };
};

export const actions: Actions = {
  comment: async ({ request, locals, params, url }) => {
    requireMe(locals, url);
    const text = textOf(await request.formData(), "text");
    const answer = await acted(locals.api.post("/posts/{id}/comments", { id: params.id, text }), { text });
    if ("id" in answer) redirect(303, `/posts/${params.id}#comment`);
    return answer;
  },
};
