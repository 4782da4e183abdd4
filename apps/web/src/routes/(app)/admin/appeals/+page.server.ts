import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const state = url.searchParams.get("state") === "decided" ? ("decided" as const) : ("open" as const);
  const cursor = url.searchParams.get("cursor");
  return { state, appeals: await loaded(locals.api.get("/moderation/appeals", { state, cursor })) };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id, outcome: said, answer } = await textsOf(request, "id", "outcome", "answer");
    const outcome = said === "granted" ? "granted" : "refused";
    const body = { id, outcome, ...(answer.trim() && { answer }) } as const;
    return acted(locals.api.post("/moderation/appeals/{id}/decision", body).then(() => ({ done: true })));
  },
};
