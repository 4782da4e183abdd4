import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  return { settings: await loaded(locals.api.get("/notifications/settings")) };
};

export const actions: Actions = {
  kind: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const kind = url.searchParams.get("kind") ?? "";
    const on = (await request.formData()).has("on");
    const change = locals.api.patch("/notifications/settings", { kinds: { [kind]: on } });
    return acted(change.then(() => ({ saved: true })));
  },
  digest: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const digest = (await request.formData()).has("on");
    return acted(locals.api.patch("/notifications/settings", { digest }).then(() => ({ saved: true })));
  },
};
