import { acted } from "#lib/server/answers.ts";
import type { Actions } from "./$types";

export const actions: Actions = {
  default: ({ locals, params: { token } }) =>
    acted(locals.api.post("/digest/{token}", { token }).then(() => ({ done: true }))),
};
