import { redirect } from "@sveltejs/kit";
import { acted, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ locals, url }) => {
  requireMe(locals, url);
  return { text: url.searchParams.get("text") ?? "", withoutBar: true };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const form = await request.formData();
    const text = textOf(form, "text");
    const visibility = form.get("visibility") === "followers" ? "followers" : "public";
    const answer = await acted(locals.api.post("/posts", { text, visibility }), { text });
    if ("id" in answer) redirect(303, `/posts/${answer.id}`);
    return answer;
  },
};
