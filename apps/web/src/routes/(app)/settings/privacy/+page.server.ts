import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const whoMayWrite = ["everyone", "following", "nobody"] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const [blocked, muted] = await Promise.all([
    loaded(locals.api.get("/blocks", { limit: 50 })),
    loaded(locals.api.get("/mutes", { limit: 50 })),
  ]);
  return { blocked, muted };
};

async function takeBack({ request, locals, url }: RequestEvent, what: "block" | "mute") {
  requireMe(locals, url);
  const { handle } = await textsOf(request, "handle");
  return acted(locals.api.delete(`/accounts/{handle}/${what}`, { handle }));
}

export const actions: Actions = {
  private: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const isPrivate = (await request.formData()).has("isPrivate");
    return acted(locals.api.patch("/me", { isPrivate }).then(() => ({ saved: true })));
  },
  directChats: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { directChats: wish } = await textsOf(request, "directChats");
    const directChats = whoMayWrite.find((who) => who === wish) ?? "following";
    return acted(locals.api.patch("/me", { settings: { directChats } }).then(() => ({ saved: true })));
  },
  unblock: (event) => takeBack(event, "block"),
  unmute: (event) => takeBack(event, "mute"),
};
