import { redirect } from "@sveltejs/kit";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

/** `since` is where the reader stood when they came: home has marked itself as read in the meantime. */
export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const since = url.searchParams.get("since");
  return { missed: await loaded(locals.api.get("/feeds/catch-up", since ? { since } : {})) };
};

export const actions: Actions = {
  read: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { upTo } = await textsOf(request, "upTo");
    const answer = await acted(locals.api.put("/feeds/home/read", { upTo }).then(() => ({ read: true })));
    if ("read" in answer) redirect(303, "/");
    return answer;
  },
};
