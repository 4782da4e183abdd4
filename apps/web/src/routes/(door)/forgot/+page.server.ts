import { acted } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions } from "./$types";

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const login = (await textsOf(request, "login")).login.trim();
    return acted(locals.api.post("/password-resets", { login }), { login });
  },
};
