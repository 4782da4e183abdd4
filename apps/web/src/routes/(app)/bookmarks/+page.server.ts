import { firstPage, loaded, requireMe } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  return {
    posts: await loaded(locals.api.get("/bookmarks", firstPage(url))),
  };
};
