import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

/** A visitor's phone has to wake every post of the first page before it answers a touch: these fill five screens. */
const forVisitors = { limit: 8 };

/** Home is one's own feed; for visitors it is what everybody sees, with a welcome above. */
export const load: PageServerLoad = async ({ locals: { api, me }, url }) => {
  const path = me ? ("/feeds/home" as const) : ("/feeds/explore" as const);
  const [posts, missed] = await Promise.all([
    loaded(api.get(path, { ...firstPage(url), ...(me ? {} : forVisitors) })),
    me ? api.get("/feeds/catch-up").catch(() => null) : null,
  ]);
  // Someone who was never here has missed nothing.
  return { path, posts, missed: { since: missed?.since ?? null, count: missed?.looked ?? 0 } };
};
