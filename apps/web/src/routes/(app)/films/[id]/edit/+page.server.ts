import { fail, redirect } from "@sveltejs/kit";
import { filmCalls } from "#lib/films/calls.ts";
import { bodyOf, draftFrom } from "#lib/films/film-draft.ts";
import { m } from "#lib/paraglide/messages.js";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
  requireMe(locals, url);
  const films = filmCalls(locals.api);
  const [film, facets, { moderator }] = await Promise.all([
    loaded(films.one(id)),
    loaded(films.facets()),
    loaded(films.permissions()),
  ]);
  return { film, facets, moderator, withoutBar: true };
};

export const actions: Actions = {
  default: async ({ request, locals, params: { id }, url }) => {
    requireMe(locals, url);
    const films = filmCalls(locals.api);
    const film = await loaded(films.one(id));
    const draft = draftFrom(await request.formData());
    const { note, ...changed } = bodyOf(draft, film);
    if (Object.keys(changed).length === 0) return fail(422, { message: m.film_form_same(), draft });
    const answer = await acted(films.change(id, { ...changed, ...(note && { note }) }));
    // A moderator is answered with the film; anybody else with what they proposed.
    if ("status" in answer && answer.status === "proposed") redirect(303, `/films/${id}/changes?proposed`);
    if ("id" in answer) redirect(303, `/films/${id}`);
    return fail(answer.status, { ...answer.data, draft });
  },
};
