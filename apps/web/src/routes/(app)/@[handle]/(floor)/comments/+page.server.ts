import type { Page, Post } from "#lib/api/types.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import { isOpenTo } from "#lib/server/profile.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { account } = await parent();
  const path = `/accounts/${account.handle}/posts?comments=true`;
  const query = { ...firstPage(url), comments: "true" };
  const open = isOpenTo(account, locals);
  const posts = open
    ? await loaded(locals.api.get<Page<Post>>(`/accounts/${account.handle}/posts`, query))
    : null;
  return { path, posts };
};
