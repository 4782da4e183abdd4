import { fail, redirect } from "@sveltejs/kit";
import { filmCalls } from "#lib/films/calls.ts";
import { bodyOf, draftFrom } from "#lib/films/film-draft.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import { largeForm } from "#lib/server/large-form.ts";
import { mostFormBytes, posterFrom } from "#lib/server/poster.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const films = filmCalls(locals.api);
  const [facets, { moderator }] = await Promise.all([loaded(films.facets()), loaded(films.permissions())]);
  const sent = url.searchParams.has("proposed");
  return { facets, moderator, sent, attempt: crypto.randomUUID(), withoutBar: true };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event;
    requireMe(locals, url);
    const form = await largeForm(event, mostFormBytes);
    const draft = draftFrom(form);
    const answer = await acted(
      posterFrom(locals.api, form).then((poster) =>
        filmCalls(locals.api).create({ ...bodyOf(draft, null), ...poster }, textOf(form, "attempt")),
      ),
    );
    if ("status" in answer && answer.status === "proposed") redirect(303, "/films/new?proposed");
    if ("id" in answer) redirect(303, `/films/${answer.id}`);
    return fail(answer.status, { ...answer.data, draft });
  },
};
