import { fail } from "@sveltejs/kit";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import { readVerdict } from "#lib/server/verdict.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Actions, PageServerLoad } from "./$types";

const states = ["open", "claimed", "decided"] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const state = states.find((one) => one === url.searchParams.get("state")) ?? "open";
  const cursor = url.searchParams.get("cursor");
  return {
    state,
    reports: await loaded(locals.api.get("/moderation/reports", { state, limit: 20, cursor })),
  };
};

const done = <T>(answer: Promise<T>) => acted(answer.then(() => ({ done: true })));

export const actions: Actions = {
  decide: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const said = await readVerdict(request);
    if (!said) return fail(400, { message: m.problem_general() });
    const { id, verdict } = said;
    return done(locals.api.post("/moderation/reports/{id}/decision", { id, ...verdict }));
  },
  claim: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id } = await textsOf(request, "id");
    return done(locals.api.put("/moderation/reports/{id}/claim", { id }));
  },
  unclaim: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id } = await textsOf(request, "id");
    return done(locals.api.delete("/moderation/reports/{id}/claim", { id }));
  },
  undo: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id } = await textsOf(request, "id");
    return done(locals.api.put("/moderation/decisions/{id}/undone", { id }));
  },
};
