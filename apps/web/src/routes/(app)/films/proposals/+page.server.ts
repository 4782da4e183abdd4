import { error, fail, redirect } from "@sveltejs/kit";
import { filmCalls } from "#lib/films/calls.ts";
import { acted, firstPage, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const films = filmCalls(locals.api);
  const { moderator } = await loaded(films.permissions());
  if (!moderator) error(403);
  const [proposals, facets, flagged] = await Promise.all([
    loaded(films.proposals(firstPage(url))),
    loaded(films.facets()),
    loaded(films.flagged()),
  ]);
  return { proposals, facets, flagged: flagged.items };
};

/** What was decided is gone from the page that is shown again. */
async function settle(decision: Promise<unknown>) {
  const answer = await acted(decision.then(() => ({ decided: true })));
  if ("decided" in answer) redirect(303, "/films/proposals");
  return fail(answer.status, answer.data);
}

export const actions: Actions = {
  decide: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id, accept } = await textsOf(request, "id", "accept");
    return settle(filmCalls(locals.api).decide(id, accept === "yes"));
  },
  clear: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id } = await textsOf(request, "id");
    return settle(filmCalls(locals.api).clearFlag(id));
  },
};
