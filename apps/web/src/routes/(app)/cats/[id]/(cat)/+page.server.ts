import { error, redirect } from "@sveltejs/kit";
import { ApiProblem } from "#lib/api/problem.ts";
import { catCalls } from "#lib/cats/calls.ts";
import { loaded, localPath } from "#lib/server/answers.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const pictures = 24;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const at = { limit: pictures, cursor: url.searchParams.get("cursor") };
  return { photos: await loaded(catCalls(locals.api).photos(params.id, at)) };
};

/** The follow buttons of browsers without JavaScript, here and in lists: they lead back to where they were pressed. */
async function follow({ locals, params, request }: RequestEvent, on: boolean): Promise<never> {
  const back = localPath((await request.formData()).get("back"), `/cats/${params.id}`);
  if (!locals.me) redirect(303, `/login?next=${encodeURIComponent(back)}`);
  try {
    await catCalls(locals.api).follow(params.id, on);
  } catch (problem) {
    if (problem instanceof ApiProblem) error(problem.status || 503, problem.message);
    throw problem;
  }
  redirect(303, back);
}

export const actions: Actions = {
  follow: (event) => follow(event, true),
  unfollow: (event) => follow(event, false),
};
