import { acted, requireMe } from "#lib/server/answers.ts";
import type { Actions } from "./$types";

export const actions: Actions = {
  shortcuts: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const shortcuts = (await request.formData()).has("shortcuts");
    return acted(locals.api.patch("/me", { settings: { shortcuts } }).then(() => ({ saved: true })));
  },
};
