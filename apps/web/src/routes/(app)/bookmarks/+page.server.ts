import type { Page, Post } from "#lib/api/types.ts";
import { firstPage, loaded, requireMe } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  return {
    posts: await loaded(locals.api.get<Page<Post>>("/bookmarks", firstPage(url))),
  };
};
