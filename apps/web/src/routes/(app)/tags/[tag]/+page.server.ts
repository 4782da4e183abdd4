import type { Page, Post, TagInfo } from "#lib/api/types.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const tag = encodeURIComponent(params.tag);
  const [info, posts] = await Promise.all([
    loaded(api.get<TagInfo>(`/tags/${tag}`)),
    loaded(api.get<Page<Post>>(`/feeds/tags/${tag}`, firstPage(url))),
  ]);
  return { info, posts };
};
