import { firstPage, loaded } from "#lib/server/answers.ts";
import { isOpenTo } from "#lib/server/profile.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { account } = await parent();
  if (!isOpenTo(account, locals)) return { posts: null };
  const wanted = { handle: account.handle, comments: true, ...firstPage(url) };
  return { posts: await loaded(locals.api.get("/accounts/{handle}/posts", wanted)) };
};
