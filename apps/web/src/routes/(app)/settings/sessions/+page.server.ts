import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const { items } = await loaded(locals.api.get("/sessions"));
  // This device first, then the last seen.
  const sessions = items.toSorted(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
  return { sessions };
};

export const actions: Actions = {
  end: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const { id } = await textsOf(request, "id");
    return acted(locals.api.delete("/sessions/{id}", { id }).then(() => ({ ended: true })));
  },
  others: async ({ locals, url }) => {
    requireMe(locals, url);
    return acted(locals.api.delete("/sessions").then(() => ({ ended: true })));
  },
};
