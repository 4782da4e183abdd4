import { redirect } from "@sveltejs/kit";
import { acted } from "#lib/server/answers.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.me) redirect(303, "/");
};

export const actions: Actions = {
  default: async ({ locals }) => {
    if (!locals.me) redirect(303, "/");
    const answer = await acted(locals.api.delete("/sessions/current").then(() => ({ done: true })));
    if ("done" in answer) redirect(303, "/");
    return answer;
  },
};
