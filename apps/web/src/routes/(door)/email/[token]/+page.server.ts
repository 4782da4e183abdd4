import { acted } from "#lib/server/answers.ts";
import type { Actions } from "./$types";

export const actions: Actions = {
  /** A press, not the opening of the page: programs that look into mails open every link. */
  default: ({ locals, params }) =>
    acted(locals.api.put("/email-changes/{token}", { token: params.token }).then(({ email }) => ({ email }))),
};
