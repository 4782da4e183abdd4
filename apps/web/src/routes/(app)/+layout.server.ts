import type { LayoutServerLoad } from "./$types";

/** The right rail. Where it cannot be filled, the page is shown without it. */
export const load: LayoutServerLoad = async ({ locals: { api, me } }) => {
  const [trending, suggested] = await Promise.all([
    api.get("/tags/trending", { limit: 6 }).catch(() => ({ items: [] })),
    me ? api.get("/accounts/suggested", { limit: 3 }).catch(() => ({ items: [] })) : { items: [] },
  ]);
  return { rail: { trending: trending.items.slice(0, 6), suggested: suggested.items.slice(0, 3) } };
};
