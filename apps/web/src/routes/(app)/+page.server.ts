import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

/** Home is one's own feed; for visitors it is what everybody sees, with a welcome above. */
export const load: PageServerLoad = async ({ locals: { api, me }, url }) => {
  const path = me ? ("/feeds/home" as const) : ("/feeds/explore" as const);
  return { path, posts: await loaded(api.get(path, firstPage(url))) };
};
