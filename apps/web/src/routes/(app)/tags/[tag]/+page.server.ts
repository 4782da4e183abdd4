import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const { tag } = params;
  const [info, posts] = await Promise.all([
    loaded(api.get("/tags/{tag}", { tag })),
    loaded(api.get("/feeds/tags/{tag}", { tag, ...firstPage(url) })),
  ]);
  return { info, posts };
};
