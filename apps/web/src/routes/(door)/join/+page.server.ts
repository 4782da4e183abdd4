import { redirect } from "@sveltejs/kit";
import { acted } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import { join } from "#lib/server/sign-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ locals }) => {
  if (locals.me) redirect(303, "/");
};

export const actions: Actions = {
  default: async (event) => {
    const { password, ...shown } = await textsOf(event.request, "handle", "displayName", "email", "password");
    const values = {
      handle: shown.handle.trim().replace(/^@/, ""),
      displayName: shown.displayName.trim(),
      email: shown.email.trim(),
    };
    const answer = await acted(join(event, { ...values, password }), values);
    if ("id" in answer) redirect(303, "/welcome?joined");
    return answer;
  },
};
