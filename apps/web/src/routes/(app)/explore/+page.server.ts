import { catCalls } from "#lib/cats/calls.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

const nobody = { items: [] };

/** Tags and cats are beside the matter: where they cannot be had, the page is shown without them. */
export const load: PageServerLoad = async ({ locals: { api, instance }, url }) => {
  const [posts, trending, cats] = await Promise.all([
    loaded(api.get("/feeds/explore", firstPage(url))),
    api.get("/tags/trending", { limit: 12 }).catch(() => nobody),
    instance.spaces.includes("cats")
      ? catCalls(api)
          .list({ limit: 10 })
          .catch(() => nobody)
      : nobody,
  ]);
  return { posts, trending: trending.items, newCats: cats.items };
};
