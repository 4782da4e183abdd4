import { redirect } from "@sveltejs/kit";
import { acted } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions } from "./$types";

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const body = await textsOf(request, "password");
    const change = { token: params.token, ...body };
    const answer = await acted(
      locals.api.put("/password-resets/{token}", change).then(() => ({ done: true })),
    );
    if ("done" in answer) redirect(303, "/login?reset");
    return answer;
  },
};
