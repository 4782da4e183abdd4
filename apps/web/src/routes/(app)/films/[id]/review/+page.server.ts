import { fail, redirect } from "@sveltejs/kit";
import { filmCalls } from "#lib/films/calls.ts";
import { isReview } from "#lib/films/is-review.ts";
import { bodyOf, draftFrom, faultsOf } from "#lib/films/review-draft.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params: { id }, url }) => {
  requireMe(locals, url);
  const films = filmCalls(locals.api);
  const film = await loaded(films.one(id));
  const own = film.viewer?.reviewId ? await loaded(films.mine(id)) : null;
  return { film, review: own && isReview(own) ? own : null, withoutBar: true };
};

export const actions: Actions = {
  default: async ({ request, locals, params: { id }, url }) => {
    requireMe(locals, url);
    const form = await request.formData();
    const draft = draftFrom(form);
    if (Object.keys(faultsOf(draft)).length > 0) return fail(422, { message: "", draft });
    const films = filmCalls(locals.api);
    const reviewId = textOf(form, "reviewId");
    const answer = await acted(
      reviewId
        ? films.editReview(id, reviewId, bodyOf(draft))
        : films.review(id, bodyOf(draft), textOf(form, "attempt")),
    );
    if ("id" in answer) redirect(303, `/films/${id}?reviews=latest#reviews`);
    return fail(answer.status, { ...answer.data, draft });
  },
};
