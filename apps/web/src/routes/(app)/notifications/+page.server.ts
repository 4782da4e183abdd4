import { acted, firstPage, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import { choiceOf } from "#lib/notifications/kinds.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends("maru:notifications");
  requireMe(locals, url);
  const { name, kinds } = choiceOf(url.searchParams, locals.instance);
  const { cursor } = firstPage(url);
  const notifications = await loaded(locals.api.get("/notifications", { limit: 20, cursor, kinds }));
  return { notifications, choice: name, now: Date.now() };
};

async function answer({ request, locals, url }: RequestEvent, accepted: boolean) {
  requireMe(locals, url);
  const { handle } = await textsOf(request, "handle");
  return acted(locals.api.set("/follow-requests/{handle}", accepted, { handle }).then(() => ({ accepted })));
}

export const actions: Actions = {
  read: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { upTo } = await textsOf(request, "upTo");
    return acted(locals.api.post("/notifications/read", { upTo }));
  },
  accept: (event) => answer(event, true),
  refuse: (event) => answer(event, false),
};
