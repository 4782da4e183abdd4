import type { Account, Me, Page } from "#lib/api/types.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const [blocked, muted] = await Promise.all([
    loaded(locals.api.get<Page<Account>>("/blocks", { limit: 50 })),
    loaded(locals.api.get<Page<Account>>("/mutes", { limit: 50 })),
  ]);
  return { blocked, muted };
};

async function takeBack({ request, locals, url }: RequestEvent, what: "block" | "mute") {
  requireMe(locals, url);
  const { handle } = await textsOf(request, "handle");
  return acted(locals.api.delete<object>(`/accounts/${encodeURIComponent(handle)}/${what}`));
}

export const actions: Actions = {
  private: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const isPrivate = (await request.formData()).has("isPrivate");
    return acted(locals.api.patch<Me>("/me", { isPrivate }).then(() => ({ saved: true })));
  },
  unblock: (event) => takeBack(event, "block"),
  unmute: (event) => takeBack(event, "mute"),
};
