import { fail, redirect } from "@sveltejs/kit";
import { filmCalls } from "#lib/films/calls.ts";
import { bodyOf, draftFrom } from "#lib/films/film-draft.ts";
import { m } from "#lib/paraglide/messages.js";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { largeForm } from "#lib/server/large-form.ts";
import { mostFormBytes, posterFrom } from "#lib/server/poster.ts";
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
  save: async (event) => {
    const {
      locals,
      params: { id },
      url,
    } = event;
    requireMe(locals, url);
    const films = filmCalls(locals.api);
    const film = await loaded(films.one(id));
    const form = await largeForm(event, mostFormBytes);
    const draft = draftFrom(form);
    const poster = await acted(posterFrom(locals.api, form));
    if ("data" in poster) return fail(poster.status, { ...poster.data, draft });
    const { note, ...edited } = bodyOf(draft, film);
    const changed = { ...edited, ...poster };
    if (Object.keys(changed).length === 0) return fail(422, { message: m.film_form_same(), draft });
    const answer = await acted(films.change(id, { ...changed, ...(note && { note }) }));
    // A moderator is answered with the film; anybody else with what they proposed.
    if ("status" in answer && answer.status === "proposed") redirect(303, `/films/${id}/changes?proposed`);
    if ("id" in answer) redirect(303, `/films/${id}`);
    return fail(answer.status, { ...answer.data, draft });
  },
  remove: async ({ locals, params: { id }, url }) => {
    requireMe(locals, url);
    const answer = await acted(
      filmCalls(locals.api)
        .remove(id)
        .then(() => ({ removed: true })),
    );
    if ("removed" in answer) redirect(303, "/films");
    return fail(answer.status, { message: answer.data.message });
  },
};
