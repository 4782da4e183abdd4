import { error, fail, redirect } from "@sveltejs/kit";
import type { Api } from "#lib/api/client.ts";
import { editorCalls } from "#lib/projects/editor/calls.ts";
import { draftFrom } from "#lib/projects/editor/draft.ts";
import { mostBytes, projectFrom } from "#lib/projects/editor/form.ts";
import { acted, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import { largeForm } from "#lib/server/large-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ locals, url }) => {
  if (!locals.instance.spaces.includes("projects")) error(404);
  requireMe(locals, url);
  return { attempt: crypto.randomUUID(), wide: true, withoutBar: true };
};

async function publish(api: Api, form: FormData) {
  return editorCalls(api).create(await projectFrom(api, form), textOf(form, "attempt"));
}

export const actions: Actions = {
  default: async (event) => {
    requireMe(event.locals, event.url);
    const form = await largeForm(event, mostBytes);
    const answer = await acted(publish(event.locals.api, form));
    if ("id" in answer) redirect(303, `/projects/${answer.id}`);
    return fail(answer.status, { ...answer.data, draft: draftFrom(form) });
  },
};
