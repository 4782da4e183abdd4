import { error, redirect } from "@sveltejs/kit";
import { editHref } from "#lib/post/href.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import { ownCats, ownProjects, pickedIds } from "#lib/server/picks.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const me = requireMe(locals, url);
  const post = await loaded(locals.api.get("/posts/{id}", { id: params.id }));
  if (post.author.id !== me.account.id) error(403);
  if (post.kind === "project" || post.kind === "review") redirect(308, editHref(post));
  const [cats, projects] = await Promise.all([ownCats(locals, me), ownProjects(locals, me)]);
  return { post, cats, projects, withoutBar: true };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    requireMe(locals, url);
    const form = await request.formData();
    const text = textOf(form, "text");
    const change = { id: params.id, text, ...pickedIds(form) };
    const answer = await acted(locals.api.patch("/posts/{id}", change), { text });
    if ("id" in answer) redirect(303, `/posts/${answer.id}`);
    return answer;
  },
};
