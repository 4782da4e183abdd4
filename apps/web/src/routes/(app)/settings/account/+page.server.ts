import { fail, redirect } from "@sveltejs/kit";
import { acted, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions } from "./$types";

/** Three forms share the page: which of them an answer belongs to travels in `values.form`. */
export const actions: Actions = {
  email: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { email, password } = await textsOf(request, "email", "password");
    const body = { email: email.trim(), password };
    return acted(
      locals.api
        .put("/me/email", body)
        .then(({ delivery }) => ({ done: "email" as const, asked: body.email, delivery })),
      {
        form: "email",
        email,
      },
    );
  },
  password: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const body = await textsOf(request, "current", "next");
    return acted(
      locals.api.put("/me/password", body).then(() => ({ done: "password" as const })),
      {
        form: "password",
      },
    );
  },
  remove: async ({ request, locals, url }) => {
    const me = requireMe(locals, url);
    const { confirmation, password } = await textsOf(request, "confirmation", "password");
    const values = { form: "remove", confirmation };
    if (confirmation.trim().replace(/^@/, "") !== me.account.handle) {
      const errors = [{ field: "confirmation", message: "is not the handle" }];
      return fail(422, { message: "", slug: "not-confirmed", errors, values });
    }
    const answer = await acted(
      locals.api.delete("/me", { password }).then(() => ({ done: "remove" as const })),
      values,
    );
    if ("done" in answer) redirect(303, "/login?gone");
    return answer;
  },
};
