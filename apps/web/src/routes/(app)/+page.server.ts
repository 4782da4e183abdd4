import type { Page, Post } from "#lib/api/types.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

/** Home is one's own feed; for visitors it is what everybody sees, with a welcome above. */
export const load: PageServerLoad = async ({ locals: { api, me }, url }) => {
  const path = me ? "/feeds/home" : "/feeds/explore";
  return { path, posts: await loaded(api.get<Page<Post>>(path, firstPage(url))) };
};
