import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const [posts, trending] = await Promise.all([
    loaded(api.get("/feeds/explore", firstPage(url))),
    api.get("/tags/trending", { limit: 12 }).catch(() => ({ items: [] })),
  ]);
  return { posts, trending: trending.items };
};
