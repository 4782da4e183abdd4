import { error, fail, redirect } from "@sveltejs/kit";
import type { Api } from "#lib/api/client.ts";
import { editorCalls } from "#lib/projects/editor/calls.ts";
import { draftFrom } from "#lib/projects/editor/draft.ts";
import { mostBytes, projectFrom } from "#lib/projects/editor/form.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { largeForm } from "#lib/server/large-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
  const me = requireMe(locals, url);
  const post = await loaded(editorCalls(locals.api).one(id));
  if (post.author.id !== me.account.id) error(403);
  return { post, wide: true, withoutBar: true };
};

async function change(api: Api, id: string, form: FormData) {
  return editorCalls(api).change(id, await projectFrom(api, form));
}

export const actions: Actions = {
  default: async (event) => {
    requireMe(event.locals, event.url);
    const { id } = event.params;
    const form = await largeForm(event, mostBytes);
    const answer = await acted(change(event.locals.api, id, form));
    if ("id" in answer) redirect(303, `/projects/${id}`);
    return fail(answer.status, { ...answer.data, draft: draftFrom(form) });
  },
};
